package org.bihuan.trace.internal.segment;

/**
 * A day's stays by place. One long a place, indexed directly by place, tells where its stays start and how late the last
 * of them ends, so that a place costs one cache miss and a day without a stay long enough costs no more.
 *
 * <p>Within a place the long stays come first, then the short ones, each sorted by enter. A scan for [from, to) reads all
 * long stays that began before to, but of the short ones only those that began after from - 120 min: at a market with
 * thousands of short stays a day, twelve clerks who stay nine hours no longer make it read the whole morning. Crowded
 * places carry a table of positions by hour; the others are a few cache lines and read whole. O(stays of the place near
 * the interval). Overlap is tested without a branch, because half of the candidates fail and no predictor guesses which.
 *
 * <p>It does not unite stays across days; whoever asks does.
 */
final class PlaceOrder {
    /** A stay longer than this many minutes is long. */
    static final int LONG_STAY = 120;
    /** From this many stays on a place has an hour table. */
    static final int CROWD = 64;

    /** Bit of the head that tells a crowded place; below it either row in the table, or long count and last leave. */
    static final long CROWDED = 1L << 62;

    static final int LEAVE_BITS = 20;
    private static final int ENTRIES_A_LINE = 8;
    private static final int MOST_LINES = 12;

    /** An hour table: long count, last leave, 25 positions of the long stays, 25 of the short ones. */
    static final int TABLE_ROW = 52;

    final IdDirectory directory;
    final long[] heads;
    final int[] table;
    /** Times in the upper half, person in the lower one: a stay is one load, a short place one cache line. */
    final long[] entries;

    PlaceOrder(IdDirectory directory, long[] heads, int[] table, long[] entries) {
        this.directory = directory;
        this.heads = heads;
        this.table = table;
        this.entries = entries;
    }

    /** Enter and length of an entry, as of {@link StayTimes}. */
    static int times(long entry) {
        return (int) (entry >>> 32);
    }

    static long head(int start, int longCount, int lastLeave) {
        return (long) (longCount << LEAVE_BITS | lastLeave) << 32 | start;
    }

    static long crowdedHead(int start, int row) {
        return CROWDED | (long) row << 32 | start;
    }

    /** Appends everyone at the place during [from, to), both in minutes of this day and possibly outside of it. */
    void collect(int place, int base, int from, int to, Matches into) {
        int ordinal = directory.ordinal(place);
        if (ordinal < 0) {
            return;
        }
        long head = heads[ordinal];
        int start = (int) head;
        int end = (int) heads[ordinal + 1];
        if (start == end) {
            return;
        }
        if ((head & CROWDED) != 0) {
            collectCrowded((int) (head >>> 32) & (int) ((CROWDED >>> 32) - 1), start, base, from, to, into);
            return;
        }
        int payload = (int) (head >>> 32);
        if ((payload & ((1 << LEAVE_BITS) - 1)) <= from) {
            return;
        }
        scan(start, end, base, from, to, into);
    }

    private void collectCrowded(int row, int start, int base, int from, int to, Matches into) {
        int at = row * TABLE_ROW;
        if (table[at + 1] <= from) {
            return;
        }
        int endHour = hourAfter(to);
        scan(start, start + table[at + 2 + endHour], base, from, to, into);
        int shortStart = start + table[at + 27 + hourBefore(from)];
        scan(shortStart, start + table[at + 27 + endHour], base, from, to, into);
    }

    private void scan(int start, int end, int base, int from, int to, Matches into) {
        if (start >= end) {
            return;
        }
        into.reserve(end - start);
        int[] person = into.person;
        int[] begin = into.from;
        int[] stop = into.to;
        int size = into.size;
        for (int i = start; i < end; i++) {
            long entry = entries[i];
            int times = (int) (entry >>> 32);
            int enter = times >>> StayTimes.LENGTH_BITS;
            int first = Math.max(enter, from);
            int last = Math.min(enter + (times & StayTimes.LENGTH_MASK), to);
            person[size] = (int) entry;
            begin[size] = base + first;
            stop[size] = base + last;
            size += (first - last) >>> 31; // 1 when first < last: kept, or else overwritten by the next
        }
        into.size = size;
    }

    /** Stays of the place on this day. */
    int count(int place) {
        int ordinal = directory.ordinal(place);
        return ordinal < 0 ? 0 : (int) heads[ordinal + 1] - (int) heads[ordinal];
    }

    /** Loads the place's head, which {@link #touch} needs. */
    long touchHead(int place) {
        int ordinal = directory.ordinal(place);
        return ordinal < 0 ? 0 : heads[ordinal];
    }

    /** Loads what {@link #collect} will need, so that the misses of many places overlap instead of queueing. */
    long touch(int place, int from, int to) {
        int ordinal = directory.ordinal(place);
        if (ordinal < 0) {
            return 0;
        }
        long head = heads[ordinal];
        int start = (int) head;
        int payload = (int) (head >>> 32);
        if ((head & CROWDED) == 0) {
            boolean isOver = (payload & ((1 << LEAVE_BITS) - 1)) <= from;
            return isOver ? 0 : touchRange(start, (int) heads[ordinal + 1]);
        }
        int at = (payload & (int) ((CROWDED >>> 32) - 1)) * TABLE_ROW;
        if (table[at + 1] <= from) {
            return 0;
        }
        int endHour = hourAfter(to);
        return touchRange(start, start + table[at + 2 + endHour])
                ^ touchRange(start + table[at + 27 + hourBefore(from)], start + table[at + 27 + endHour]);
    }

    /** One load a cache line, of so many at most: behind them the processor has seen where it goes. */
    private long touchRange(int start, int end) {
        long warmth = 0;
        int last = Math.min(end, start + MOST_LINES * ENTRIES_A_LINE);
        for (int i = start; i < last; i += ENTRIES_A_LINE) {
            warmth ^= entries[i];
        }
        return warmth;
    }

    /** The hour in which the earliest short stay begins that can last beyond the minute. */
    private static int hourBefore(int from) {
        return Math.clamp((from - LONG_STAY + 1) / 60, 0, 24);
    }

    private static int hourAfter(int to) {
        return Math.clamp((to + 59) / 60, 0, 24);
    }
}
