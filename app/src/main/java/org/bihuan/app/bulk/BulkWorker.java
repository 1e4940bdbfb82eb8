package org.bihuan.app.bulk;

import java.time.Duration;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that works actions off, one after the other; after a kill it goes on where it stood. */
@Component
class BulkWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
    private static final Duration REST = Duration.ofMillis(300);

    private final BulkActionStore store;
    private final BulkSteps steps;
    private final Jobs jobs;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    BulkWorker(BulkActionStore store, BulkSteps steps, Jobs jobs) {
        this.store = store;
        this.steps = steps;
        this.jobs = jobs;
    }

    /** Name of the job that works on the action. */
    static String job(BulkAction action) {
        return action.state() == BulkAction.State.UNDOING ? "bulk/undo/" + action.id() : "bulk/" + action.id();
    }

    private void work() {
        while (running) {
            try {
                for (BulkAction action : store.working()) {
                    jobs.run(job(action), job -> steps.run(action, job));
                }
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("actions on many duties wait", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(REST.multipliedBy(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("bulk").daemon(true).start(() -> Asking.asMachine(this::work));
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(3)); // a step cut short is done again by the next server
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
