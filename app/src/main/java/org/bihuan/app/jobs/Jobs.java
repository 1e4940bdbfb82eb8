package org.bihuan.app.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Runs long work step by step and keeps its cursor. Thread-safe. */
@Service
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final JobStore store;
    private final Clock clock;
    private final UUID worker = UUID.randomUUID();

    Jobs(JobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Runs the job until it is done, stopped, or held by another server. Each step must be harmless when done twice: a
     * kill between the step and the saving of its cursor repeats it.
     *
     * @param step from the job as it stands to what it is after the step
     * @return the job afterwards
     */
    public Optional<Job> run(String name, Function<Job, Job.Step> step) {
        Optional<Job> job = store.lease(name, worker, clock.instant());
        while (job.isPresent()) {
            try {
                Job.Step result = step.apply(job.get());
                if (!store.save(name, worker, result, clock.instant()) || result.isLast()) {
                    break;
                }
            } catch (RuntimeException e) {
                LOG.error("the job {} failed", name, e);
                store.setState(name, Job.State.FAILED, String.valueOf(e.getMessage()), clock.instant());
                break;
            }
            job = store.lease(name, worker, clock.instant());
        }
        return find(name);
    }

    /** Asks the job to stop after its present step. */
    public void stop(String name) {
        store.setState(name, Job.State.STOPPED, "", clock.instant());
    }

    /** Lets a stopped or failed job go on where it stood, the next time somebody runs it. */
    public void resume(String name) {
        store.setState(name, Job.State.RUNNING, "", clock.instant());
    }

    /** The job, empty when nobody ever ran it. */
    public Optional<Job> find(String name) {
        return list().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Every job, the latest change first. */
    public List<Job> list() {
        return store.list();
    }
}
