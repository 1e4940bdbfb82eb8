package org.bihuan.app.orders;

import java.time.Duration;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread of the lane {@code sweep}: previews, approved changes whose moment has come, values from a date on. */
@Component
class OrdersWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersWorker.class);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final OrdersWork work;
    private final boolean works;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param works false where somebody else runs the work, such as a test */
    OrdersWorker(OrdersWork work, @Value("${bihuan.orders.worker:true}") boolean works) {
        this.work = work;
        this.works = works;
    }

    @Override
    public void start() {
        running = true;
        if (!works) {
            return;
        }
        thread = Thread.ofPlatform().name("orders").daemon(true).start(() -> Asking.asMachine(this::work));
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
                    LOG.warn("changes of orders wait: {}", e.toString());
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
