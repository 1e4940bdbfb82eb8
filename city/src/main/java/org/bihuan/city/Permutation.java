package org.bihuan.city;

/**
 * A seeded shuffle of 0 to size - 1 that needs no memory: a four-round Feistel network over the next even power of
 * two, walked until the number falls inside. Used to pick different people without keeping a list. Immutable.
 */
final class Permutation {
    private static final int ROUNDS = 4;

    private final long size;
    private final int halfBits;
    private final long seed;

    Permutation(long seed, long size) {
        this.seed = seed;
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        this.halfBits = Math.max(1, (bits + 1) / 2);
    }

    /** Where the index goes; different indexes go to different places. */
    long at(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index " + index + " is not below " + size);
        }
        long place = index;
        do {
            place = shuffled(place);
        } while (place >= size);
        return place;
    }

    private long shuffled(long value) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next =
                    left ^ (Dice.of(seed, "permutation", right * ROUNDS + round).next() & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
