package org.bihuan.app.briefing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moment that a briefing speaks of.
 *
 * @param day local day
 * @param at the moment
 */
public record CutOff(LocalDate day, Instant at) {
    /** The last one that is not after now, in a zone. */
    public static CutOff last(LocalTime time, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant at = today.atTime(time).atZone(zone).toInstant();
        return at.isAfter(now) ? of(today.minusDays(1), time, zone) : new CutOff(today, at);
    }

    /**
     * Those after the day of the last briefing that are not after now, the earliest first; the last one alone when there
     * was no briefing yet.
     *
     * @param most how many mornings are made up, counted from the latest
     */
    public static List<CutOff> missed(LocalTime time, ZoneId zone, Optional<LocalDate> lastDay, Instant now, int most) {
        CutOff last = last(time, zone, now);
        LocalDate oldest = last.day().minusDays(most - 1L);
        LocalDate first = lastDay.map(day -> day.plusDays(1))
                .map(day -> day.isBefore(oldest) ? oldest : day)
                .orElse(last.day());
        List<CutOff> missed = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last.day()); day = day.plusDays(1)) {
            missed.add(of(day, time, zone));
        }
        return missed;
    }

    private static CutOff of(LocalDate day, LocalTime time, ZoneId zone) {
        return new CutOff(day, day.atTime(time).atZone(zone).toInstant());
    }
}
