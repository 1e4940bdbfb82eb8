package org.bihuan.app.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the reading fresh while the server runs, and once more when it ends. Thread-safe. */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock").factory());
    private final Runnable last;
    private final AtomicLong kept = new AtomicLong(System.nanoTime());

    Heartbeat(Duration every, Runnable beat, Runnable last) {
        this.last = last;
        var _ = beats.scheduleAtFixedRate(
                () -> quietly(() -> {
                    beat.run();
                    kept.set(System.nanoTime());
                }),
                0,
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** How long ago the reading was last kept, in real time. */
    public Duration sinceKept() {
        return Duration.ofNanos(System.nanoTime() - kept.get());
    }

    /** A beat that fails must not end the beats to come. */
    private static void quietly(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.warn("the time of the clock could not be kept", e);
        }
    }

    @Override
    public void close() {
        beats.close();
        quietly(last);
    }
}
