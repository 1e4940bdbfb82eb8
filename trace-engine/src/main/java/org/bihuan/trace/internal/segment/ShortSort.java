package org.bihuan.trace.internal.segment;

import java.util.Arrays;

/** Sorts the runs of a few longs that most people and places have; longer runs go to the library. */
final class ShortSort {
    private ShortSort() {}

    static void sort(long[] values, int start, int end) {
        if (end - start > 20) {
            Arrays.sort(values, start, end);
            return;
        }
        for (int i = start + 1; i < end; i++) {
            long value = values[i];
            int at = i;
            while (at > start && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
