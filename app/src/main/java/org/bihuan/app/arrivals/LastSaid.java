package org.bihuan.app.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;

/** The fact that said something of somebody last, and of them alone. */
record LastSaid(SubjectId subject, String field, Fact fact) {
    /** Who was said what of, of the fields. */
    static List<LastSaid> of(Map<SubjectId, SubjectFacts> read, List<String> fields) {
        List<LastSaid> saying = new ArrayList<>();
        read.forEach((subject, own) -> {
            List<Fact> standing = Corrections.standing(own.facts()).stream()
                    .map(StandingFact::fact)
                    .filter(fact -> fact.subjects().size() == 1
                            && own.aliases().stream().anyMatch(fact::isAbout))
                    .toList();
            for (String field : fields) {
                standing.stream()
                        .filter(fact -> fact.text(field) != null)
                        .max(Fact.BY_PRECEDENCE)
                        .ifPresent(fact -> saying.add(new LastSaid(subject, field, fact)));
            }
        });
        return saying;
    }
}
