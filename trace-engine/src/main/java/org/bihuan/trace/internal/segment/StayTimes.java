package org.bihuan.trace.internal.segment;

/**
 * Enter and length of a stay in one positive int: 11 bits for the minute of the day, 20 bits for the length in minutes.
 * Ints compare by enter, then by length.
 */
final class StayTimes {
    static final int LENGTH_BITS = 20;
    static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private StayTimes() {}

    static int pack(int enter, int length) {
        return enter << LENGTH_BITS | length;
    }

    static int enter(int packed) {
        return packed >>> LENGTH_BITS;
    }

    static int length(int packed) {
        return packed & LENGTH_MASK;
    }

    static int leave(int packed) {
        return enter(packed) + length(packed);
    }
}
