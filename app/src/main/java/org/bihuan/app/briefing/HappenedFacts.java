package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.FactLists;
import org.bihuan.app.facts.FactSeen;
import org.bihuan.app.facts.StandingFacts;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Subjects to whom something happened: facts of {@code kind} since the cut-off before, or of the last {@code days};
 * {@code with} keeps those with a fact of that kind since, {@code without} those that lack one: who got lost on the way;
 * {@code judged} keeps those that an order has judged. Each kind of fact comes subject by subject, and they are followed
 * side by side.
 */
@Component
class HappenedFacts implements FigureQuery {
    private final FactLists facts;
    private final Duties duties;

    HappenedFacts(FactLists facts, Duties duties) {
        this.facts = facts;
        this.duties = duties;
    }

    @Override
    public String name() {
        return "happened";
    }

    @Override
    public void ask(Ask ask, List<FigureSum> sums) {
        String days = ask.with("days", "");
        Instant from = days.isEmpty() ? ask.since() : ask.then().minus(Duration.ofDays(Long.parseLong(days)));
        boolean judged = Boolean.parseBoolean(ask.with("judged", ""));
        try (StandingFacts cohort = facts.standing(ask.with("kind", ""), from, ask.then());
                MomentsOfKind with = moments(ask.with("with", ""), from, ask.then());
                MomentsOfKind without = moments(ask.with("without", ""), from, ask.then());
                JudgedSieve sieve = new JudgedSieve(judged, duties, ask.then())) {
            FactSeen next = cohort.next();
            while (next != null) {
                SubjectId subject = next.subject();
                @Nullable FactSeen[] last = new @Nullable FactSeen[sums.size()]; // a subject counts once, by its last fact there
                for (; next != null && next.subject().equals(subject); next = cohort.next()) {
                    for (int i = 0; i < last.length; i++) {
                        last[i] = sums.get(i).covers(next.division()) ? next : last[i];
                    }
                }
                for (int i = 0; i < last.length; i++) {
                    FactSeen fact = last[i];
                    if (fact != null && fits(with, fact, true) && fits(without, fact, false)) {
                        sieve.add(sums.get(i), item(fact));
                    }
                }
            }
        }
    }

    private static boolean fits(MomentsOfKind all, FactSeen fact, boolean wanted) {
        return all.fits(fact.subject(), fact.occurredAt(), Instant.MAX, wanted);
    }

    private MomentsOfKind moments(String kind, Instant from, Instant then) {
        return kind.isEmpty() ? MomentsOfKind.ANY : new MomentsOfKind(facts.standing(kind, from, then));
    }

    private static Item item(FactSeen fact) {
        SubjectId subject = fact.subject();
        return Item.one(
                subject.toString(),
                fact.division(),
                new Wording(subject.id(), subject.id()),
                "/subjects/" + subject.type() + "/" + subject.id());
    }
}
