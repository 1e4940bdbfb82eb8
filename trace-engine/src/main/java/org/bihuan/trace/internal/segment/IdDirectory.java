package org.bihuan.trace.internal.segment;

import java.util.Arrays;

/**
 * Turns an id into its ordinal within a segment. Dense: the ordinal is the id, one step, no memory; for days on which
 * most ids occur. Sparse: a sorted list of the ids that occur, found by binary search; for small late segments, which
 * must not carry an entry for every person of the city.
 */
final class IdDirectory {
    private final int[] keys;
    private final int size;
    private final boolean dense;

    private IdDirectory(int[] keys, int size, boolean dense) {
        this.keys = keys;
        this.size = size;
        this.dense = dense;
    }

    static IdDirectory dense(int size) {
        return new IdDirectory(new int[0], size, true);
    }

    static IdDirectory sparse(int[] sortedKeys) {
        return new IdDirectory(sortedKeys, sortedKeys.length, false);
    }

    /** The cheaper of the two for the first count of ids; dense while it costs at most two entries a row. */
    static IdDirectory of(int[] ids, int count) {
        int highest = -1;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, ids[i]);
        }
        if (highest < 2L * count) {
            return dense(highest + 1);
        }
        int[] sorted = Arrays.copyOf(ids, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || sorted[kept - 1] != sorted[i]) {
                sorted[kept++] = sorted[i];
            }
        }
        return sparse(Arrays.copyOf(sorted, kept));
    }

    /** Position of the id, or -1 when it does not occur; a dense directory may answer for ids without rows. */
    int ordinal(int id) {
        if (dense) {
            return id < size ? id : -1;
        }
        int found = Arrays.binarySearch(keys, id);
        return found < 0 ? -1 : found;
    }

    int id(int ordinal) {
        return dense ? ordinal : keys[ordinal];
    }

    int size() {
        return size;
    }

    boolean isDense() {
        return dense;
    }

    int[] keys() {
        return keys;
    }
}
