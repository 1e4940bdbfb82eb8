package org.bihuan.trace.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of one kind of question, in nanoseconds, sorted on reading. */
final class Times {
    private long[] nanos = new long[16];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = time;
    }

    /** The time below which this share of the questions stayed. */
    double milliseconds(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return size == 0 ? Double.NaN : sorted[(int) Math.min(size - 1, Math.floor(share * size))] / 1e6;
    }

    /** Those of the first questions. */
    Times first(int count) {
        Times some = new Times();
        for (int i = 0; i < Math.min(count, size); i++) {
            some.add(nanos[i]);
        }
        return some;
    }

    /** All of them, as they came. */
    long[] nanos() {
        return Arrays.copyOf(nanos, size);
    }

    int size() {
        return size;
    }

    static String text(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.3f" : "%.1f", milliseconds);
    }
}
