package org.bihuan.trace.internal.segment;

import java.util.Arrays;

/** Second half of building a segment: the united stays, known by person, sorted by place, class and time. */
final class PlaceOrderBuilder {
    private final IdDirectory people;
    private final int[] personStarts;
    private final IdDirectory venues;
    private final long[] rows;
    private final int stays;
    private int[] table = new int[0];
    private int tableRows;
    private int lastLeave;

    PlaceOrderBuilder(IdDirectory people, int[] personStarts, IdDirectory venues, long[] rows, int stays) {
        this.people = people;
        this.personStarts = personStarts;
        this.venues = venues;
        this.rows = rows;
        this.stays = stays;
    }

    DaySegment build(int day, PersonOrder personOrder) {
        int[] starts = new int[venues.size() + 1];
        long[] keys = groupByPlace(starts);
        long[] heads = new long[venues.size() + 1];
        for (int ordinal = 0; ordinal < venues.size(); ordinal++) {
            int start = starts[ordinal];
            int end = starts[ordinal + 1];
            ShortSort.sort(keys, start, end);
            heads[ordinal] = head(keys, start, end);
        }
        heads[venues.size()] = stays;
        int[] hours = Arrays.copyOf(table, tableRows * PlaceOrder.TABLE_ROW);
        PlaceOrder placeOrder = new PlaceOrder(venues, heads, hours, keys);
        return new DaySegment(day, stays, day * 1440 + lastLeave, personOrder, placeOrder);
    }

    /** Keys as (class, times, person) grouped by place. The sign bit marks long stays, so that they sort first. */
    private long[] groupByPlace(int[] starts) {
        for (int i = 0; i < stays; i++) {
            starts[venues.ordinal((int) (rows[i] >>> 32)) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        long[] keys = new long[stays];
        for (int ordinal = 0; ordinal < people.size(); ordinal++) {
            int person = people.id(ordinal);
            for (int i = personStarts[ordinal]; i < personStarts[ordinal + 1]; i++) {
                int packed = (int) rows[i];
                long isLong = StayTimes.length(packed) > PlaceOrder.LONG_STAY ? Long.MIN_VALUE : 0;
                int venue = venues.ordinal((int) (rows[i] >>> 32));
                keys[next[venue]++] = isLong | (long) packed << 32 | person;
            }
        }
        return keys;
    }

    /** Takes the mark of the long stays off the sorted keys, which are entries then. */
    private long head(long[] keys, int start, int end) {
        int longCount = 0;
        int last = 0;
        for (int i = start; i < end; i++) {
            longCount += keys[i] < 0 ? 1 : 0;
            keys[i] &= Long.MAX_VALUE;
            last = Math.max(last, StayTimes.leave(PlaceOrder.times(keys[i])));
        }
        lastLeave = Math.max(lastLeave, last);
        if (end - start < PlaceOrder.CROWD) {
            return PlaceOrder.head(start, longCount, last);
        }
        return PlaceOrder.crowdedHead(start, addTableRow(keys, start, end, longCount, last));
    }

    private int addTableRow(long[] entries, int start, int end, int longCount, int last) {
        int at = tableRows * PlaceOrder.TABLE_ROW;
        if (at + PlaceOrder.TABLE_ROW > table.length) {
            table = Arrays.copyOf(table, Math.max(table.length * 2, 8 * PlaceOrder.TABLE_ROW));
        }
        table[at] = longCount;
        table[at + 1] = last;
        fillHours(entries, start, start, start + longCount, at + 2);
        fillHours(entries, start, start + longCount, end, at + 27);
        return tableRows++;
    }

    /** Positions, counted from the place's first stay, of the first stay that begins in each hour or later. */
    private void fillHours(long[] entries, int origin, int start, int end, int at) {
        int position = start;
        for (int hour = 0; hour <= 24; hour++) {
            while (position < end && StayTimes.enter(PlaceOrder.times(entries[position])) < hour * 60) {
                position++;
            }
            table[at + hour] = position - origin;
        }
    }
}
