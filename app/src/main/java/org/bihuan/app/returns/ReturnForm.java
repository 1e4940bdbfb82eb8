package org.bihuan.app.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A kind of return.
 *
 * @param id name in data
 * @param title what people call it
 * @param due local time by which it is expected, on its day
 * @param kinds kinds of unit that owe it; empty for all
 * @param zero what ticking "nothing to report" says
 * @param fields what is asked
 * @param until last day, null while there is none
 */
public record ReturnForm(
        String id,
        Wording title,
        LocalTime due,
        Set<String> kinds,
        Wording zero,
        List<ReturnField> fields,
        @Nullable LocalDate until) {
    public ReturnForm {
        kinds = Set.copyOf(kinds);
        fields = List.copyOf(fields);
    }

    /** The last moment at which the return of a day is on time. */
    public Instant deadline(LocalDate day, ZoneId zone) {
        return day.atTime(due).atZone(zone).toInstant();
    }

    /** Whether a unit of the kind owes it on the day. */
    public boolean asks(String kind, LocalDate day) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (until == null || !day.isAfter(until));
    }
}
