package org.bihuan.trace.internal.query;

import java.util.Arrays;

/**
 * By how many people, and when first, everybody was exposed: one long for each rank, the count in the upper half, the epoch
 * minute in the lower one. Indexed directly, because a second ring is a good part of the city: no hashing, and the answer is
 * read in order. Left empty by whoever reads it. Not thread-safe.
 */
final class ViaCounts {
    private long[] entries = new long[0];

    /** Makes room for ranks below the limit. */
    void reserve(int limit) {
        if (entries.length < limit) {
            entries = Arrays.copyOf(entries, limit);
        }
    }

    /** Counts one more exposure; tells whether it was the first. */
    boolean add(int rank, int firstMinute) {
        long entry = entries[rank];
        if (entry == 0) {
            entries[rank] = 1L << 32 | firstMinute;
            return true;
        }
        entries[rank] = (entry & -1L << 32) + (1L << 32) | Math.min((int) entry, firstMinute);
        return false;
    }

    /** Reads the entry and empties it; 0 when there is none. */
    long take(int rank) {
        long entry = entries[rank];
        entries[rank] = 0;
        return entry;
    }

    /** One entry out of those of two threads. */
    static long sum(long one, long other) {
        if (one == 0 || other == 0) {
            return one | other;
        }
        return (one & -1L << 32) + (other & -1L << 32) | Math.min((int) one, (int) other);
    }
}
