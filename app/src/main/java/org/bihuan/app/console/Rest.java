package org.bihuan.app.console;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;

/** Until when measures are not carried out, as the facts of their subject say. */
final class Rest {
    private Rest() {}

    /** Until when the kind of measure rests, null when it does not. */
    static @Nullable Instant of(SubjectState state, String measure, Instant now) {
        return of(state, List.of(measure), now);
    }

    /** Until when one of the kinds of measure rests, null when none does. */
    static @Nullable Instant of(SubjectState state, Collection<String> measures, Instant now) {
        return Suspension.of(Corrections.standing(state.dossier().facts()).stream()
                        .map(StandingFact::fact)
                        .toList())
                .stream()
                .filter(each -> measures.contains(each.measure()) && each.isAt(now))
                .map(Suspension::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
