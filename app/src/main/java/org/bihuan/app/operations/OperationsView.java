package org.bihuan.app.operations;

import java.time.Duration;
import java.util.List;
import org.bihuan.app.duties.Parked;
import org.bihuan.app.jobs.Job;

/**
 * What the page shows.
 *
 * @param parts the parts of the machine with whether each is well
 * @param retried how many subjects were just let go, null when nobody asked
 */
public record OperationsView(
        List<Line> alarms,
        List<Part> parts,
        List<QueueLine> queues,
        String factsPerSecond,
        String decisionMillis,
        List<JobLine> jobs,
        List<Parked> parked,
        long parkedInAll) {

    /** A text by its key with what is put into it, and what to do about it by another key. */
    public record Line(String textKey, Object value, String outKey) {}

    /** A part of the machine. */
    public record Part(String textKey, boolean isWell, String detail) {}

    /**
     * A queue.
     *
     * @param limit the longest that its oldest may wait
     */
    public record QueueLine(String textKey, long length, Duration lag, Duration limit) {
        /** Whether somebody has waited too long. */
        public boolean isLate() {
            return lag.compareTo(limit) > 0;
        }
    }

    /**
     * A job.
     *
     * @param percent how far it is, -1 while nobody knows
     */
    public record JobLine(String name, Job.State state, long done, long total, int percent, String detail) {}
}
