package org.bihuan.app.returns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands with the return of a day.
 *
 * @param unit which unit
 * @param state at the moment asked about
 * @param deadline last moment of being on time
 * @param revisions all that it gave by that moment, the first first
 */
public record BoardLine(ReportingUnit unit, ReturnState state, Instant deadline, List<GivenReturn> revisions) {
    public BoardLine {
        revisions = List.copyOf(revisions);
    }

    /** What it says now. */
    public @Nullable GivenReturn latest() {
        return revisions.isEmpty() ? null : revisions.getLast();
    }

    public boolean isAmended() {
        return revisions.size() > 1;
    }
}
