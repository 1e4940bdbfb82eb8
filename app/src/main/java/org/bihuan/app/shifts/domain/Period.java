package org.bihuan.app.shifts.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A time from its start until before its end. */
public record Period(Instant from, Instant until) {
    /** Whether the moment lies in it. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Those parts of this time that none of the others covers, in order: the empty shifts of a roster. */
    public List<Period> gaps(Collection<Period> covered) {
        List<Period> gaps = new ArrayList<>();
        Instant open = from;
        for (Period each :
                covered.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            Instant start = each.from().isAfter(until) ? until : each.from();
            if (start.isAfter(open)) {
                gaps.add(new Period(open, start));
            }
            if (each.until().isAfter(open)) {
                open = each.until();
            }
        }
        if (open.isBefore(until)) {
            gaps.add(new Period(open, until));
        }
        return gaps;
    }
}
