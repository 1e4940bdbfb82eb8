package org.bihuan.app.operations;

import java.time.Duration;
import java.util.List;
import org.bihuan.app.database.DatabaseFault;
import org.bihuan.app.duties.WorkerPulse;
import org.bihuan.app.jobs.Job;

/**
 * What one look at the machine found.
 *
 * @param live the queue of subjects about whom something was recorded
 * @param clock the queue of subjects whose time has come
 * @param factsPerSecond recorded by this server since the look before
 * @param clockSilent how long ago the clock's reading was last kept
 * @param diskFree bytes that can still be written where the data lie
 * @param withoutRetention places for which nobody has said how long personal data are kept
 */
record Observation(
        DatabaseFault database,
        Queue live,
        Queue clock,
        long parked,
        double factsPerSecond,
        List<WorkerPulse.Worker> workers,
        List<Job> jobs,
        Duration clockSilent,
        long diskFree,
        int withoutRetention) {

    /**
     * A queue.
     *
     * @param lag how long its oldest has waited in real time
     */
    record Queue(long length, Duration lag) {
        static final Queue EMPTY = new Queue(0, Duration.ZERO);
    }

    Observation {
        workers = List.copyOf(workers);
        jobs = List.copyOf(jobs);
    }
}
