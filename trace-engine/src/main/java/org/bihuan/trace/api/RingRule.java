package org.bihuan.trace.api;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What counts as contact: the parameters of the trace definition that do not name a person.
 *
 * @param window the time looked at
 * @param minOverlapMinutes shared minutes that make a contact, at least 1
 * @param excludedPlaces places that never count, by number
 * @param linger extension of the exposing person's leave
 * @param crowdCap a place with more people than this in the window is reported, not expanded; empty for no cap
 */
public record RingRule(
        Window window, int minOverlapMinutes, Set<Integer> excludedPlaces, Linger linger, OptionalInt crowdCap) {
    public RingRule {
        excludedPlaces = Set.copyOf(excludedPlaces);
        if (minOverlapMinutes < 1) {
            throw new IllegalArgumentException("min-overlap: " + minOverlapMinutes + " is less than 1 minute");
        }
        if (crowdCap.isPresent() && crowdCap.getAsInt() < 1) {
            throw new IllegalArgumentException("crowd-cap: " + crowdCap.getAsInt() + " is less than 1 person");
        }
    }

    /** Nothing excluded, no linger, no cap. */
    public static RingRule of(Window window, int minOverlapMinutes) {
        return new RingRule(window, minOverlapMinutes, Set.of(), Linger.NONE, OptionalInt.empty());
    }
}
