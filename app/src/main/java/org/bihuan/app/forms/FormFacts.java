package org.bihuan.app.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What stands of a subject, opened for a form; that it was is written down. Thread-safe. */
@Component
class FormFacts {
    private final Facts facts;
    private final Disclosure disclosure;
    private final Clock clock;

    FormFacts(Facts facts, Disclosure disclosure, Clock clock) {
        this.facts = facts;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    List<StandingFact> standing(SubjectId subject, UUID form) {
        List<StandingFact> stored = Corrections.standing(facts.read(facts.groups(List.of(subject)))
                .values()
                .iterator()
                .next()
                .facts());
        List<Fact> open = disclosure.open(
                WhoReads.now(),
                "form",
                Action.EXPORT,
                stored.stream().map(StandingFact::fact).toList(),
                "form " + form,
                clock.instant());
        List<StandingFact> standing = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            standing.add(new StandingFact(stored.get(i).root(), open.get(i)));
        }
        return standing;
    }
}
