package org.bihuan.app.duties;

import java.util.List;
import java.util.UUID;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.PackReference;

/**
 * What one subject's state is to become.
 *
 * @param subject canonical id
 * @param aliases every id under which its facts were recorded
 * @param decision the decision; one without segments' content for a subject that was merged into another
 */
record Change(SubjectId subject, List<SubjectId> aliases, Decision decision) {
    /** Tells whether anything that people see differs from the decision before. */
    UUID contentHash() {
        return HashId.of(
                "decision",
                decision.packs().stream().map(PackReference::hash).toList().toString(),
                MeasureRow.of(decision).toString(),
                decision.duties().toString(),
                String.valueOf(decision.now().release()),
                decision.reasons().toString(),
                decision.refusals().toString(),
                decision.signals().toString());
    }

    static UUID contentHash(Duty duty) {
        return HashId.of("duty", duty.toString());
    }
}
