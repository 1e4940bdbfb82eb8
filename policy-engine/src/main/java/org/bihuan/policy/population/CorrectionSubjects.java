package org.bihuan.policy.population;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;

/**
 * Whose dossier each fact belongs into. A fact and all that corrects it share the subjects of all of them, so that a
 * correction that moves a fact to another person is seen by both.
 */
final class CorrectionSubjects {
    private final Map<FactId, FactId> roots = new HashMap<>();
    private final Map<FactId, Set<SubjectId>> byRoot = new HashMap<>();

    CorrectionSubjects(Collection<Fact> facts) {
        Map<FactId, FactId> corrected = new HashMap<>();
        for (Fact fact : facts) {
            FactId original = fact.corrects();
            if (original != null) {
                corrected.put(fact.id(), original);
            }
        }
        if (corrected.isEmpty()) {
            return;
        }
        for (Fact fact : facts) {
            FactId root = root(fact.id(), corrected);
            roots.put(fact.id(), root);
            Set<SubjectId> subjects = byRoot.computeIfAbsent(root, id -> new LinkedHashSet<>());
            fact.subjects().stream().map(FactSubject::subject).forEach(subjects::add);
        }
    }

    Iterable<SubjectId> of(Fact fact) {
        FactId root = roots.get(fact.id());
        Set<SubjectId> shared = root == null ? null : byRoot.get(root);
        return shared != null
                ? shared
                : fact.subjects().stream().map(FactSubject::subject).toList();
    }

    private static FactId root(FactId id, Map<FactId, FactId> corrected) {
        FactId at = id;
        for (int depth = 0; depth < 1_000; depth++) {
            FactId up = corrected.get(at);
            if (up == null) {
                return at;
            }
            at = up;
        }
        return at;
    }
}
