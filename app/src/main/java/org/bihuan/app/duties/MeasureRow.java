package org.bihuan.app.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A measure in force between two moments, as the gate and the pages read it by time.
 *
 * @param measure the measure
 * @param startsAt first moment
 * @param endsAt end, null while none is known
 */
record MeasureRow(
        Measure measure, Instant startsAt, @Nullable Instant endsAt) {

    /** Joins equal measures of neighbouring segments. */
    static List<MeasureRow> of(Decision decision) {
        List<MeasureRow> rows = new ArrayList<>();
        Map<Measure, Integer> open = new HashMap<>();
        for (Segment segment : decision.segments()) {
            for (Measure measure : segment.measures()) {
                Integer at = open.get(measure);
                if (at != null && Objects.equals(rows.get(at).endsAt(), segment.from())) {
                    rows.set(at, new MeasureRow(measure, rows.get(at).startsAt(), segment.until()));
                } else {
                    open.put(measure, rows.size());
                    rows.add(new MeasureRow(measure, start(decision, measure, segment), segment.until()));
                }
            }
        }
        return rows;
    }

    /** A measure that runs already began where it says, not at the moment somebody looked. */
    private static Instant start(Decision decision, Measure measure, Segment segment) {
        if (!segment.from().equals(decision.decidedAt())) {
            return segment.from();
        }
        Instant overdue = measure.overdueSince();
        return overdue != null ? overdue : measure.from();
    }
}
