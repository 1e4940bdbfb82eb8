package org.bihuan.policy.table;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a table answers.
 *
 * @param matched indexes of the rules that match, ascending; at most one under UNIQUE when the table has no overlap
 * @param blocked indexes of the rules that may match once {@code blockedBy} have values; empty under UNIQUE when
 *     another rule matches already
 * @param blockedBy names of the unset parameters (or fields) on which the answer depends, sorted
 */
public record TableResult(List<Integer> matched, List<Integer> blocked, SortedSet<String> blockedBy) {
    public TableResult {
        matched = List.copyOf(matched);
        blocked = List.copyOf(blocked);
        blockedBy = Collections.unmodifiableSortedSet(new TreeSet<>(blockedBy));
    }

    /** Whether the answer depends on a value that is not set. */
    public boolean isBlocked() {
        return !blocked.isEmpty();
    }
}
