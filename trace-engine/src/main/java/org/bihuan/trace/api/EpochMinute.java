package org.bihuan.trace.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Minutes since 1970-01-01T00:00Z, the engine's only unit of time. Times are floored to the minute, and lie in the years
 * 1970 to 2199, so that a count of seconds or milliseconds given by mistake is refused instead of read as a far future.
 */
public final class EpochMinute {
    /** Minutes of a UTC day. */
    public static final int DAY = 1440;
    /** The first minute of the year 2200, which is no longer a time the engine takes. */
    public static final int LIMIT = 120_968_640;

    private EpochMinute() {}

    /** The minute the instant lies in. */
    public static int floor(Instant instant) {
        long minute = Math.floorDiv(instant.getEpochSecond(), 60L);
        if (minute < 0 || minute >= LIMIT) {
            throw new IllegalArgumentException("time " + instant + " lies outside the years 1970 to 2199");
        }
        return (int) minute;
    }

    /** Reads ISO 8601 with a zone, or epoch minutes; throws {@link IllegalArgumentException} naming value and rule. */
    public static int parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int minute = TimeText.parse(bytes, 0, bytes.length);
        if (minute < 0) {
            throw new IllegalArgumentException("time '" + text + "' " + TimeText.rule(minute));
        }
        return minute;
    }

    /** ISO 8601 in UTC with seconds, such as 2021-12-18T12:40:00Z. */
    public static String toText(int minute) {
        return Instant.ofEpochSecond(minute * 60L).toString();
    }

    /** The UTC day the minute lies in, counted from 1970-01-01. */
    public static int dayOf(int minute) {
        return Math.floorDiv(minute, DAY);
    }
}
