package org.bihuan.trace.api;

import java.util.function.LongSupplier;

/**
 * How long a question may take. The engine asks it between the stays it expands, some ten thousand candidates apart at
 * most. One limit serves one question; {@link #cancel()} may be called from any thread.
 */
public final class QueryLimit {
    private final LongSupplier nanoClock;
    private final long deadlineNanos;
    private volatile boolean cancelled;

    private QueryLimit(LongSupplier nanoClock, long deadlineNanos) {
        this.nanoClock = nanoClock;
        this.deadlineNanos = deadlineNanos;
    }

    /** No deadline; it can still be cancelled. */
    public static QueryLimit none() {
        return new QueryLimit(() -> 0L, 1L);
    }

    /**
     * A limit of some nanoseconds from now on.
     *
     * @param nanoClock a clock that only runs forward, such as System::nanoTime
     */
    public static QueryLimit within(long nanos, LongSupplier nanoClock) {
        return new QueryLimit(nanoClock, nanoClock.getAsLong() + nanos);
    }

    /** Makes the question stop soon. */
    public void cancel() {
        cancelled = true;
    }

    /** Throws {@link QueryStopped} once cancelled or past the deadline. */
    public void check() {
        if (cancelled) {
            throw new QueryStopped(QueryStopped.Reason.CANCELLED);
        }
        if (nanoClock.getAsLong() - deadlineNanos >= 0) {
            throw new QueryStopped(QueryStopped.Reason.DEADLINE);
        }
    }
}
