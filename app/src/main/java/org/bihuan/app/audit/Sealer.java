package org.bihuan.app.audit;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that seals once a second, and a last time when the server ends. */
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST = 5_000;

    private final Sealing sealing;
    private final HeadFile heads;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Sealer(Sealing sealing, HeadFile heads, Clock clock) {
        this.sealing = sealing;
        this.heads = heads;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("audit").daemon(true).start(this::work);
    }

    private void work() {
        while (running) {
            quietly();
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void quietly() {
        try {
            while (sealing.run(clock.instant(), MOST) == MOST) {
                // a flood of entries makes several batches a second
            }
            heads.keep(clock.instant());
        } catch (RuntimeException e) { // without this thread the chain would stand still unseen
            LOG.error("the record of reading could not be sealed and is tried again", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly();
        heads.keepNow(clock.instant());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
