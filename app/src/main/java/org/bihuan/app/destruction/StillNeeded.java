package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.Set;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Finder;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Who is not forgotten although their time is over: under a measure, or kept for a law case. Thread-safe. */
@Component
class StillNeeded {
    private static final int STEP = 500;

    private final Duties duties;
    private final Holds holds;
    private final HeldPlaces places;
    private final Finder finder;

    StillNeeded(Duties duties, Holds holds, HeldPlaces places, Finder finder) {
        this.duties = duties;
        this.holds = holds;
        this.places = places;
        this.finder = finder;
    }

    /** Everybody who is kept for a law case. */
    Set<SubjectId> held(Instant now) {
        return holds.held(now).keySet();
    }

    /** Where what nobody can tell the owner of waits for them. */
    KeptPlaces places(Instant now) {
        return places.at(now);
    }

    boolean isUnderMeasure(SubjectId person, Instant now) {
        return duties.findSubject(person, now)
                .filter(state -> !state.decision().measures().isEmpty())
                .isPresent();
    }

    /** How many of those that a run would find are kept for a law case. */
    long countHeld(RetentionOrder order, Instant before, Instant now) {
        Set<SubjectId> held = held(now);
        long count = 0;
        String after = "";
        while (!held.isEmpty()) {
            var page = finder.silentSince(order.division(), before, after, STEP);
            if (page.isEmpty()) {
                break;
            }
            count += page.stream().filter(held::contains).count();
            after = page.getLast().toString();
        }
        return count;
    }
}
