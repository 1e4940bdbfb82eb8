package org.bihuan.policy.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bihuan.policy.pack.Unit;

/**
 * The length of a sliding window.
 *
 * @param amount how many units
 * @param unit hours, days or civil days
 * @param zone civil time, for civil days
 */
public record WindowLength(long amount, Unit unit, ZoneId zone) {
    /** First moment at which something that happened then is no longer in the window that ends now. */
    public Instant expiryOf(Instant happened) {
        return switch (unit) {
            case HOURS, DAYS -> happened.plusSeconds(amount * unit.seconds());
            case CIVIL_DAYS ->
                LocalDate.ofInstant(happened, zone)
                        .plusDays(amount)
                        .atStartOfDay(zone)
                        .toInstant();
            case YEARS, COUNT, DIVISIONS, TEST_SCHEDULE ->
                throw new IllegalStateException("a window is hours, days or civil days");
        };
    }

    /** Whether a happening lies in the window that ends at the moment, the moment included. */
    public boolean contains(Instant happened, Instant end) {
        return !happened.isAfter(end) && end.isBefore(expiryOf(happened));
    }
}
