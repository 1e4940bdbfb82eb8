package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measure as a comparison of two decisions sees it: what, from when, to when; not which version says so.
 *
 * @param kind kind in the vocabulary
 * @param axis axis in the vocabulary
 * @param restricts whether it limits freedom
 * @param from first moment of the unbroken stretch
 * @param until lawful end, null while none is known
 */
public record Stay(
        String kind,
        String axis,
        boolean restricts,
        Instant from,
        @Nullable Instant until) {
    private static final long HALF_A_DAY = Duration.ofHours(12).toSeconds();

    static Stay of(Measure measure) {
        return new Stay(measure.kind(), measure.axis(), measure.restricts(), measure.from(), measure.until());
    }

    /** Its lawful length in days, rounded to the nearest; -1 while no end is known. */
    public long days() {
        Instant end = until;
        return end == null
                ? -1
                : (Duration.between(from, end).toSeconds() + HALF_A_DAY)
                        / Duration.ofDays(1).toSeconds();
    }

    /** Kind and length in days, such as {@code central-isolation/14}; {@code central-isolation/?} without an end. */
    public String code() {
        return kind + "/" + (until == null ? "?" : Long.toString(days()));
    }
}
