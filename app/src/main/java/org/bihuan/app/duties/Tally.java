package org.bihuan.app.duties;

import java.time.Duration;
import java.time.Instant;

/** An answer, when it was made, for which moment, and how long it took. */
record Tally<V>(V value, long madeAt, Instant moment, long took) {
    boolean holds(long nanos, Instant now) {
        long keep = Math.min(Tallies.OLDEST.toNanos(), took * Tallies.TIMES);
        return nanos - madeAt < keep && isNear(now);
    }

    /** Whether the clock of the rules has not been put forward since. */
    boolean isNear(Instant now) {
        return Duration.between(moment, now).abs().compareTo(Tallies.OLDEST) < 0;
    }
}
