package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.FactLists;
import org.bihuan.app.facts.FactSeen;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/**
 * Subjects to whom something happened: facts of {@code kind} since the cut-off before, or of the last {@code days};
 * {@code with} keeps those with a fact of that kind since, {@code without} those that lack one: who got lost on the way;
 * {@code judged} keeps those that an order has judged.
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
    public Found ask(Ask ask) {
        String days = ask.with("days", "");
        Instant from = days.isEmpty() ? ask.since() : ask.then().minus(Duration.ofDays(Long.parseLong(days)));
        String kind = ask.with("kind", "");
        Map<SubjectId, FactSeen> cohort = new LinkedHashMap<>();
        facts.standing(kind, from, ask.then()).stream()
                .filter(each -> MeasuresInForce.Within.lies(each.division(), ask.division()))
                .forEach(each -> cohort.put(each.subject(), each));
        String with = ask.with("with", "");
        if (Boolean.parseBoolean(ask.with("judged", ""))) {
            cohort.keySet().retainAll(duties.judged(Set.copyOf(cohort.keySet()), ask.then()));
        }
        String without = ask.with("without", "");
        if (!with.isEmpty()) {
            cohort.keySet().retainAll(after(cohort, with, from, ask.then()));
        }
        if (!without.isEmpty()) {
            cohort.keySet().removeAll(after(cohort, without, from, ask.then()));
        }
        List<Item> items = cohort.values().stream()
                .map(each -> Item.one(
                        each.subject().toString(),
                        each.division(),
                        new Wording(each.subject().id(), each.subject().id()),
                        "/subjects/" + each.subject().type() + "/"
                                + each.subject().id()))
                .toList();
        return new Found.Known(items);
    }

    /** Those of the cohort with a fact of the kind not before their own. */
    private Set<SubjectId> after(Map<SubjectId, FactSeen> cohort, String kind, Instant from, Instant then) {
        return facts.standing(kind, from, then).stream()
                .filter(each -> {
                    FactSeen first = cohort.get(each.subject());
                    return first != null && !each.occurredAt().isBefore(first.occurredAt());
                })
                .map(FactSeen::subject)
                .collect(Collectors.toSet());
    }
}
