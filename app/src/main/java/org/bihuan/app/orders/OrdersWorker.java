package org.bihuan.app.orders;

import java.time.Duration;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread that does what there is to do about orders, rests, and looks again. */
class OrdersWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersWorker.class);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final String name;
    private final Runnable work;
    private final boolean works;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param works false where somebody else runs the work, such as a test */
    OrdersWorker(String name, Runnable work, boolean works) {
        this.name = name;
        this.work = work;
        this.works = works;
    }

    @Override
    public void start() {
        running = true;
        if (!works) {
            return;
        }
        thread = Thread.ofPlatform().name(name).daemon(true).start(() -> Asking.asMachine(this::work));
    }

    private void work() {
        while (running) {
            try {
                work.run();
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("the work of the thread {} waits: {}", name, e.toString());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread known = thread;
        if (known != null) {
            try {
                known.join(Duration.ofSeconds(3)); // a step cut short is done again by the next server
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
