package org.bihuan.app.database;

import java.time.Duration;
import java.time.Instant;

/**
 * An answer.
 *
 * @param madeAt when it was made, by a clock in nanoseconds that only goes forward
 * @param moment for which moment, by the clock of the rules
 * @param took nanoseconds
 */
record Tally<V>(V value, long madeAt, Instant moment, long took) {
    static final Duration QUICK = Duration.ofMillis(50);
    static final Duration OLDEST = Duration.ofMinutes(2);
    static final int TIMES = 50;

    /** Whether it need not be made anew. */
    boolean holds(long nanos, Instant now) {
        return nanos - madeAt < Math.min(OLDEST.toNanos(), took * TIMES) && isNear(now);
    }

    /** Whether it may be shown while another is made: it is not too old, and nobody has moved the clock of the rules. */
    boolean serves(long nanos, Instant now) {
        return nanos - madeAt < OLDEST.plus(OLDEST).toNanos() && isNear(now);
    }

    boolean isQuick() {
        return took <= QUICK.toNanos();
    }

    private boolean isNear(Instant now) {
        return Duration.between(moment, now).abs().compareTo(OLDEST.plus(OLDEST)) < 0;
    }
}
