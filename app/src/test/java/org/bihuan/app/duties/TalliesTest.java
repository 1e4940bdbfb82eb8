package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is quick is always exact; what is slow is counted seldom, and never by two at once for the same sight. */
class TalliesTest {
    private static final Instant NOW = Instant.parse("2020-07-26T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong duties = new AtomicLong(7);
    private final AtomicLong counted = new AtomicLong();
    private final Tallies<String, Long> tallies = new Tallies<>(nanos::get);

    private long count(String key, Instant now, Duration takes) {
        return tallies.of(key, now, () -> {
            counted.incrementAndGet();
            nanos.addAndGet(takes.toNanos());
            return duties.get();
        });
    }

    @Test
    void aQuickCountIsMadeEveryTime() {
        for (int i = 0; i < 3; i++) {
            duties.set(i);
            assertThat(count("street", NOW, Duration.ofMillis(50))).isEqualTo(i);
        }
        assertThat(counted).hasValue(3);
    }

    @Test
    void aSlowOneIsKeptForFiftyTimesAsLong() {
        assertThat(count("city", NOW, Duration.ofSeconds(1))).isEqualTo(7);
        duties.set(8);
        nanos.addAndGet(Duration.ofSeconds(49).toNanos());
        assertThat(count("city", NOW.plusSeconds(50), Duration.ofSeconds(1))).isEqualTo(7);
        assertThat(count("other city", NOW, Duration.ofSeconds(1)))
                .as("a question of its own")
                .isEqualTo(8);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(count("city", NOW.plusSeconds(52), Duration.ofSeconds(1))).isEqualTo(8);
    }

    @Test
    void nothingIsOlderThanTwoMinutesByEitherClock() {
        count("city", NOW, Duration.ofSeconds(30));
        duties.set(8);
        assertThat(count("city", NOW.plus(Tallies.OLDEST), Duration.ofSeconds(30)))
                .as("the clock of the rules was put forward")
                .isEqualTo(8);
        duties.set(9);
        nanos.addAndGet(Tallies.OLDEST.toNanos());
        assertThat(count("city", NOW.plus(Tallies.OLDEST), Duration.ofSeconds(30)))
                .isEqualTo(9);
    }

    @Test
    void whileOneCountsAnewTheOthersGetTheOneOfBefore() {
        count("city", NOW, Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        long[] meanwhile = new long[1];
        long fresh = tallies.of("city", NOW.plusSeconds(61), () -> {
            Thread other =
                    Thread.ofVirtual().start(() -> meanwhile[0] = count("city", NOW.plusSeconds(61), Duration.ZERO));
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            return 8L;
        });
        assertThat(meanwhile[0]).isEqualTo(7);
        assertThat(fresh).isEqualTo(8);
    }
}
