package org.bihuan.app.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.audit.Reader;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;

/**
 * The one way to read what is sealed: who reads and what for is written down before anything is opened. Not within a
 * transaction of the caller's. Thread-safe.
 */
@Service
public class Disclosure {
    private static final String PERSON = "person";
    private static final String HOUSEHOLD = "household";

    private final Secrecy secrecy;
    private final Audit audit;

    Disclosure(Secrecy secrecy, Audit audit) {
        this.secrecy = secrecy;
        this.audit = audit;
    }

    /**
     * Opens facts.
     *
     * @param purpose what for; not empty
     * @param detail what else is worth knowing about the query, never personal data
     * @return the same facts in their order, texts open; a field whose key was destroyed is gone
     */
    public List<Fact> open(
            Reader reader, String purpose, Action action, Collection<Fact> facts, String detail, Instant now) {
        List<Looked> looked = looked(facts);
        if (!looked.isEmpty()) {
            audit.record(reader, purpose, action, looked, detail, now);
        }
        return secrecy.open(facts);
    }

    /** The people the facts are about, with what is known of where they are and of their households. */
    private static List<Looked> looked(Collection<Fact> facts) {
        Map<SubjectId, Set<DivisionCode>> places = new LinkedHashMap<>();
        Map<SubjectId, String> households = new HashMap<>();
        for (Fact fact : facts) {
            for (FactSubject each : fact.subjects()) {
                if (each.subject().type().equals(PERSON)) {
                    Set<DivisionCode> own = places.computeIfAbsent(each.subject(), subject -> new HashSet<>());
                    DivisionCode division = fact.division();
                    if (division != null) {
                        own.add(division);
                    }
                    String household = fact.text(HOUSEHOLD);
                    if (household != null) {
                        households.put(each.subject(), household);
                    }
                }
            }
        }
        List<Looked> looked = new ArrayList<>();
        places.forEach(
                (subject, divisions) -> looked.add(new Looked(subject.toString(), divisions, households.get(subject))));
        return looked;
    }
}
