package org.bihuan.trace.internal.segment;

import java.util.Arrays;

/**
 * Builds a day's segment: a counting sort by person, each person's stays sorted and united, a counting sort of those by
 * place, each place's stays sorted. Linear but for the sorts within one person and one place. Needs about 32 bytes a
 * visit while it works. Not thread-safe; used once.
 */
public final class DaySegmentBuilder {
    private final int day;
    private int[] persons;
    private int[] places;
    private int[] times;
    private int size;

    /** A builder for the UTC day that expects about so many visits. */
    public DaySegmentBuilder(int day, int expected) {
        this.day = day;
        int capacity = Math.max(16, expected);
        persons = new int[capacity];
        places = new int[capacity];
        times = new int[capacity];
    }

    /** Adds a visit that began on the day; epoch minutes. */
    public void add(int person, int place, int enterMinute, int leaveMinute) {
        int enter = enterMinute - day * 1440;
        int length = leaveMinute - enterMinute;
        if (enter < 0 || enter >= 1440 || length < 1 || length > StayTimes.LENGTH_MASK) {
            throw new IllegalArgumentException("visit [" + enterMinute + ", " + leaveMinute + ") does not begin on day "
                    + day + " or has no lawful length");
        }
        if (size == persons.length) {
            int capacity = Math.toIntExact(Math.min(Integer.MAX_VALUE - 16L, size * 2L));
            persons = Arrays.copyOf(persons, capacity);
            places = Arrays.copyOf(places, capacity);
            times = Arrays.copyOf(times, capacity);
        }
        persons[size] = person;
        places[size] = place;
        times[size] = StayTimes.pack(enter, length);
        size++;
    }

    /** Visits added so far. */
    public int size() {
        return size;
    }

    /** Sorts, unites, packs. */
    public DaySegment build() {
        IdDirectory people = IdDirectory.of(persons, size);
        IdDirectory venues = IdDirectory.of(places, size);
        int[] starts = new int[people.size() + 1];
        long[] rows = groupByPerson(people, starts);
        persons = new int[0];
        places = new int[0];
        times = new int[0];
        int stays = unite(rows, starts);
        PersonOrder personOrder = pack(people, starts, rows, stays, venues);
        return new PlaceOrderBuilder(people, starts, venues, rows, stays).build(day, personOrder);
    }

    /** Rows as (place, times), grouped by person; starts receives where each person begins. */
    private long[] groupByPerson(IdDirectory people, int[] starts) {
        for (int i = 0; i < size; i++) {
            starts[people.ordinal(persons[i]) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        long[] rows = new long[size];
        for (int i = 0; i < size; i++) {
            rows[next[people.ordinal(persons[i])]++] = (long) places[i] << 32 | times[i];
        }
        return rows;
    }

    /** Unites each person's stays in place, moves them together and corrects the starts; returns how many are left. */
    private static int unite(long[] rows, int[] starts) {
        int kept = 0;
        int start = 0;
        for (int ordinal = 0; ordinal + 1 < starts.length; ordinal++) {
            int end = starts[ordinal + 1];
            ShortSort.sort(rows, start, end);
            int first = kept;
            for (int i = start; i < end; i++) {
                long row = rows[i];
                if (kept > first && touches(rows[kept - 1], row)) {
                    rows[kept - 1] = united(rows[kept - 1], row);
                } else {
                    rows[kept++] = row;
                }
            }
            starts[ordinal] = first;
            start = end;
        }
        starts[starts.length - 1] = kept;
        return kept;
    }

    private static boolean touches(long earlier, long later) {
        return earlier >>> 32 == later >>> 32 && StayTimes.leave((int) earlier) >= StayTimes.enter((int) later);
    }

    private static long united(long earlier, long later) {
        int enter = StayTimes.enter((int) earlier);
        int leave = Math.max(StayTimes.leave((int) earlier), StayTimes.leave((int) later));
        return earlier >>> 32 << 32 | StayTimes.pack(enter, leave - enter);
    }

    private static PersonOrder pack(IdDirectory people, int[] starts, long[] rows, int stays, IdDirectory venues) {
        int longest = 1;
        for (int i = 0; i < stays; i++) {
            longest = Math.max(longest, StayTimes.length((int) rows[i]));
        }
        int lengthBits = BitPacking.bitsFor(longest);
        int placeBits = BitPacking.bitsFor(venues.size() == 0 ? 0 : venues.id(venues.size() - 1));
        int width = placeBits + 11 + lengthBits;
        long[] words = BitPacking.allocate(stays, width);
        for (int i = 0; i < stays; i++) {
            int packed = (int) rows[i];
            long timesField = (long) StayTimes.enter(packed) << lengthBits | StayTimes.length(packed);
            BitPacking.put(words, i, width, rows[i] >>> 32 << (lengthBits + 11) | timesField);
        }
        return new PersonOrder(people, starts, words, placeBits, lengthBits);
    }
}
