package org.bihuan.policy.table;

import java.util.Arrays;

/** A set of rows of one table. Immutable; equal when the same rows are in it. */
final class RowSet {
    private final long[] words;

    private RowSet(long[] words) {
        this.words = words;
    }

    /** The rows 0 to count - 1. */
    static RowSet all(int count) {
        long[] words = new long[(count + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < count; row++) {
            words[row / Long.SIZE] |= 1L << row;
        }
        return new RowSet(words);
    }

    /** No row. */
    static RowSet none(int count) {
        return new RowSet(new long[(count + Long.SIZE - 1) / Long.SIZE]);
    }

    /** The set that stands in a longer array. */
    static RowSet copyOf(long[] source, int from, int length) {
        return new RowSet(Arrays.copyOfRange(source, from, from + length));
    }

    RowSet and(RowSet other) {
        long[] both = words.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.words[i];
        }
        return new RowSet(both);
    }

    RowSet or(RowSet other) {
        long[] either = words.clone();
        for (int i = 0; i < either.length; i++) {
            either[i] |= other.words[i];
        }
        return new RowSet(either);
    }

    boolean intersects(RowSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean contains(int row) {
        return (words[row / Long.SIZE] & (1L << row)) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
