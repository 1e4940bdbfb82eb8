package org.bihuan.app.briefing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

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

    private static CutOff of(LocalDate day, LocalTime time, ZoneId zone) {
        return new CutOff(day, day.atTime(time).atZone(zone).toInstant());
    }
}
