package org.bihuan.city.movement;

/**
 * Random numbers that depend on nothing but the seed and what they are for (SplitMix64, Steele et al. 2014): the same
 * person has the same day whoever asks and in whatever order. Not thread-safe.
 */
final class Draw {
    private long state;

    /** Starts the numbers of one purpose. */
    Draw start(long seed, long first, long second) {
        state = mix(mix(mix(seed) + first) + second);
        return this;
    }

    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to bound - 1, all alike. */
    int below(int bound) {
        return (int) Math.multiplyHigh(next() >>> 1, (long) bound << 1);
    }

    /** From low to high, both included, the middle likelier. */
    int around(int low, int high) {
        int span = high - low + 1;
        return low + (below(span) + below(span)) / 2;
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** From 0 to bound - 1, early ones more popular, about as rank to the power -0.4 (Zipf-like). */
    int popular(int bound) {
        double uniform = (next() >>> 11) * 0x1.0p-53;
        return (int) (bound * uniform * Math.pow(uniform, 0.65));
    }

    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }
}
