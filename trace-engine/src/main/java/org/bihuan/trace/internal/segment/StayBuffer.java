package org.bihuan.trace.internal.segment;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Stays of one person as parallel arrays, reused between questions. Not thread-safe. Times are epoch minutes. */
public final class StayBuffer {
    private int[] places = new int[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private long[] keys = new long[256];
    private int[] marks = new int[64];
    private int[] open = new int[64];
    private int segments;
    private int size;

    /** Forgets the stays, keeps the memory. */
    public void clear() {
        size = 0;
        segments = 0;
    }

    /** What is added from here on comes from another segment, none of whose stays begins before the minute. Ascending. */
    public void startSegment(int firstMinute) {
        if (segments * 2 == marks.length) {
            marks = Arrays.copyOf(marks, segments * 4);
        }
        marks[segments * 2] = size;
        marks[segments * 2 + 1] = firstMinute;
        segments++;
    }

    /**
     * Whether stays of two segments may overlap or touch at one place, so that {@link #unite} has something to do; within
     * a segment stays are united already. Only the few that last into a later segment's day are compared.
     */
    public boolean mayTouch() {
        int opened = 0;
        for (int segment = 1; segment < segments; segment++) {
            int start = marks[segment * 2];
            int end = segment + 1 < segments ? marks[segment * 2 + 2] : size;
            opened = keepOpen(opened, marks[segment * 2 - 2], start, marks[segment * 2 + 1]);
            for (int i = start; i < end; i++) {
                for (int o = 0; o < opened; o++) {
                    if (places[open[o]] == places[i] && to[open[o]] >= from[i]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Of the stays still open and those of the segment before, keeps the ones that last until the minute. */
    private int keepOpen(int opened, int start, int end, int minute) {
        if (open.length < opened + end - start) {
            open = Arrays.copyOf(open, (opened + end - start) * 2);
        }
        int kept = 0;
        for (int o = 0; o < opened; o++) {
            if (to[open[o]] >= minute) {
                open[kept++] = open[o];
            }
        }
        for (int i = start; i < end; i++) {
            if (to[i] >= minute) {
                open[kept++] = i;
            }
        }
        return kept;
    }

    /** Number of stays. */
    public int size() {
        return size;
    }

    /** Place of a stay. */
    public int place(int index) {
        return places[index];
    }

    /** First minute of a stay. */
    public int from(int index) {
        return from[index];
    }

    /** End of a stay, exclusive. */
    public int to(int index) {
        return to[index];
    }

    /** Appends a stay. */
    public void add(int place, int fromMinute, int toMinute) {
        if (size == places.length) {
            grow();
        }
        places[size] = place;
        from[size] = fromMinute;
        to[size] = toMinute;
        size++;
    }

    /**
     * Sorts by place and time and unites stays at one place that overlap or touch. Each stay's end is moved later by
     * nothing else: lingering is added before the call. n log n.
     */
    public void unite() {
        if (keys.length < size) {
            keys = new long[places.length];
        }
        sortBy(from);
        sortBy(places);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && places[kept - 1] == places[i] && to[kept - 1] >= from[i]) {
                to[kept - 1] = Math.max(to[kept - 1], to[i]);
            } else {
                places[kept] = places[i];
                from[kept] = from[i];
                to[kept] = to[i];
                kept++;
            }
        }
        size = kept;
    }

    /** Stable sort of all three arrays by one of them: the index in the low half keeps equal keys in order. */
    private void sortBy(int[] column) {
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            keys[i] = (long) column[i] << 32 | i;
            sorted &= i == 0 || column[i - 1] <= column[i];
        }
        if (sorted) {
            return;
        }
        Arrays.sort(keys, 0, size);
        places = permuted(places);
        from = permuted(from);
        to = permuted(to);
    }

    private int[] permuted(int[] column) {
        int[] result = new int[column.length];
        for (int i = 0; i < size; i++) {
            result[i] = column[(int) keys[i]];
        }
        return result;
    }

    /** Keeps the stays whose place the test accepts. */
    public void keepPlaces(IntPredicate accepted) {
        keepIndexes(index -> accepted.test(places[index]));
    }

    /** Keeps the stays whose position, before the call, the test accepts. */
    public void keepIndexes(IntPredicate accepted) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (accepted.test(i)) {
                places[kept] = places[i];
                from[kept] = from[i];
                to[kept] = to[i];
                kept++;
            }
        }
        size = kept;
    }

    /** Moves the end of a stay later. */
    public void extend(int index, int minutes) {
        to[index] += minutes;
    }

    private void grow() {
        int length = places.length * 2;
        places = Arrays.copyOf(places, length);
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
    }
}
