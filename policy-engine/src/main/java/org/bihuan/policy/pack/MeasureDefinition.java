package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure an outcome imposes.
 *
 * @param key name in the pack
 * @param kind kind in the vocabulary
 * @param from first moment
 * @param until lawful end; evidence never moves it, unless the order itself ends it with a duty ("until the result is
 *     negative": {@code <duty>.met}). Null when it lasts as long as the outcome
 * @param release what must be shown before it ends in fact, null when it ends by itself
 * @param clauses clauses behind it
 */
public record MeasureDefinition(
        String key,
        String kind,
        TimePoint from,
        @Nullable TimePoint until,
        @Nullable ReleaseDefinition release,
        List<String> clauses) {
    public MeasureDefinition {
        clauses = List.copyOf(clauses);
    }

    /** Whether one of its bounds hangs on a duty. */
    public boolean awaitsDuty() {
        TimePoint end = until;
        return from.awaitsDuty() || end != null && end.awaitsDuty();
    }
}
