package org.bihuan.trace.internal.segment;

import java.util.Arrays;

/**
 * Who was at a place while somebody else was, with the shared interval, as parallel arrays reused between questions. Not
 * thread-safe. The scan of a place writes here and nothing else, so that its loop stays small enough to run from
 * registers; whoever asked reads it afterwards out of the first-level cache.
 */
public final class Matches {
    int[] person = new int[1024];
    int[] from = new int[1024];
    int[] to = new int[1024];
    int size;
    private long[] keys = new long[64];

    /** Forgets the matches, keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** Number of matches. */
    public int size() {
        return size;
    }

    /** Who, by position. */
    public int person(int index) {
        return person[index];
    }

    /** First shared minute, epoch. */
    public int from(int index) {
        return from[index];
    }

    /** End of the shared interval, exclusive. */
    public int to(int index) {
        return to[index];
    }

    void reserve(int more) {
        if (size + more > person.length) {
            int length = Math.max(person.length * 2, size + more);
            person = Arrays.copyOf(person, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
        }
    }

    /**
     * Sorts by person and time and unites intervals of one person that overlap or touch. Needed only when the matches of
     * one exposing stay come from several segments: within one segment a person's stays at a place are already united.
     * n log n.
     */
    public void unite() {
        if (keys.length < size * 2) {
            keys = new long[size * 2];
        }
        for (int i = 0; i < size; i++) {
            keys[i] = (long) person[i] << 32 | i;
        }
        Arrays.sort(keys, 0, size);
        int[] people = new int[size];
        long[] spans = new long[size];
        for (int i = 0; i < size; i++) {
            int index = (int) keys[i];
            people[i] = person[index];
            spans[i] = (long) from[index] << 32 | to[index];
        }
        int kept = 0;
        for (int start = 0, end; start < size; start = end) {
            end = start + 1;
            while (end < size && people[end] == people[start]) {
                end++;
            }
            Arrays.sort(spans, start, end);
            int first = kept;
            for (int i = start; i < end; i++) {
                int begin = (int) (spans[i] >>> 32);
                int stop = (int) spans[i];
                if (kept > first && to[kept - 1] >= begin) {
                    to[kept - 1] = Math.max(to[kept - 1], stop);
                } else {
                    person[kept] = people[start];
                    from[kept] = begin;
                    to[kept] = stop;
                    kept++;
                }
            }
        }
        size = kept;
    }
}
