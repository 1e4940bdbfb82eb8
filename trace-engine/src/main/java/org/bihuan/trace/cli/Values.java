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
            throw new UsageError("--to: " + arguments.get("--to") + " is not later than --from "
                    + arguments.get("--from") + " by a minute or more");
        }
        return new Window(from, to);
    }

    static int time(String name, String text) {
        try {
            return EpochMinute.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UsageError(name + ": " + wrong.getMessage());
        }
    }

    /** Minutes of a duration such as 15m, 24h or 7d. */
    static int minutes(String name, String text) {
        String rule = name + ": '" + text + "' is not a whole number of m, h or d of at most 366 days, such as 15m";
        if (text.length() < 2 || text.length() > 9) {
            throw new UsageError(rule);
        }
        int unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 1;
            case 'h' -> 60;
            case 'd' -> EpochMinute.DAY;
            default -> throw new UsageError(rule);
        };
        long minutes = number(text.substring(0, text.length() - 1), rule) * (long) unit;
        if (minutes > LIMIT) {
            throw new UsageError(rule);
        }
        return (int) minutes;
    }

    /** A count of at least the given size. */
    static int count(String name, String text, int atLeast) {
        String rule = name + ": '" + text + "' is not a whole number of " + atLeast + " or more";
        int value = number(text, rule);
        if (value < atLeast) {
            throw new UsageError(rule);
        }
        return value;
    }

    private static int number(String text, String rule) {
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw new UsageError(rule);
        }
        return Integer.parseInt(text);
    }
}
