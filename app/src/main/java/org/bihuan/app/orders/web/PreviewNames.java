package org.bihuan.app.orders.web;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Names of those whom a preview shows to somebody, opened after that is written down. Not within a transaction. */
@Component
class PreviewNames {
    private static final String NAME = "name";

    private final Facts facts;
    private final Disclosure disclosure;

    PreviewNames(Facts facts, Disclosure disclosure) {
        this.facts = facts;
        this.disclosure = disclosure;
    }

    /** The name each was last said to have; somebody without one is left out, and not written down here. */
    Map<SubjectId, String> of(
            Collection<SubjectId> subjects, Reader reader, String purpose, String detail, Instant now) {
        return Asking.asMachine(() -> read(subjects, reader, purpose, detail, now));
    }

    private Map<SubjectId, String> read(
            Collection<SubjectId> subjects, Reader reader, String purpose, String detail, Instant now) {
        Map<SubjectId, Fact> saying = saying(subjects);
        if (saying.isEmpty()) {
            return Map.of();
        }
        List<Fact> open = disclosure.open(reader, purpose, Action.LIST, saying.values(), detail, now);
        Map<SubjectId, String> names = new HashMap<>();
        int at = 0;
        for (SubjectId subject : saying.keySet()) {
            String name = open.get(at++).text(NAME);
            if (name != null) {
                names.put(subject, name);
            }
        }
        return names;
    }

    private Map<SubjectId, Fact> saying(Collection<SubjectId> subjects) {
        Map<SubjectId, Fact> saying = new LinkedHashMap<>();
        facts.read(facts.groups(subjects))
                .forEach((subject, own) -> Corrections.standing(own.facts()).stream()
                        .map(StandingFact::fact)
                        .filter(fact -> fact.text(NAME) != null
                                && fact.subjects().size() == 1
                                && own.aliases().stream().anyMatch(fact::isAbout))
                        .max(Fact.BY_PRECEDENCE)
                        .ifPresent(fact -> saying.put(subject, fact)));
        return saying;
    }
}
