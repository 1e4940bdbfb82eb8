package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.policy.fact.Fact;
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
        Map<SubjectId, String> said = new HashMap<>();
        several(subjects, List.of(field), action, now).forEach((subject, own) -> {
            String text = own.get(field);
            if (text != null) {
                said.put(subject, text);
            }
        });
        return said;
    }

    /** Several fields of each, written down as one reading. */
    Map<SubjectId, Map<String, String>> several(
            Collection<SubjectId> subjects, List<String> fields, Action action, Instant now) {
        return Asking.asMachine(() -> open(LastSaid.of(facts.read(facts.groups(subjects)), fields), action, now));
    }

    private Map<SubjectId, Map<String, String>> open(List<LastSaid> saying, Action action, Instant now) {
        List<Fact> open = disclosure.open(
                WhoReads.now(),
                PURPOSE,
                action,
                saying.stream().map(LastSaid::fact).toList(),
                saying.stream().map(LastSaid::field).distinct().collect(Collectors.joining(" ")),
                now);
        Map<SubjectId, Map<String, String>> said = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            LastSaid each = saying.get(i);
            String text = open.get(i).text(each.field());
            if (text != null) {
                said.computeIfAbsent(each.subject(), subject -> new HashMap<>()).put(each.field(), text);
            }
        }
        return said;
    }
}
