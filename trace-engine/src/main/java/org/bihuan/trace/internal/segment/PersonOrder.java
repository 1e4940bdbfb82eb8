package org.bihuan.trace.internal.segment;

/**
 * A day's stays by person, then place and time. Start positions are indexed directly by person (compressed sparse rows),
 * so that finding a person costs one cache miss and no search; place, minute of day and length are packed into as few
 * bits as the day needs, about 5.5 bytes a stay.
 */
final class PersonOrder {
    final IdDirectory directory;
    final int[] starts;
    final long[] words;
    final int placeBits;
    final int lengthBits;

    PersonOrder(IdDirectory directory, int[] starts, long[] words, int placeBits, int lengthBits) {
        this.directory = directory;
        this.starts = starts;
        this.words = words;
        this.placeBits = placeBits;
        this.lengthBits = lengthBits;
    }

    /** Appends the person's stays that overlap [from, to), clipped to it. */
    void read(int person, int base, int from, int to, StayBuffer into) {
        int ordinal = directory.ordinal(person);
        if (ordinal < 0) {
            return;
        }
        int width = placeBits + 11 + lengthBits;
        int end = starts[ordinal + 1];
        for (int i = starts[ordinal]; i < end; i++) {
            long packed = BitPacking.get(words, i, width);
            int enter = base + ((int) (packed >>> lengthBits) & 2047);
            int leave = enter + (int) (packed & ((1L << lengthBits) - 1));
            if (enter < to && leave > from) {
                into.add((int) (packed >>> (lengthBits + 11)), Math.max(enter, from), Math.min(leave, to));
            }
        }
    }

    /** Loads what {@link #read} will need, so that the misses of many people and days overlap instead of queueing. */
    long touch(int person) {
        int ordinal = directory.ordinal(person);
        return ordinal < 0 ? 0 : words[(int) ((long) starts[ordinal] * (placeBits + 11 + lengthBits) >>> 6)];
    }
}
