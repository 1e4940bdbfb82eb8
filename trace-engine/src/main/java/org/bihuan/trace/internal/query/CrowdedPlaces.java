package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.VenueExposure;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.Matches;

/**
 * The crowd cap: counts the people of a place in the window once a question, only when the place could be over the cap,
 * and remembers which capped places exposing people visited. Counting is linear in the place's stays, n log n.
 */
final class CrowdedPlaces {
    private static final int BELOW = -1;

    private final SegmentSet segments;
    private final Window window;
    private final int cap;
    private final Map<Integer, Integer> people = new HashMap<>();
    private final Map<Integer, VenueExposure> exposures = new HashMap<>();

    CrowdedPlaces(SegmentSet segments, RingRule rule) {
        this.segments = segments;
        window = rule.window();
        cap = rule.crowdCap().orElse(Integer.MAX_VALUE);
    }

    boolean isCapping() {
        return cap < Integer.MAX_VALUE;
    }

    /** Whether the place is over the cap; if so, the exposing stay is noted. */
    boolean isOver(int place, int fromMinute, int toMinute) {
        int count = people.computeIfAbsent(place, this::count);
        if (count == BELOW) {
            return false;
        }
        VenueExposure exposure = new VenueExposure(place, count, fromMinute, toMinute);
        exposures.merge(place, exposure, CrowdedPlaces::joined);
        return true;
    }

    List<VenueExposure> exposures(IdOrder places) {
        List<VenueExposure> sorted = new ArrayList<>(exposures.values());
        sorted.sort(Comparator.comparingInt(exposure -> places.rank(exposure.place())));
        return sorted;
    }

    /** Takes over what another thread noted. */
    void addAll(CrowdedPlaces other) {
        other.exposures.forEach((place, exposure) -> exposures.merge(place, exposure, CrowdedPlaces::joined));
    }

    private static VenueExposure joined(VenueExposure one, VenueExposure other) {
        return new VenueExposure(
                one.place(),
                one.people(),
                Math.min(one.firstMinute(), other.firstMinute()),
                Math.max(one.lastMinute(), other.lastMinute()));
    }

    private int count(int place) {
        long bound = 0;
        int end = segments.endBefore(window.toMinute());
        int start = segments.firstReaching(window.fromMinute());
        for (int i = start; i < end; i++) {
            bound += segments.get(i).countPlace(place);
        }
        if (bound <= cap) {
            return BELOW;
        }
        Matches matches = new Matches();
        for (int i = start; i < end; i++) {
            DaySegment segment = segments.get(i);
            segment.collectPlace(place, window.fromMinute(), window.toMinute(), matches);
        }
        int[] persons = new int[matches.size()];
        Arrays.setAll(persons, matches::person);
        int distinct = (int) Arrays.stream(persons).distinct().count();
        return distinct > cap ? distinct : BELOW;
    }
}
