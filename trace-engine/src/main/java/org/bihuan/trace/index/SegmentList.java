package org.bihuan.trace.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The segments of an index while it is changed. Late segments are merged into their day's main one when there are four of
 * them or when they hold an eighth of its stays: often enough that questions stay quick, seldom enough that a day is not
 * written again for every straggler.
 */
final class SegmentList {
    private static final int MAX_LATE = 4;
    private static final int LATE_SHARE = 8;

    private final TreeMap<Integer, List<SegmentEntry>> byDay = new TreeMap<>();
    private final Sealer sealer;

    SegmentList(Collection<SegmentEntry> entries, Sealer sealer) {
        entries.forEach(this::add);
        this.sealer = sealer;
    }

    private void add(SegmentEntry entry) {
        byDay.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(entry);
    }

    boolean has(int day) {
        return byDay.containsKey(day);
    }

    /** Replaces all segments of the day by one built from the journal. */
    void reseal(int day) throws IOException {
        byDay.remove(day);
        sealer.sealDay(day).ifPresent(this::add);
    }

    /** Adds a late segment, or merges when the day has had enough of them. */
    void addLate(int day, RowColumns rows) throws IOException {
        List<SegmentEntry> present = byDay.getOrDefault(day, List.of());
        long late = rows.size;
        int lateSegments = 1;
        long main = 0;
        for (SegmentEntry entry : present) {
            late += entry.isLate() ? entry.stays() : 0;
            lateSegments += entry.isLate() ? 1 : 0;
            main += entry.isLate() ? 0 : entry.stays();
        }
        if (lateSegments >= MAX_LATE || late * LATE_SHARE >= main) {
            reseal(day);
        } else {
            sealer.sealLate(day, rows).ifPresent(this::add);
        }
    }

    /** Days with late segments. */
    NavigableSet<Integer> daysToMerge() {
        NavigableSet<Integer> days = new TreeSet<>();
        byDay.forEach((day, entries) -> {
            if (entries.size() > 1) {
                days.add(day);
            }
        });
        return days;
    }

    void removeBefore(int day) {
        byDay.headMap(day).clear();
    }

    List<SegmentEntry> entries() {
        return byDay.values().stream().flatMap(List::stream).toList();
    }
}
