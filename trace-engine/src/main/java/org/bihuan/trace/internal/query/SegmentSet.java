package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bihuan.trace.internal.segment.DaySegment;

/**
 * The segments a question sees, sorted by day, several a day when late arrivals wait to be merged. An immutable
 * snapshot: a live tail of the latest scans joins as one more small segment in a new set.
 */
public final class SegmentSet {
    private final List<DaySegment> segments;
    private final DaySegment[] sorted;
    private final int firstDay;
    private final int[] dayStarts;
    private final int lookBackDays;
    private final int people;

    private SegmentSet(List<DaySegment> segments) {
        this.segments = segments;
        sorted = segments.toArray(new DaySegment[0]);
        firstDay = sorted.length == 0 ? 0 : sorted[0].day();
        int days = sorted.length == 0 ? 0 : sorted[sorted.length - 1].day() - firstDay + 1;
        dayStarts = new int[days + 1];
        int lookBack = 0;
        int persons = 0;
        for (DaySegment segment : sorted) {
            dayStarts[segment.day() - firstDay + 1]++;
            lookBack = Math.max(lookBack, (segment.lastLeave() - 1) / 1440 - segment.day());
            persons = Math.max(persons, segment.personLimit());
        }
        for (int i = 1; i < dayStarts.length; i++) {
            dayStarts[i] += dayStarts[i - 1];
        }
        lookBackDays = lookBack;
        people = persons;
    }

    /** A snapshot of the segments. */
    public static SegmentSet of(List<DaySegment> segments) {
        List<DaySegment> byDay = new ArrayList<>(segments);
        byDay.sort(Comparator.comparingInt(DaySegment::day));
        return new SegmentSet(List.copyOf(byDay));
    }

    /** This snapshot and one more segment. */
    public SegmentSet with(DaySegment segment) {
        List<DaySegment> more = new ArrayList<>(segments);
        more.add(segment);
        return of(more);
    }

    /** All segments, by day. */
    public List<DaySegment> segments() {
        return segments;
    }

    /** One more than the highest number of a person in any segment. */
    int people() {
        return people;
    }

    DaySegment get(int position) {
        return sorted[position];
    }

    /** First segment that may hold a stay lasting beyond the minute: back by as many days as any stay reaches. */
    int firstReaching(int minute) {
        return startOfDay(minute / 1440 - lookBackDays);
    }

    /** Position behind the last segment that may hold a stay begun before the minute. */
    int endBefore(int minute) {
        return startOfDay((minute - 1) / 1440 + 1);
    }

    private int startOfDay(int day) {
        return dayStarts[Math.clamp((long) day - firstDay, 0, dayStarts.length - 1)];
    }
}
