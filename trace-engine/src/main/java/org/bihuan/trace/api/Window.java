package org.bihuan.trace.api;

/**
 * The time a question is about, [from, to): a stay counts with the part of it that lies inside.
 *
 * @param fromMinute epoch minute, inclusive
 * @param toMinute epoch minute, exclusive, later than fromMinute
 */
public record Window(int fromMinute, int toMinute) {
    public Window {
        if (fromMinute < 0 || toMinute > EpochMinute.LIMIT) {
            throw new IllegalArgumentException("window: lies outside the years 1970 to 2199");
        }
        if (toMinute <= fromMinute) {
            throw new IllegalArgumentException("window: from " + EpochMinute.toText(fromMinute)
                    + " must be earlier than to " + EpochMinute.toText(toMinute));
        }
    }
}
