package org.bihuan.app.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the reading fresh while the server runs, and once more when it ends. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock").factory());
    private final Runnable last;

    Heartbeat(Duration every, Runnable beat, Runnable last) {
        this.last = last;
        var _ = beats.scheduleAtFixedRate(() -> quietly(beat), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A beat that fails must not end the beats to come. */
    private static void quietly(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.warn("the time of the clock could not be kept: {}", e.toString());
        }
    }

    @Override
    public void close() {
        beats.close();
        quietly(last);
    }
}
