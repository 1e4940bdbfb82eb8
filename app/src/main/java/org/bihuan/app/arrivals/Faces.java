package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Names of people and plates of vehicles, opened after who reads them is written down. Not within a transaction. Thread-safe. */
@Component
class Faces {
    private static final String PURPOSE = "arrivals";

    private final Facts facts;
    private final Disclosure disclosure;

    Faces(Facts facts, Disclosure disclosure) {
        this.facts = facts;
        this.disclosure = disclosure;
    }

    /** The field of each subject as it was said last, if ever; for those whom a row has shown to the asker. */
    Map<SubjectId, String> of(Collection<SubjectId> subjects, String field, Action action, Instant now) {
        return Asking.asMachine(() -> read(subjects, field, action, now));
    }

    private Map<SubjectId, String> read(Collection<SubjectId> subjects, String field, Action action, Instant now) {
        Map<SubjectId, Fact> saying = new LinkedHashMap<>();
        facts.read(facts.groups(subjects))
                .forEach((subject, own) -> Corrections.standing(own.facts()).stream()
                        .map(StandingFact::fact)
                        .filter(fact -> fact.text(field) != null
                                && fact.subjects().size() == 1
                                && own.aliases().stream().anyMatch(fact::isAbout))
                        .max(Fact.BY_PRECEDENCE)
                        .ifPresent(fact -> saying.put(subject, fact)));
        List<Fact> open = disclosure.open(WhoReads.now(), PURPOSE, action, saying.values(), field, now);
        Map<SubjectId, String> said = new HashMap<>();
        int at = 0;
        for (SubjectId subject : saying.keySet()) {
            String text = open.get(at++).text(field);
            if (text != null) {
                said.put(subject, text);
            }
        }
        return said;
    }
}
