package org.bihuan.trace.internal.query;

import java.util.Arrays;
import java.util.List;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.VenueExposure;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.Matches;
import org.bihuan.trace.internal.segment.StayBuffer;

/**
 * One exposing person's stays and, stay by stay, everyone who was there: the step all rings are made of.
 *
 * <p>The stays are read, united, clipped, freed of excluded and capped places, and extended by the linger, in this order:
 * the linger of a stay before the window, or before the exposure of a person of the first ring, never counts. Extended
 * stays are united again. For each stay the segments from its own day back to the longest stay's reach are scanned.
 * Within one segment a person's stays at a place are disjoint and do not touch, so the matches of one exposing stay need
 * uniting only when two segments gave some, as happens over midnight and with late arrivals.
 *
 * <p>Memory misses decide the time: about a hundred random places a question. They are read ahead in a first pass of
 * independent loads, which the processor overlaps, instead of one after another.
 */
final class ExposureScan {
    private static final int AHEAD = 128;

    private final Snapshot snapshot;
    private final SegmentSet segments;
    private final RingRule rule;
    private final QueryLimit limit;
    private final Workspace workspace;
    private final CrowdedPlaces crowds;
    private final int[] excluded;

    ExposureScan(Snapshot snapshot, RingRule rule, QueryLimit limit, Workspace workspace) {
        this.snapshot = snapshot;
        this.rule = rule;
        this.limit = limit;
        this.workspace = workspace;
        segments = snapshot.segments();
        crowds = new CrowdedPlaces(segments, rule);
        excluded = rule.excludedPlaces().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Loads the stays in [fromMinute, end of window) that expose others; returns how many. */
    int load(int person, int fromMinute) {
        limit.check();
        StayBuffer stays = workspace.stays;
        stays.clear();
        int toMinute = rule.window().toMinute();
        int start = segments.firstReaching(fromMinute);
        int end = segments.endBefore(toMinute);
        long warmth = 0;
        for (int i = start; i < end; i++) {
            warmth ^= segments.get(i).touchPerson(person);
        }
        workspace.warmth ^= warmth;
        for (int i = start; i < end; i++) {
            DaySegment segment = segments.get(i);
            if (segment.lastLeave() > fromMinute) {
                stays.startSegment(segment.day() * 1440);
                segment.readPerson(person, fromMinute, toMinute, stays);
            }
        }
        if (stays.mayTouch()) {
            stays.unite();
        }
        if (excluded.length > 0) {
            stays.keepPlaces(place -> Arrays.binarySearch(excluded, place) < 0);
        }
        if (crowds.isCapping()) {
            removeCrowds(stays);
        }
        if (!rule.linger().isNone()) {
            for (int i = 0; i < stays.size(); i++) {
                stays.extend(i, rule.linger().at(stays.place(i)));
            }
            stays.unite();
        }
        return stays.size();
    }

    private void removeCrowds(StayBuffer stays) {
        boolean[] over = new boolean[stays.size()];
        for (int i = 0; i < stays.size(); i++) {
            over[i] = crowds.isOver(stays.place(i), stays.from(i), stays.to(i));
        }
        stays.keepIndexes(index -> !over[index]);
    }

    RingRule rule() {
        return rule;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Workspace workspace() {
        return workspace;
    }

    /** Capped places the loaded people visited so far. */
    List<VenueExposure> venues() {
        return crowds.exposures(snapshot.places());
    }

    /** Takes over the capped places another thread's scan met. */
    void addVenues(ExposureScan other) {
        crowds.addAll(other.crowds);
    }

    /** Place of a loaded stay. */
    int place(int stay) {
        return workspace.stays.place(stay);
    }

    /** Everyone at the place during a loaded stay, the exposing person included, one match a maximal shared interval. */
    Matches matches(int stay) {
        limit.check();
        if (stay % AHEAD == 0) {
            warm(stay);
        }
        StayBuffer stays = workspace.stays;
        int place = stays.place(stay);
        int from = stays.from(stay);
        int to = Math.min(stays.to(stay), rule.window().toMinute());
        Matches matches = workspace.matches;
        matches.clear();
        int end = segments.endBefore(to);
        int contributing = 0;
        int before = 0;
        for (int i = segments.firstReaching(from); i < end; i++) {
            DaySegment segment = segments.get(i);
            if (segment.lastLeave() > from) {
                segment.collectPlace(place, from, to, matches);
                contributing += matches.size() > before ? 1 : 0;
                before = matches.size();
            }
        }
        if (contributing > 1) {
            matches.unite();
        }
        return matches;
    }

    /** Two passes: the second cannot start a load before it knows the head, whose misses the first has overlapped. */
    private void warm(int first) {
        StayBuffer stays = workspace.stays;
        int last = Math.min(first + AHEAD, stays.size());
        long warmth = 0;
        for (int stay = first; stay < last; stay++) {
            int end = segments.endBefore(stays.to(stay));
            for (int i = segments.firstReaching(stays.from(stay)); i < end; i++) {
                warmth ^= segments.get(i).touchHead(stays.place(stay));
            }
        }
        for (int stay = first; stay < last; stay++) {
            int from = stays.from(stay);
            int end = segments.endBefore(stays.to(stay));
            for (int i = segments.firstReaching(from); i < end; i++) {
                warmth ^= segments.get(i).touchPlace(stays.place(stay), from, stays.to(stay));
            }
        }
        workspace.warmth ^= warmth;
    }
}
