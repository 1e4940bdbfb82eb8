package org.bihuan.policy.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.pack.DutyDefinition;

/**
 * One turn of a duty that comes back every civil day. Nothing is owed for an hour that comes only after the end.
 *
 * @param step its civil date, with the number of the turn when a day has several
 * @param opensAt first moment at which evidence counts for this turn
 * @param dueAt last moment
 * @param endsAt evidence from here on belongs to the next turn
 */
record Turn(String step, Instant opensAt, Instant dueAt, Instant endsAt) {
    private static final int MOST = 1_000;

    /** @param dueHour hour by which the last of the day is due, 1 to 24 */
    static List<Turn> list(Case subject, DutyDefinition.Repeat repeat, int dueHour, Instant from, Instant until) {
        ZoneId zone = subject.bound().zone();
        List<Turn> turns = new ArrayList<>();
        LocalDate day = subject.date(from);
        while (turns.size() < MOST && day.atStartOfDay(zone).toInstant().isBefore(until)) {
            Instant opens = day.atStartOfDay(zone).toInstant();
            Instant close = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (int i = 1; i <= repeat.perDay(); i++) {
                Instant due = hour(day, zone, dueHour * i / repeat.perDay());
                Instant ends = i == repeat.perDay() ? close : due;
                if (due.isAfter(from) && !due.isAfter(until)) {
                    String step = repeat.perDay() == 1 ? day.toString() : day + "/" + i;
                    turns.add(new Turn(step, Obligations.later(opens, from), due, ends));
                }
                opens = ends;
            }
            day = day.plusDays(1);
        }
        return turns;
    }

    private static Instant hour(LocalDate day, ZoneId zone, int hour) {
        return hour == 24
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
