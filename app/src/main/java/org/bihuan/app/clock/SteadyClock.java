package org.bihuan.app.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The machine's clock, except that it never goes back: when the machine's is set back, this one stands still until
 * that has caught up. Instants are whole microseconds, as the database keeps them. Safe for many threads.
 */
final class SteadyClock extends Clock {
    private final Clock machine;
    private final AtomicLong latest;

    /** @param floor the earliest instant it gives out */
    SteadyClock(Clock machine, Instant floor) {
        this.machine = machine;
        this.latest = new AtomicLong(microseconds(floor));
    }

    @Override
    public Instant instant() {
        long now = latest.accumulateAndGet(microseconds(machine.instant()), Math::max);
        return Instant.EPOCH.plus(now, ChronoUnit.MICROS);
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("name the zone where an instant is turned into a date");
    }
}
