package org.bihuan.trace.api;

import java.util.Map;

/**
 * How long the air of a place stays dangerous after the exposing person has left. It extends only that person's leave.
 *
 * @param everywhereMinutes minutes for places not listed, 0 for none
 * @param byPlaceMinutes minutes for single places, by place number
 */
public record Linger(int everywhereMinutes, Map<Integer, Integer> byPlaceMinutes) {
    /** The air is clean at once, everywhere. */
    public static final Linger NONE = new Linger(0, Map.of());
    /** A linger is at most a week, so that sums of minutes stay small. */
    public static final int MAX_MINUTES = 7 * EpochMinute.DAY;

    public Linger {
        byPlaceMinutes = Map.copyOf(byPlaceMinutes);
        check(everywhereMinutes);
        byPlaceMinutes.values().forEach(Linger::check);
    }

    /** The same linger everywhere. */
    public static Linger everywhere(int minutes) {
        return new Linger(minutes, Map.of());
    }

    /** Minutes at the place. */
    public int at(int place) {
        return byPlaceMinutes.isEmpty() ? everywhereMinutes : byPlaceMinutes.getOrDefault(place, everywhereMinutes);
    }

    /** Whether no place lingers at all. */
    public boolean isNone() {
        return everywhereMinutes == 0 && byPlaceMinutes.isEmpty();
    }

    private static void check(int minutes) {
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException("linger: " + minutes + " minutes is not within 0 and " + MAX_MINUTES);
        }
    }
}
