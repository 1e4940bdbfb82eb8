package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.PackReference;
import org.bihuan.policy.pack.Vocabulary.MeasureKind;

/**
 * A measure of one case before the cases are merged.
 *
 * @param definition the measure in the pack
 * @param kind its kind
 * @param pack whose measure
 * @param episode root of the episode
 * @param from first moment
 * @param until lawful end, {@link Instant#MAX} while none is known
 * @param ends when it ends in fact: later than {@code until} while release is refused
 * @param release what stands in the way, empty list and a moment when nothing does
 * @param clauses clauses of the measure and of the row that imposed it
 */
record Span(
        MeasureDefinition definition,
        MeasureKind kind,
        PackReference pack,
        UUID episode,
        Instant from,
        Instant until,
        Instant ends,
        Release release,
        List<String> clauses) {}
