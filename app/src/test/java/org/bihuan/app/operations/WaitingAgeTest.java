package org.bihuan.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a queue that knows when each came. */
class WaitingAgeTest {

    @Test
    void itIsRightToOneLook() {
        Long replayed = Long.getLong("bihuan.seed");
        long seed = replayed == null ? System.nanoTime() : replayed;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            play(random, seed);
        }
    }

    private static void play(Random random, long seed) {
        WaitingAge age = new WaitingAge();
        List<Duration> cameAt = new ArrayList<>();
        int oldest = 0;
        Duration between = Duration.ofSeconds(5);
        for (int look = 1; look < 60; look++) {
            Duration now = between.multipliedBy(look);
            int come = random.nextInt(4);
            for (int i = 0; i < come; i++) {
                cameAt.add(now.minusMillis(random.nextInt(5_000)));
            }
            oldest += random.nextInt(Math.max(1, cameAt.size() - oldest + 1));
            age.keep(cameAt.size() - 1, now);
            if (oldest < cameAt.size()) {
                Duration truth = now.minus(cameAt.get(oldest));
                assertThat(age.of(oldest, now))
                        .as("seed %s", seed)
                        .isLessThanOrEqualTo(truth)
                        .isGreaterThan(truth.minus(between).minusMillis(1));
            }
        }
    }

    @Test
    void whatWasNeverSeenHasNotWaited() {
        WaitingAge age = new WaitingAge();
        assertThat(age.of(5, Duration.ofSeconds(9))).isZero();
        age.keep(3, Duration.ofSeconds(9));
        assertThat(age.of(5, Duration.ofSeconds(19))).isZero();
        assertThat(age.of(1, Duration.ofSeconds(19))).isEqualTo(Duration.ofSeconds(10));
    }
}
