package org.bihuan.app.facts;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Once after every activation, goes through the record and writes down how the declarations in force type it: a job that
 * goes on where it stood after a kill. Nobody waits for it, see {@link Typing}. A second job looks for bulk facts that
 * have become decisive. Thread-safe.
 */
@Component
class Retyping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Retyping.class);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int STEP = 5_000;

    private final Facts facts;
    private final Rules rules;
    private final Jobs jobs;
    private final boolean isOn;
    private volatile boolean running;
    private long finished = -1;

    Retyping(Facts facts, Rules rules, Jobs jobs, @Value("${bihuan.workers:2}") int workers) {
        this.facts = facts;
        this.rules = rules;
        this.jobs = jobs;
        this.isOn = workers > 0;
    }

    @Override
    public synchronized void start() {
        running = true;
        if (isOn) {
            Thread.ofPlatform().name("retyping").daemon(true).start(this::work);
        }
    }

    private void work() {
        while (running) {
            try {
                run();
            } catch (RuntimeException e) { // the next round tries again
                if (running) {
                    LOG.error("facts could not be retyped and will be later", e);
                }
            }
            try {
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Runs the job of the latest activation unless it has been done. */
    void run() {
        long activation = rules.lastActivation();
        if (activation == finished) {
            return;
        }
        boolean typed = run("facts-typing-" + activation, facts::retypeNext);
        boolean settled = run("facts-bulk-" + activation, facts::settleBulkNext);
        if (typed && settled) {
            finished = activation;
        }
    }

    /** Whether nothing of the job is left to do. */
    private boolean run(String name, BiFunction<@Nullable FactId, Integer, Facts.Retyped> steps) {
        Job.State state =
                jobs.run(name, job -> step(job, steps)).map(Job::state).orElse(Job.State.RUNNING);
        if (state == Job.State.FAILED) {
            jobs.resume(name);
        }
        return state == Job.State.DONE || state == Job.State.STOPPED;
    }

    private static Job.Step step(Job job, BiFunction<@Nullable FactId, Integer, Facts.Retyped> steps) {
        FactId after = job.cursor().isEmpty() ? null : new FactId(UUID.fromString(job.cursor()));
        Facts.Retyped retyped = steps.apply(after, STEP);
        FactId last = retyped.last();
        return new Job.Step(
                last == null ? job.cursor() : last.toString(), job.done() + retyped.count(), null, last == null);
    }

    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
