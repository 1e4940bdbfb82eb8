package org.bihuan.app.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The machine's clock set back while the server runs. */
class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void standsStillWhileTheMachineIsSetBack() {
        AtomicReference<Instant> machine = new AtomicReference<>(NOON);
        InstantSource source = machine::get;
        Clock clock = new SteadyClock(source.withZone(ZoneOffset.UTC), Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.set(NOON.minusSeconds(3600));
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.set(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void givesWholeMicroseconds() {
        InstantSource source = InstantSource.fixed(NOON.plusNanos(1_999));
        assertThat(new SteadyClock(source.withZone(ZoneOffset.UTC), Instant.EPOCH).instant())
                .isEqualTo(NOON.plusNanos(1_000));
    }
}
