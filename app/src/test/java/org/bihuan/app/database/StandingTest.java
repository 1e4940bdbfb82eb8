package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is quick is always exact; what is slow is made seldom, behind the scenes, and never by two at once. */
class StandingTest {
    private static final Instant NOW = Instant.parse("2020-07-26T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong duties = new AtomicLong(7);
    private final AtomicLong made = new AtomicLong();
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private Duration takes = Duration.ofSeconds(1);
    private final Standing<Long> standing = new Standing<>(nanos::get, behind::add, now -> {
        made.incrementAndGet();
        nanos.addAndGet(takes.toNanos());
        return duties.get();
    });

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aQuickOneIsMadeAnewByWhoeverAsksOnceItIsFiftyTimesAsOld() {
        takes = Duration.ofMillis(2);
        assertThat(standing.at(NOW)).isEqualTo(7);
        duties.set(8);
        pass(Duration.ofMillis(99));
        assertThat(standing.at(NOW)).isEqualTo(7);
        pass(Duration.ofMillis(1));
        assertThat(standing.at(NOW)).isEqualTo(8);
        assertThat(behind).isEmpty();
    }

    @Test
    void aSlowOneIsMadeBehindTheScenesOnce() {
        assertThat(standing.at(NOW)).as("the first one waits").isEqualTo(7);
        duties.set(8);
        pass(Duration.ofSeconds(49));
        assertThat(standing.at(NOW.plusSeconds(49))).isEqualTo(7);
        assertThat(behind).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(standing.at(NOW.plusSeconds(50))).isEqualTo(7);
        assertThat(standing.at(NOW.plusSeconds(50))).isEqualTo(7);
        assertThat(behind).hasSize(1);
        behind.remove().run();
        assertThat(standing.at(NOW.plusSeconds(51))).isEqualTo(8);
        assertThat(made).hasValue(2);
    }

    @Test
    void nothingIsShownThatIsTooOldByEitherClock() {
        standing.at(NOW);
        duties.set(8);
        assertThat(standing.at(NOW.plus(Duration.ofHours(1))))
                .as("the clock of the rules was put forward")
                .isEqualTo(8);
        duties.set(9);
        pass(Tally.OLDEST.multipliedBy(2));
        assertThat(standing.at(NOW.plus(Duration.ofHours(1))))
                .as("nobody has asked for long")
                .isEqualTo(9);
        assertThat(standing.made(NOW)).as("who cannot wait gets none").isEmpty();
        assertThat(standing.made(NOW.plus(Duration.ofHours(1)))).contains(9L);
    }

    @Test
    void thoseWhoComeFirstTogetherShareOne() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicLong count = new AtomicLong();
        Standing<Long> shared = new Standing<>(System::nanoTime, Runnable::run, now -> {
            started.countDown();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return count.incrementAndGet();
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Future<Long> first = pool.submit(() -> shared.at(NOW));
            started.await();
            Future<Long> second = pool.submit(() -> shared.at(NOW));
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(1);
        }
    }
}
