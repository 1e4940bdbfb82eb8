package org.bihuan.trace.internal.segment;

/**
 * Fixed-width fields packed without gaps into longs, lowest bits first; a field may lie across two longs. One read is
 * two loads and three shifts. The array has one spare long behind the last field, so that reads need no end check.
 */
final class BitPacking {
    private BitPacking() {}

    static long[] allocate(long fields, int width) {
        return new long[Math.toIntExact((fields * width + 63) / 64 + 1)];
    }

    static void put(long[] words, long field, int width, long value) {
        long bit = field * width;
        int word = (int) (bit >>> 6);
        int shift = (int) (bit & 63);
        words[word] |= value << shift;
        if (shift + width > 64) {
            words[word + 1] |= value >>> (64 - shift);
        }
    }

    static long get(long[] words, long field, int width) {
        long bit = field * width;
        int word = (int) (bit >>> 6);
        int shift = (int) (bit & 63);
        // shifting twice makes the upper part zero when the field starts at a word's first bit
        long value = (words[word] >>> shift) | ((words[word + 1] << 1) << (63 - shift));
        return value & (-1L >>> (64 - width));
    }

    static int bitsFor(long highest) {
        return Math.max(1, 64 - Long.numberOfLeadingZeros(highest));
    }
}
