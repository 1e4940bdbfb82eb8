package org.bihuan.trace.api;

/**
 * Reads times from bytes without making objects: {@code 2021-12-18T20:40[:ss[.f]]} with {@code Z}, {@code +08:00},
 * {@code +0800} or {@code +08} behind it, or a bare count of epoch minutes. A blank may stand for the T. Linear in the
 * length. It does not know named zones or week dates.
 */
public final class TimeText {
    /** Neither ISO 8601 nor a number. */
    public static final int UNREADABLE = -1;
    /** A date and time without a zone. */
    public static final int WITHOUT_ZONE = -2;
    /** Outside the years 1970 to 2199. */
    public static final int OUT_OF_RANGE = -3;

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private TimeText() {}

    /** The epoch minute written in the bytes, floored, or one of the negative codes of this class. */
    public static int parse(byte[] text, int from, int to) {
        int length = to - from;
        if (length >= 5 && text[from + 4] == '-') {
            return parseIso(text, from, to);
        }
        return parseNumber(text, from, to);
    }

    /** The rule a negative code stands for, to be read behind the value. */
    public static String rule(int code) {
        return switch (code) {
            case WITHOUT_ZONE -> "has no zone: end it with Z or an offset such as +08:00";
            case OUT_OF_RANGE -> "lies outside the years 1970 to 2199 (a bare number counts minutes)";
            default -> "is neither ISO 8601 with a zone nor a count of epoch minutes";
        };
    }

    private static int parseNumber(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        if (start == to) {
            return UNREADABLE;
        }
        long value = 0;
        for (int i = start; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return UNREADABLE;
            }
            value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
        }
        return value >= EpochMinute.LIMIT || (negative && value > 0) ? OUT_OF_RANGE : (int) value;
    }

    private static int parseIso(byte[] text, int from, int to) {
        if (to - from < 16 || text[from + 7] != '-' || text[from + 13] != ':' || !isSeparator(text[from + 10])) {
            return UNREADABLE;
        }
        int year = digits(text, from, 4);
        int month = digits(text, from + 5, 2);
        int day = digits(text, from + 8, 2);
        int hour = digits(text, from + 11, 2);
        int minute = digits(text, from + 14, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return UNREADABLE;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return UNREADABLE;
        }
        int zone = afterSeconds(text, from + 16, to);
        if (zone < 0) {
            return UNREADABLE;
        }
        if (zone == to) {
            return WITHOUT_ZONE;
        }
        int offset = offset(text, zone, to);
        if (offset == Integer.MIN_VALUE) {
            return UNREADABLE;
        }
        long result = epochDay(year, month, day) * EpochMinute.DAY + hour * 60L + minute - offset;
        return result < 0 || result >= EpochMinute.LIMIT ? OUT_OF_RANGE : (int) result;
    }

    private static boolean isSeparator(byte character) {
        return character == 'T' || character == 't' || character == ' ';
    }

    /** Where the zone starts: behind the optional seconds and their fraction; -1 when those are malformed. */
    private static int afterSeconds(byte[] text, int from, int to) {
        if (from == to || text[from] != ':') {
            return from;
        }
        if (to - from < 3) {
            return -1;
        }
        int seconds = digits(text, from + 1, 2);
        if (seconds < 0 || seconds > 59) {
            return -1;
        }
        int next = from + 3;
        if (next < to && (text[next] == '.' || text[next] == ',')) {
            int first = ++next;
            while (next < to && text[next] >= '0' && text[next] <= '9') {
                next++;
            }
            return next == first ? -1 : next;
        }
        return next;
    }

    /** Minutes east of UTC, or {@link Integer#MIN_VALUE}. */
    private static int offset(byte[] text, int from, int to) {
        int length = to - from;
        byte sign = text[from];
        if (sign == 'Z' || sign == 'z') {
            return length == 1 ? 0 : Integer.MIN_VALUE;
        }
        boolean colon = length == 6 && text[from + 3] == ':';
        if ((sign != '+' && sign != '-') || !(length == 3 || length == 5 || colon)) {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, from + 1, 2);
        int minutes = length == 3 ? 0 : digits(text, to - 2, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    private static int digits(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static long epochDay(int year, int month, int day) {
        int before = year - 1;
        long days = 365L * before + before / 4 - before / 100 + before / 400;
        return days + DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1 - 719_162;
    }
}
