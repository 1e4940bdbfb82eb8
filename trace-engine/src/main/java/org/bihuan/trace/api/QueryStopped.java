package org.bihuan.trace.api;

import java.io.Serial;

/** A question was given up before its answer was complete; no part of the answer is handed out. */
public final class QueryStopped extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    QueryStopped(Reason reason) {
        super(reason == Reason.CANCELLED ? "the query was cancelled" : "the query passed its deadline");
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a question was given up. */
    public enum Reason {
        CANCELLED,
        DEADLINE
    }
}
