package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.pack.PackReference;
import org.jspecify.annotations.Nullable;

/**
 * A measure in force on its axis for a segment of time.
 *
 * @param kind kind in the vocabulary
 * @param axis axis in the vocabulary
 * @param from first moment of the unbroken stretch
 * @param until lawful end of the stretch, null while none is known
 * @param overdueSince the lawful end that has passed while release is refused, null otherwise
 * @param restricts whether it limits freedom
 * @param clauses clauses behind it, of all packs that demand it
 * @param sources the packs and episodes that demand it
 */
public record Measure(
        String kind,
        String axis,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant overdueSince,
        boolean restricts,
        List<String> clauses,
        List<Source> sources) {
    public Measure {
        clauses = List.copyOf(clauses);
        sources = List.copyOf(sources);
    }

    /** Which pack demands the measure because of which episode. */
    public record Source(PackReference pack, UUID episode) {}
}
