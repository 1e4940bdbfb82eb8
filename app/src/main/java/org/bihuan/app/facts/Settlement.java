package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;

/**
 * Into whose dossiers facts belong and who is to be looked at again: a fact and all that corrects it stand in the
 * dossiers of all their subjects, unless all of them are bulk facts that no rule sees. Not thread-safe.
 */
final class Settlement {
    private static final int DEEPEST = 1_000;

    private final List<String> subjects = new ArrayList<>();
    private final List<UUID> facts = new ArrayList<>();
    private final List<String> tiedSubjects = new ArrayList<>();
    private final List<UUID> tiedFacts = new ArrayList<>();
    private final List<String> bulkSubjects = new ArrayList<>();
    private final List<UUID> bulkFacts = new ArrayList<>();
    private final Set<String> marks = new LinkedHashSet<>();

    /** Adds a fact that was recorded just now. */
    void add(Fact fact, boolean isBulk) {
        Set<String> own = new LinkedHashSet<>(); // one subject may have two roles
        fact.subjects().forEach(each -> own.add(each.subject().toString()));
        for (String subject : own) {
            (isBulk ? bulkSubjects : subjects).add(subject);
            (isBulk ? bulkFacts : facts).add(fact.id().value());
        }
        marks.addAll(own);
    }

    private void addTied(String subject, FactId fact, boolean isBulk) {
        (isBulk ? bulkSubjects : tiedSubjects).add(subject);
        (isBulk ? bulkFacts : tiedFacts).add(fact.value());
        marks.add(subject);
    }

    /**
     * Adds facts tied by corrections.
     *
     * @param tree the facts with everything that is tied to them
     * @param seen the same as rules see them
     */
    void addTree(Collection<StoredFact> tree, Map<FactId, Fact> seen) {
        Map<FactId, Fact> byId = new HashMap<>();
        tree.forEach(each -> byId.put(each.fact().id(), each.fact()));
        Map<FactId, Set<String>> subjectsByRoot = new HashMap<>();
        Set<FactId> counting = new HashSet<>();
        for (StoredFact each : tree) {
            FactId root = root(each.fact(), byId);
            Set<String> own = subjectsByRoot.computeIfAbsent(root, id -> new LinkedHashSet<>());
            each.fact().subjects().forEach(subject -> own.add(subject.subject().toString()));
            if (!each.isBulk()
                    || !seen.getOrDefault(each.fact().id(), each.fact()).kind().equals(Fact.SILENT)) {
                counting.add(root);
            }
        }
        for (StoredFact each : tree) {
            FactId root = root(each.fact(), byId);
            if (counting.contains(root)) {
                subjectsByRoot
                        .getOrDefault(root, Set.of())
                        .forEach(subject -> addTied(subject, each.fact().id(), each.isBulk()));
            }
        }
    }

    /** The first fact of a chain of corrections, or the id of one that has not come yet. */
    private static FactId root(Fact fact, Map<FactId, Fact> byId) {
        FactId at = fact.id();
        for (int depth = 0; depth < DEEPEST; depth++) {
            Fact here = byId.get(at);
            FactId up = here == null ? null : here.corrects();
            if (up == null) {
                return at;
            }
            at = up;
        }
        return at;
    }

    void writeLinks(FactStore store, BulkStore bulk) {
        if (!facts.isEmpty()) {
            store.linkNew(subjects, facts);
        }
        if (!tiedFacts.isEmpty()) {
            store.link(tiedSubjects, tiedFacts);
        }
        bulk.link(bulkSubjects, bulkFacts);
    }

    /** Who is to be looked at again. */
    Set<String> marks() {
        return marks;
    }
}
