package org.bihuan.trace.index;

import java.util.Arrays;

/** From a scan id's 128 bits to the day it was seen on. Open addressing, grows; expected O(1). */
final class IdDays {
    static final int ABSENT = Integer.MIN_VALUE;

    private long[] highs;
    private long[] lows;
    private int[] days;
    private int size;

    IdDays(int expected) {
        allocate(Integer.highestOneBit(Math.max(16, expected)) * 4);
    }

    private void allocate(int capacity) {
        highs = new long[capacity];
        lows = new long[capacity];
        days = new int[capacity];
        Arrays.fill(days, ABSENT);
    }

    int get(long high, long low) {
        return days[find(high, low)];
    }

    /** The day the id has now: the one it had, or else the one given. */
    int putIfAbsent(long high, long low, int day) {
        int at = find(high, low);
        if (days[at] == ABSENT) {
            if (size * 2 >= days.length) {
                grow();
                at = find(high, low);
            }
            highs[at] = high;
            lows[at] = low;
            days[at] = day;
            size++;
        }
        return days[at];
    }

    private int find(long high, long low) {
        int mask = days.length - 1;
        int at = (int) (high ^ high >>> 32) & mask;
        while (days[at] != ABSENT && (highs[at] != high || lows[at] != low)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldDays = days;
        allocate(oldDays.length * 2);
        for (int i = 0; i < oldDays.length; i++) {
            if (oldDays[i] != ABSENT) {
                int at = find(oldHighs[i], oldLows[i]);
                highs[at] = oldHighs[i];
                lows[at] = oldLows[i];
                days[at] = oldDays[i];
            }
        }
    }
}
