package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.table.Threshold;

/**
 * Ages of moments, counted in whole seconds, civil midnights or calendar years, and the first moment at which an age
 * passes a threshold.
 */
final class Ages {
    private Ages() {}

    /** The age at a moment of what happened at the anchor; negative when it lies ahead. */
    static double age(Instant anchor, Instant at, Unit unit, ZoneId zone) {
        return switch (unit) {
            case HOURS, DAYS -> (double) Duration.between(anchor, at).getSeconds() / unit.seconds();
            case CIVIL_DAYS ->
                ChronoUnit.DAYS.between(LocalDate.ofInstant(anchor, zone), LocalDate.ofInstant(at, zone));
            case YEARS -> ChronoUnit.YEARS.between(LocalDate.ofInstant(anchor, zone), LocalDate.ofInstant(at, zone));
            case COUNT, DIVISIONS, TEST_SCHEDULE -> throw new IllegalStateException("an age is a time");
        };
    }

    /** The first moment at which the age lies beyond the threshold. */
    static Instant crossing(Instant anchor, Threshold threshold, Unit unit, ZoneId zone) {
        return switch (unit) {
            case HOURS, DAYS -> anchor.plusSeconds(steps(threshold, unit.seconds()));
            case CIVIL_DAYS ->
                LocalDate.ofInstant(anchor, zone)
                        .plusDays(steps(threshold, 1))
                        .atStartOfDay(zone)
                        .toInstant();
            case YEARS ->
                LocalDate.ofInstant(anchor, zone)
                        .plusYears(steps(threshold, 1))
                        .atStartOfDay(zone)
                        .toInstant();
            case COUNT, DIVISIONS, TEST_SCHEDULE -> throw new IllegalStateException("an age is a time");
        };
    }

    /** Whole steps (seconds, days, years) of age at which the threshold has been passed. */
    private static long steps(Threshold threshold, long stepsPerUnit) {
        double exact = threshold.value() * stepsPerUnit;
        return threshold.changesAfter() ? (long) Math.floor(exact) + 1 : (long) Math.ceil(exact);
    }
}
