package org.bihuan.trace.index;

import java.util.OptionalInt;
import org.bihuan.trace.api.EpochMinute;

/**
 * How rows become stays. Stored in the index when it is made; an append with other settings is refused, because the same
 * rows would mean something else.
 *
 * @param assumedStayMinutes length assumed for a row without leave; empty when such rows are rejected
 * @param maxStayMinutes longest stay that is believed, at most 366 days
 */
public record IndexSettings(OptionalInt assumedStayMinutes, int maxStayMinutes) {
    /** A day, the longest stay believed when nothing else is said. */
    public static final int DEFAULT_MAX_STAY_MINUTES = EpochMinute.DAY;

    private static final int LIMIT = 366 * EpochMinute.DAY;

    public IndexSettings {
        check("max-stay", maxStayMinutes);
        assumedStayMinutes.ifPresent(minutes -> check("assumed-stay", minutes));
    }

    /** Rows without leave are rejected; no stay is longer than a day. */
    public static IndexSettings defaults() {
        return new IndexSettings(OptionalInt.empty(), DEFAULT_MAX_STAY_MINUTES);
    }

    /** Whole days after its own in which a person's next enter can cut an assumed stay short. */
    public int assumedReachDays() {
        return assumedStayMinutes.isEmpty()
                ? 0
                : (EpochMinute.DAY - 1 + assumedStayMinutes.getAsInt()) / EpochMinute.DAY;
    }

    private static void check(String name, int minutes) {
        if (minutes < 1 || minutes > LIMIT) {
            throw new IllegalArgumentException(name + ": " + minutes + " minutes is not within 1 minute and 366 days");
        }
    }
}
