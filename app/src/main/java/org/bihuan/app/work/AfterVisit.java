package org.bihuan.app.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a result.
 *
 * @param again after how long it is tried again; empty when nobody knows without being told
 * @param asks whether the next attempt has to be told
 * @param handsOver whether the duty goes where the person has moved
 */
record AfterVisit(Optional<Duration> again, boolean asks, boolean handsOver) {
    static AfterVisit of(Map<?, ?> row) {
        Object again = row.get("again");
        return new AfterVisit(
                Optional.ofNullable(again).map(text -> Duration.parse(text.toString())),
                Boolean.TRUE.equals(row.get("ask")),
                Boolean.TRUE.equals(row.get("hand-over")));
    }

    /** When to try again: while the duty can still be done in time, else as soon as that. */
    Optional<Instant> next(Instant tried, Instant dueAt) {
        return again.map(tried::plus).map(next -> dueAt.isAfter(tried) && next.isAfter(dueAt) ? dueAt : next);
    }
}
