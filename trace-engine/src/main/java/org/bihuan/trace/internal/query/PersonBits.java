package org.bihuan.trace.internal.query;

import java.util.Arrays;

/** A set of small numbers as bits, reused between questions. 125 kB for a million people, so it stays in the cache. */
final class PersonBits {
    private long[] words = new long[0];
    private int length;

    /** Empties the set and makes room for numbers below the limit. */
    void reset(int limit) {
        length = (limit + 63) >>> 6;
        if (words.length < length) {
            words = new long[length];
        } else {
            Arrays.fill(words, 0, length, 0L);
        }
    }

    boolean contains(int number) {
        return (words[number >>> 6] & 1L << number) != 0;
    }

    void add(int number) {
        words[number >>> 6] |= 1L << number;
    }

    /** Adds the numbers of a set of the same limit. */
    void addAll(PersonBits other) {
        for (int i = 0; i < length; i++) {
            words[i] |= other.words[i];
        }
    }

    int count() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    /** Writes the numbers into the array in ascending order. */
    void copyTo(int[] target) {
        int size = 0;
        for (int i = 0; i < length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                target[size++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
    }
}
