package org.bihuan.city;

/**
 * Random numbers for one thing (a community, a traveller), drawn from the seed, the purpose and the thing's number
 * alone: SplitMix64. What is drawn for one thing never depends on what was drawn for another, so that the city can be
 * entered anywhere. Not safe for threads.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String purpose, long number) {
        return new Dice(mix(mix(seed + GOLDEN_GAMMA * purpose.hashCode()) + GOLDEN_GAMMA * number));
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** 0 (inclusive) to 1 (exclusive). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** Normal with mean 0 and deviation 1. StrictMath, because the same seed must give the same bytes everywhere. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
