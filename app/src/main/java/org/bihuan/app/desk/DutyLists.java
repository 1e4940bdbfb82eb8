package org.bihuan.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.springframework.stereotype.Component;

/** The part of a desk that is about duties: what is late and what is due within the hour. Thread-safe. */
@Component
class DutyLists {
    private static final Duration SOON = Duration.ofHours(1);
    private static final int SHOWN = 8;

    private final Duties duties;
    private final LateByPlace places;

    DutyLists(Duties duties, LateByPlace places) {
        this.duties = duties;
        this.places = places;
    }

    DeskView.Owed of(DivisionCode region, Instant now) {
        Map<Duty.State, Long> counts = duties.count(DutyQuery.unmet(1), now);
        long late = counts.getOrDefault(Duty.State.LATE, 0L);
        return new DeskView.Owed(
                late,
                counts.getOrDefault(Duty.State.OPEN, 0L),
                duties.count(soon(now, 1), now).getOrDefault(Duty.State.OPEN, 0L),
                duties.list(late(SHOWN), now),
                duties.list(soon(now, SHOWN), now),
                places.of(region, late(1), late, now));
    }

    /** A page of what is due within the hour. */
    List<DutyView> soon(Instant now, Optional<DutyQuery.Position> after, int limit) {
        DutyQuery first = soon(now, limit);
        return duties.list(
                new DutyQuery(
                        first.states(), first.division(), first.owner(), first.kind(), first.dueBefore(), after, limit),
                now);
    }

    /** How many are due within the hour. */
    long countSoon(Instant now) {
        return duties.count(soon(now, 1), now).getOrDefault(Duty.State.OPEN, 0L);
    }

    private static DutyQuery soon(Instant now, int limit) {
        return query(Set.of(Duty.State.OPEN), Optional.of(now.plus(SOON)), limit);
    }

    private static DutyQuery late(int limit) {
        return query(Set.of(Duty.State.LATE), Optional.empty(), limit);
    }

    private static DutyQuery query(Set<Duty.State> states, Optional<Instant> before, int limit) {
        return new DutyQuery(
                states, Optional.empty(), Optional.empty(), Optional.empty(), before, Optional.empty(), limit);
    }
}
