package org.bihuan.policy.pack;

import org.jspecify.annotations.Nullable;

/**
 * One test of a schedule: the civil days on which its sample may be taken, numbered as the duty says.
 *
 * @param from first day
 * @param to last day, not before the first
 * @param test kind of test, null for the usual one of the duty
 */
public record TestDay(int from, int to, @Nullable String test) {
    @Override
    public String toString() {
        return from + (to == from ? "" : "-" + to) + (test == null ? "" : ":" + test);
    }
}
