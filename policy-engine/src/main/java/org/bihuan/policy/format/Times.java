package org.bihuan.policy.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads times in ISO 8601 with offset or Z; seconds may be left out. A time without zone is no time. */
public final class Times {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Times() {}

    /** The moment, null when the text is not one between the years 1900 and 2200. */
    public static @Nullable Instant parse(String text) {
        Instant quick = quick(text);
        if (quick != null) {
            return quick;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads {@code 2020-07-20T15:30[:00](Z|+08:00)} without the formatter, which takes most of a ledger's time. */
    private static @Nullable Instant quick(String text) {
        int length = text.length();
        if (length < 17
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':') {
            return null;
        }
        int zone = text.charAt(16) == ':' ? 19 : 16;
        int second = zone == 19 ? digits(text, 17, 2) : 0;
        int offset = offset(text, zone);
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        if (offset == Integer.MIN_VALUE
                || (year | month | day | hour | minute | second) < 0
                || year < FIRST_YEAR
                || year > LAST_YEAR
                || month < 1
                || month > 12
                || day < 1
                || day > 28
                || hour > 23
                || minute > 59
                || second > 59) {
            return null; // days 29 to 31 and everything odd go the slow and certain way
        }
        long epochDay = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(epochDay * 86_400 + hour * 3_600 + minute * 60 + second - offset);
    }

    /** Offset in seconds, {@link Integer#MIN_VALUE} when it is not one of the plain forms. */
    private static int offset(String text, int at) {
        if (text.length() == at + 1 && text.charAt(at) == 'Z') {
            return 0;
        }
        if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + 4, 2);
        int sign = text.charAt(at) == '+' ? 1 : text.charAt(at) == '-' ? -1 : 0;
        return (hours | minutes) < 0 || hours > 17 || minutes > 59 || sign == 0
                ? Integer.MIN_VALUE
                : sign * (hours * 3_600 + minutes * 60);
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
