package org.bihuan.app.arrivals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time that the funnel looks at, in the installation's zone: whole days, or from moment to moment as a briefing does.
 * {@code until} is the first moment after it.
 */
public record FunnelSpan(LocalDateTime from, LocalDateTime until) {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;
    /**
     * Of what stands in an address.
     *
     * @param from first day, or first moment
     * @param until last day, or first moment after it
     * @throws DateTimeException when it is neither day nor moment
     */
    static FunnelSpan of(String from, String until) {
        FunnelSpan span = new FunnelSpan(
                from.contains("T")
                        ? LocalDateTime.parse(from)
                        : LocalDate.parse(from).atStartOfDay(),
                until.contains("T")
                        ? LocalDateTime.parse(until)
                        : LocalDate.parse(until).plusDays(1).atStartOfDay());
        if (span.from.getYear() < EARLIEST || span.until.getYear() > LATEST) {
            throw new DateTimeException("years from " + EARLIEST + " to " + LATEST);
        }
        return span;
    }

    /** Whether it consists of whole days. */
    public boolean isDays() {
        return from.toLocalTime().equals(LocalTime.MIN) && until.toLocalTime().equals(LocalTime.MIN);
    }

    /** How its beginning stands in an address. */
    public String begins() {
        return isDays() ? from.toLocalDate().toString() : from.toString();
    }

    /** How its end stands in an address. */
    public String ends() {
        return isDays() ? until.toLocalDate().minusDays(1).toString() : until.toString();
    }

    Instant start(ZoneId zone) {
        return from.atZone(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return until.atZone(zone).toInstant();
    }
}
