package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the timeline in which nothing changes, as long as no fact comes.
 *
 * @param from first moment
 * @param until end, null for ever
 * @param measures in force, one an axis
 * @param release when the person may be released, null when nothing restricts them or ever did
 * @param duties every duty as known in this stretch, whatever its state
 */
public record Segment(
        Instant from,
        @Nullable Instant until,
        List<Measure> measures,
        @Nullable Release release,
        List<Duty> duties) {
    public Segment {
        measures = List.copyOf(measures);
        duties = List.copyOf(duties);
    }

    boolean contains(Instant at) {
        Instant end = until;
        return !at.isBefore(from) && (end == null || at.isBefore(end));
    }
}
