package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many subjects a step of a trial reads, how long an answer is kept, and what time it is. Thread-safe. */
@Component
class TrialSettings {
    private final int step;
    private final Duration kept;
    private final Clock clock;

    TrialSettings(
            @Value("${bihuan.orders.step:8000}") int step,
            @Value("${bihuan.orders.what-if-kept:14d}") Duration kept,
            Clock clock) {
        this.step = step;
        this.kept = kept;
        this.clock = clock;
    }

    int step() {
        return step;
    }

    Instant now() {
        return clock.instant();
    }

    /** What ended before this is forgotten. */
    Instant keptSince() {
        return now().minus(kept);
    }
}
