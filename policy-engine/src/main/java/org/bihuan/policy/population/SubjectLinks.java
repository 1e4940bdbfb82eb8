package org.bihuan.policy.population;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;

/** Which subjects are one, by the links that stand. The smallest id of a group stands for it. */
public final class SubjectLinks {
    private final Map<SubjectId, SubjectId> parents = new HashMap<>();

    private SubjectLinks() {}

    /** The groups that the standing links among the facts make; links between different types are ignored. */
    public static SubjectLinks of(Collection<Fact> facts) {
        SubjectLinks links = new SubjectLinks();
        List<Fact> relevant = facts.stream()
                .filter(fact -> fact.kind().equals(Fact.SUBJECT_LINK) || fact.corrects() != null)
                .toList();
        for (StandingFact standing : Corrections.standing(relevant)) {
            Fact fact = standing.fact();
            if (fact.kind().equals(Fact.SUBJECT_LINK) && fact.subjects().size() == 2) {
                links.join(
                        fact.subjects().get(0).subject(), fact.subjects().get(1).subject());
            }
        }
        return links;
    }

    /** The id that stands for the subject. */
    public SubjectId canonical(SubjectId subject) {
        SubjectId at = subject;
        for (SubjectId up = parents.get(at); up != null; up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    /** Every id of the group, the canonical one first; just the subject when nobody linked it. */
    public List<SubjectId> group(SubjectId canonical) {
        List<SubjectId> group = new ArrayList<>();
        group.add(canonical);
        parents.keySet().stream()
                .filter(each -> canonical(each).equals(canonical))
                .sorted()
                .forEach(group::add);
        return group;
    }

    private void join(SubjectId left, SubjectId right) {
        SubjectId first = canonical(left);
        SubjectId second = canonical(right);
        if (first.equals(second) || !first.type().equals(second.type())) {
            return;
        }
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else {
            parents.put(first, second);
        }
    }
}
