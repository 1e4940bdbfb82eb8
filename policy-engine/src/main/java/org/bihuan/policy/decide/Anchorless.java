package org.bihuan.policy.decide;

import java.util.List;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.Wording;

/** Refuses an episode whose clocks have nothing to hang on. */
final class Anchorless {
    private Anchorless() {}

    static Refusal refusal(Case subject) {
        String field = subject.bound().pack().episodes().get(subject.episode().kind())
                        instanceof EpisodeDefinition.Folded folded
                ? folded.anchor()
                : "anchor";
        return new Refusal(
                null,
                field,
                subject.bound().division(),
                new Wording(field + " 未知，无法计算期限", field + " is unknown, so no clock can start"),
                List.of());
    }
}
