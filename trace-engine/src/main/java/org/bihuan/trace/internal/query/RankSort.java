package org.bihuan.trace.internal.query;

import java.util.Arrays;

/**
 * Sorts keys of a rank in the upper and a position in the lower half by rank: least significant digit first, eleven bits a
 * pass, as many passes as the highest rank needs: two for four million people, against nine comparisons a
 * key. Few keys go to the library. Linear. Not thread-safe.
 */
final class RankSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int FEW = 256;

    private final int[] counts = new int[DIGITS];
    private long[] keys = new long[1024];
    private long[] other = new long[1024];
    private int size;
    private int highest;

    void clear() {
        size = 0;
        highest = 0;
    }

    void add(int rank, int position) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            other = new long[size * 2];
        }
        keys[size++] = (long) rank << 32 | position;
        highest |= rank;
    }

    int size() {
        return size;
    }

    /** Position of the key that came to this place. */
    int position(int index) {
        return (int) keys[index];
    }

    void sort() {
        if (size <= FEW) {
            Arrays.sort(keys, 0, size);
            return;
        }
        for (int shift = 32; shift < 64 && highest >>> (shift - 32) != 0; shift += DIGIT_BITS) {
            pass(shift);
        }
    }

    private void pass(int shift) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[(int) (keys[i] >>> shift) & DIGITS - 1]++;
        }
        int start = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        for (int i = 0; i < size; i++) {
            other[counts[(int) (keys[i] >>> shift) & DIGITS - 1]++] = keys[i];
        }
        long[] swap = keys;
        keys = other;
        other = swap;
    }
}
