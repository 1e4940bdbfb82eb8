package org.bihuan.city;

import java.time.Duration;

/**
 * A span from which a whole number, or a length of time in hours, is drawn evenly.
 *
 * @param low the least, inclusive
 * @param high the most, inclusive for whole numbers
 */
record Span(int low, int high) {
    private static final int SECONDS_AN_HOUR = 3600;

    Span {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("a span goes from a number >= 0 up: " + low + ".." + high);
        }
    }

    int draw(Dice dice) {
        return low + dice.below(high - low + 1);
    }

    /** The bounds read as hours, drawn to the second. */
    Duration drawHours(Dice dice) {
        return Duration.ofSeconds((long) low * SECONDS_AN_HOUR + dice.below((high - low) * SECONDS_AN_HOUR + 1));
    }
}
