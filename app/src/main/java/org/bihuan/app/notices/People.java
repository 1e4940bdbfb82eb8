package org.bihuan.app.notices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What facts say of a person: name and telephone, the latest word of each; that they are read is written down. Thread-safe. */
@Component
class People {
    private static final Reader READER = Reader.named("notices");
    private static final String PURPOSE = "notice";

    private final Facts facts;
    private final Disclosure disclosure;
    private final Clock clock;

    People(Facts facts, Disclosure disclosure, Clock clock) {
        this.facts = facts;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    String name(SubjectId person) {
        return find(person, "name").orElse(person.id());
    }

    Optional<String> phone(SubjectId person) {
        return find(person, "phone");
    }

    private Optional<String> find(SubjectId person, String field) {
        Optional<Fact> found = Optional.empty();
        for (SubjectFacts own : facts.read(facts.groups(List.of(person))).values()) {
            for (StandingFact standing : Corrections.standing(own.facts())) {
                String text = standing.fact().text(field);
                if (text != null && standing.fact().subjects().size() == 1) {
                    found = Optional.of(standing.fact());
                }
            }
        }
        return found.flatMap(fact -> Optional.ofNullable(disclosure
                .open(READER, PURPOSE, Action.EXPORT, List.of(fact), "", clock.instant())
                .getFirst()
                .text(field)));
    }
}
