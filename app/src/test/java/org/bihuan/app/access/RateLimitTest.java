package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A burst is let through, then so many a second, and one address does not use up another's share. */
class RateLimitTest {
    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");

    @Test
    void aBurstThenTheRate() {
        RateLimit limit = new RateLimit(2, 10);
        assertThat(taken(limit, "a", NOON, 100)).isEqualTo(10);
        assertThat(taken(limit, "b", NOON, 1)).isEqualTo(1);
        assertThat(taken(limit, "a", NOON.plusSeconds(3), 100)).isEqualTo(6);
        assertThat(taken(limit, "a", NOON.plusSeconds(3600), 100)).isEqualTo(10);
        assertThat(taken(limit, "a", NOON, 1))
                .as("time that goes back gives nothing")
                .isZero();
    }

    private static long taken(RateLimit limit, String key, Instant now, int wanted) {
        return IntStream.range(0, wanted).filter(i -> limit.take(key, now)).count();
    }
}
