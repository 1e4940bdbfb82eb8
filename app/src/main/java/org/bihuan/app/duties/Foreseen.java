package org.bihuan.app.duties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Segment;

/** Which duties the timeline meets by itself, because the report of their evidence lies ahead. */
final class Foreseen {
    private Foreseen() {}

    /** By duty the evidence that becomes known first, for duties that are not met yet. */
    static Map<UUID, Duty.Met> of(Decision decision) {
        List<Segment> ahead = decision.segments().subList(1, decision.segments().size());
        if (ahead.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Duty.Met> foreseen = new HashMap<>();
        for (Segment segment : ahead) {
            for (Duty duty : segment.duties()) {
                Duty.Met met = duty.met();
                if (met != null && met.knownAt().isAfter(decision.decidedAt())) {
                    foreseen.putIfAbsent(duty.id(), met);
                }
            }
        }
        return foreseen;
    }
}
