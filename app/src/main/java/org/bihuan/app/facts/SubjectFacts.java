package org.bihuan.app.facts;

import java.util.List;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;

/**
 * The facts of a subject.
 *
 * @param aliases the ids under which they were recorded, the canonical one first
 * @param facts the facts, corrections included
 */
public record SubjectFacts(List<SubjectId> aliases, List<Fact> facts) {
    public SubjectFacts {
        aliases = List.copyOf(aliases);
        facts = List.copyOf(facts);
    }
}
