package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.Stay;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.segment.Matches;

/** Everyone who was at a place: the scan of one place over the window, united across segments. n log n. */
public final class VisitorSearch {
    private final Snapshot snapshot;
    private final QueryLimit limit;

    /** A search for one question. */
    public VisitorSearch(Snapshot snapshot, QueryLimit limit) {
        this.snapshot = snapshot;
        this.limit = limit;
    }

    /** United stays at the place, clipped to the window, by the bytes of the person's id, then time. */
    public List<Stay> search(int place, Window window) {
        Matches matches = new Matches();
        SegmentSet segments = snapshot.segments();
        int end = segments.endBefore(window.toMinute());
        for (int i = segments.firstReaching(window.fromMinute()); i < end; i++) {
            limit.check();
            segments.get(i).collectPlace(place, window.fromMinute(), window.toMinute(), matches);
        }
        matches.unite();
        List<Stay> stays = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            stays.add(new Stay(matches.person(i), place, matches.from(i), matches.to(i)));
        }
        stays.sort(Comparator.<Stay>comparingInt(stay -> snapshot.people().rank(stay.person()))
                .thenComparingInt(Stay::enterMinute));
        return List.copyOf(stays);
    }
}
