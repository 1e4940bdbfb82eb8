package org.bihuan.app.doorstep;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something was done, by a phone's clock.
 *
 * @param said by the server's clock as far as the phone knew it
 * @param at the same, null where it lies ahead of the server's clock and so cannot be right
 * @param isDoubted whether the phone's clock was changed in between, or ran ahead
 */
record PhoneMoment(Instant said, @Nullable Instant at, boolean isDoubted) {
    /** Clocks drift; a difference up to this is no sign that somebody set the phone's clock. */
    private static final Duration DRIFT = Duration.ofMinutes(5);

    /**
     * Of a command.
     *
     * @param phoneAt the phone's clock when it was done, milliseconds since 1970
     * @param offsetMillis how far the server's clock was ahead as the phone knew it then
     * @param phoneNow the phone's clock at sending
     */
    static PhoneMoment of(long phoneAt, long offsetMillis, long phoneNow, Instant now) {
        Instant said = Instant.ofEpochMilli(phoneAt).plusMillis(offsetMillis).truncatedTo(ChronoUnit.SECONDS);
        boolean changed = Math.abs(now.toEpochMilli() - phoneNow - offsetMillis) > DRIFT.toMillis();
        // It happened at the latest when it was sent. The server keeps the moment it takes the first time, so that
        // sending
        // the command again says the same.
        boolean ahead = said.isAfter(now);
        return new PhoneMoment(said, ahead ? null : said, changed || ahead);
    }
}
