package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.trace.api.PlaceInCommon;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.segment.StayBuffer;

/** Places several people visited, together or not: one table by place over all their stays. Linear in the stays. */
public final class CommonPlaceSearch {
    private static final int PERSONS = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;
    private static final int LATEST_PERSON = 4;

    private final Snapshot snapshot;
    private final QueryLimit limit;

    /** A search for one question. */
    public CommonPlaceSearch(Snapshot snapshot, QueryLimit limit) {
        this.snapshot = snapshot;
        this.limit = limit;
    }

    /** Places visited in the window by at least so many of the people, by the bytes of the place's id. */
    public List<PlaceInCommon> search(Collection<Integer> persons, Window window, int minPersons) {
        Set<Integer> distinct = new TreeSet<>(persons);
        PersonTable visited = new PersonTable(3, 8);
        StayBuffer stays = new StayBuffer();
        SegmentSet segments = snapshot.segments();
        int end = segments.endBefore(window.toMinute());
        for (int person : distinct) {
            limit.check();
            stays.clear();
            for (int i = segments.firstReaching(window.fromMinute()); i < end; i++) {
                segments.get(i).readPerson(person, window.fromMinute(), window.toMinute(), stays);
            }
            add(stays, person, visited);
        }
        return collect(visited, minPersons);
    }

    private static void add(StayBuffer stays, int person, PersonTable visited) {
        for (int i = 0; i < stays.size(); i++) {
            int slot = visited.slot(stays.place(i));
            int[] data = visited.data();
            boolean isNew = data[slot + PERSONS] == 0;
            if (isNew || data[slot + LATEST_PERSON] != person) {
                data[slot + PERSONS]++;
                data[slot + LATEST_PERSON] = person;
            }
            data[slot + FIRST] = isNew ? stays.from(i) : Math.min(data[slot + FIRST], stays.from(i));
            data[slot + LAST] = Math.max(data[slot + LAST], stays.to(i));
        }
    }

    private List<PlaceInCommon> collect(PersonTable visited, int minPersons) {
        List<PlaceInCommon> common = new ArrayList<>();
        int[] data = visited.data();
        for (int i = 0; i < visited.size(); i++) {
            int slot = visited.usedSlot(i);
            if (data[slot + PERSONS] >= minPersons) {
                common.add(new PlaceInCommon(
                        visited.numberAt(slot), data[slot + PERSONS], data[slot + FIRST], data[slot + LAST]));
            }
        }
        common.sort(Comparator.comparingInt(place -> snapshot.places().rank(place.place())));
        return List.copyOf(common);
    }
}
