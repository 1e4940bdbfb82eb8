package org.bihuan.app.risk;

import java.util.List;

/**
 * A name that waits for a person.
 *
 * @param key what the answer is remembered by
 * @param shown the name as written
 * @param around the full name of the place it surely lies in, empty when none is known
 * @param candidates places that are called so
 * @param lines how many lines of lists it settles
 */
public record NameLine(String key, String shown, String around, List<Candidate> candidates, int lines) {
    /** A place that is called so. */
    public record Candidate(String id, String name) {}
}
