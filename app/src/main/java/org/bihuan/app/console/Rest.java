package org.bihuan.app.console;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
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
        return longest(granted(state.dossier().facts()), measures, now)
                .map(Suspension::until)
                .orElse(null);
    }

    /** What suspends the measures that each of the duties serves, by the duty; duties that go on are left out. */
    static Map<UUID, Suspension> of(
            List<DutyView> duties,
            Map<SubjectId, SubjectFacts> read,
            Function<DutyView, Set<String>> served,
            Instant now) {
        Map<SubjectId, List<Suspension>> granted = new HashMap<>();
        read.forEach((subject, own) -> granted.put(subject, granted(own.facts())));
        Map<UUID, Suspension> resting = new HashMap<>();
        for (DutyView duty : duties) {
            List<Suspension> own = granted.getOrDefault(duty.subject(), List.of());
            if (!own.isEmpty()) {
                longest(own, served.apply(duty), now).ifPresent(each -> resting.put(duty.id(), each));
            }
        }
        return resting;
    }

    private static List<Suspension> granted(Collection<Fact> facts) {
        return facts.stream().noneMatch(each -> each.kind().equals(Suspension.GRANTED))
                ? List.of() // the usual case, and worklists ask it for every row
                : Suspension.of(Corrections.standing(facts).stream()
                        .map(StandingFact::fact)
                        .toList());
    }

    private static Optional<Suspension> longest(List<Suspension> granted, Collection<String> measures, Instant now) {
        return granted.stream()
                .filter(each -> measures.contains(each.measure()) && each.isAt(now))
                .max(Comparator.comparing(Suspension::until));
    }
}
