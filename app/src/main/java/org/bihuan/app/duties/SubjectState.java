package org.bihuan.app.duties;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it stands at a moment: worked out on the spot by the same code that the workers use, from the dossier and
 * the pins.
 *
 * @param subject canonical id
 * @param dossier all that the rules see
 * @param decision the decision for the moment
 * @param decidedAt when the stored state was last brought in line, null when nobody has looked yet
 * @param isWaiting whether a mark says that the stored state is to be looked at again
 * @param parkedReason why nobody can work it out, null when somebody can
 */
public record SubjectState(
        SubjectId subject,
        Dossier dossier,
        Decision decision,
        @Nullable Instant decidedAt,
        boolean isWaiting,
        @Nullable String parkedReason) {

    /** A stored decision: when, and its JSON. */
    public record Stored(Instant decidedAt, String body) {}

    /** Ids under which its facts were recorded. */
    public List<SubjectId> aliases() {
        return dossier.aliases();
    }
}
