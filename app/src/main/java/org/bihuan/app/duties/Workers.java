package org.bihuan.app.duties;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.facts.Marks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that look at subjects. Each takes three batches of the live lane for one of the clock lane, so that a
 * flood of facts never keeps restrictions from ending, nor the other way round. When nobody waits they rest a moment, or until
 * somebody is marked.
 */
@Component
class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int TURNS = 4;

    private final Reconciler reconciler;
    private final Marks marks;
    private final Clock clock;
    private final WorkerPulse pulse;
    private final int count;
    private final int batch;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(
            Reconciler reconciler,
            Marks marks,
            Clock clock,
            WorkerPulse pulse,
            @Value("${bihuan.workers:2}") int count,
            @Value("${bihuan.worker-batch:500}") int batch) {
        this.reconciler = reconciler;
        this.marks = marks;
        this.clock = clock;
        this.pulse = pulse;
        this.count = count;
        this.batch = batch;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(
                    Thread.ofPlatform().name("worker-" + (i + 1)).daemon(true).start(() -> work(number)));
        }
    }

    private void work(int number) {
        String name = Thread.currentThread().getName();
        long heard = 0;
        for (int turn = 0; running; turn++) {
            pulse.beat(name);
            try {
                Lane lane = turn % TURNS == TURNS - 1 ? Lane.CLOCK : Lane.LIVE;
                heard = lane == Lane.LIVE ? marks.heard() : heard; // whoever is marked after this look ends the rest
                int done = reconciler.run(lane, clock.instant(), batch, number, count);
                if (done == 0 && lane == Lane.CLOCK) {
                    marks.await(heard, REST);
                } else if (done == 0) {
                    turn = TURNS - 2; // nobody waits in the live lane: look at the clock next
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) { // a worker that ends would be missed only when duties are late
                if (running) {
                    LOG.error("a worker could not go on and tries again", e);
                    pause();
                }
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
    public synchronized void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        pulse.stopped();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
