package org.bihuan.trace.cli;

import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.Window;

/** Reads single values of the command line; what is wrong is said with the option's name, the value and the rule. */
final class Values {
    private static final long LIMIT = 366L * EpochMinute.DAY;

    private Values() {}

    static Window window(Arguments arguments) {
        int from = time("--from", arguments.get("--from"));
        int to = time("--to", arguments.get("--to"));
        if (to <= from) {
            String last = arguments.get("--to");
            String first = arguments.get("--from");
            throw new UsageError(
                    "--to:" + last + " 须比 --from " + first + " 晚至少一分钟。",
                    "--to: " + last + " is not later than --from " + first + " by a minute or more");
        }
        return new Window(from, to);
    }

    static int time(String name, String text) {
        try {
            return EpochMinute.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UsageError(
                    name + ":时间 '" + text + "' 须为带时区的 ISO 8601(如 2021-12-18T20:40+08:00)或 1970 年以来的分钟数。",
                    name + ": " + wrong.getMessage());
        }
    }

    /** Minutes of a duration such as 15m, 24h or 7d. */
    static int minutes(String name, String text) {
        UsageError rule = new UsageError(
                name + ":'" + text + "' 须为整数加 m、h 或 d,最多 366 天,如 15m。",
                name + ": '" + text + "' is not a whole number of m, h or d of at most 366 days, such as 15m");
        if (text.length() < 2 || text.length() > 9) {
            throw rule;
        }
        int unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 1;
            case 'h' -> 60;
            case 'd' -> EpochMinute.DAY;
            default -> throw rule;
        };
        long minutes = number(text.substring(0, text.length() - 1), rule) * (long) unit;
        if (minutes > LIMIT) {
            throw rule;
        }
        return (int) minutes;
    }

    /** A count of at least the given size. */
    static int count(String name, String text, int atLeast) {
        UsageError rule = new UsageError(
                name + ":'" + text + "' 须为不小于 " + atLeast + " 的整数。",
                name + ": '" + text + "' is not a whole number of " + atLeast + " or more");
        int value = number(text, rule);
        if (value < atLeast) {
            throw rule;
        }
        return value;
    }

    private static int number(String text, UsageError rule) {
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw rule;
        }
        return Integer.parseInt(text);
    }
}
