package org.bihuan.app.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Real time, also where a time machine makes a demonstration's days pass: for log-ins, sessions and codes, which are
 * between a person at a keyboard and this machine. Never for facts. Safe for many threads.
 */
public final class WallClock {
    private final Clock machine;

    /** @param machine the real one; a test gives its own */
    public WallClock(Clock machine) {
        this.machine = machine;
    }

    /** Now, in whole microseconds as the database keeps them. */
    public Instant instant() {
        return machine.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
