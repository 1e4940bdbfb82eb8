package org.bihuan.app.destruction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the calendar and does what has been agreed. A restart goes on where it stood. Rests in a replay. */
@Component
class RetentionWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWorker.class);
    private static final Duration REST = Duration.ofSeconds(2);

    private final RetentionRuns runs;
    private final RetentionWork work;
    private final HoldWork holds;
    private final Jobs jobs;
    private final Clock clock;
    private final boolean isReplay;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    RetentionWorker(
            RetentionRuns runs,
            RetentionWork work,
            HoldWork holds,
            Jobs jobs,
            Clock clock,
            @Value("${bihuan.replay:false}") boolean isReplay) {
        this.runs = runs;
        this.work = work;
        this.holds = holds;
        this.jobs = jobs;
        this.clock = clock;
        this.isReplay = isReplay;
    }

    /** One look. */
    void look() {
        Instant now = clock.instant();
        holds.look(now);
        runs.makeDue(now);
        if (runs.mustWait()) {
            return;
        }
        runs.running().forEach(run -> jobs.run(run.job(), job -> work.step(run, job)));
    }

    private void work() {
        while (running) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.error("what has been kept for long enough could not be destroyed and is tried again", e);
            }
            try {
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        if (!isReplay) {
            thread = Thread.ofPlatform().name("retention").daemon(true).start(() -> Asking.asMachine(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
