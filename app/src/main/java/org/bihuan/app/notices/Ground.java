package org.bihuan.app.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.fact.HashId;
import org.jspecify.annotations.Nullable;

/**
 * What a notice rests on.
 *
 * @param measure stands for the measure, whatever its times: kind, and the episode that it hangs on
 * @param kind kind in the vocabulary
 * @param until lawful end, null while none is known
 */
record Ground(
        UUID measure, String kind, Instant from, @Nullable Instant until, List<String> clauses) {
    Ground {
        clauses = List.copyOf(clauses);
    }

    /** Of several episodes the smallest: when episodes are merged the smaller root stays. */
    static Ground of(Measure measure) {
        UUID episode = measure.sources().stream()
                .map(Measure.Source::episode)
                .min(Comparator.comparing(UUID::toString))
                .orElseThrow();
        return new Ground(
                HashId.of("measure", measure.kind(), episode.toString()),
                measure.kind(),
                measure.from(),
                measure.until(),
                measure.clauses());
    }

    /** Whether a person would be told the same. */
    boolean tellsTheSame(Ground other) {
        return measure.equals(other.measure)
                && from.equals(other.from)
                && Objects.equals(until, other.until)
                && clauses.equals(other.clauses);
    }
}
