package org.bihuan.app.notices;

import java.util.List;
import java.util.Optional;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What facts say of a person: name and telephone, the latest word of each. Thread-safe. */
@Component
class People {
    private final Facts facts;

    People(Facts facts) {
        this.facts = facts;
    }

    String name(SubjectId person) {
        return find(person, "name").orElse(person.id());
    }

    Optional<String> phone(SubjectId person) {
        return find(person, "phone");
    }

    private Optional<String> find(SubjectId person, String field) {
        Optional<String> found = Optional.empty();
        for (SubjectFacts own : facts.read(facts.groups(List.of(person))).values()) {
            for (StandingFact standing : Corrections.standing(own.facts())) {
                String text = standing.fact().text(field);
                if (text != null && standing.fact().subjects().size() == 1) {
                    found = Optional.of(text);
                }
            }
        }
        return found;
    }
}
