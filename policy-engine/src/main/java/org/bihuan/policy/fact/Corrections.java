package org.bihuan.policy.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which statements stand. A correction replaces the fact it names, a retraction takes it back, and both can
 * themselves be corrected or taken back: the strongest standing correction by {@link Fact#BY_PRECEDENCE} wins. The
 * result does not depend on the order in which the facts are given. A correction whose original is not here yet waits.
 */
public final class Corrections {
    private static final int MAX_DEPTH = 1000;

    private Corrections() {}

    /** The standing facts, ordered by root. */
    public static List<StandingFact> standing(Collection<Fact> facts) {
        List<StandingFact> result = new ArrayList<>(facts.size());
        Map<FactId, List<Fact>> corrections = byCorrected(facts);
        for (Fact fact : facts) {
            if (fact.corrects() != null) {
                continue;
            }
            Fact standing = corrections.isEmpty() ? fact : standing(fact, corrections, 0);
            if (standing != null) {
                result.add(new StandingFact(fact.id(), standing));
            }
        }
        result.sort(Comparator.comparing(StandingFact::root));
        return result;
    }

    private static Map<FactId, List<Fact>> byCorrected(Collection<Fact> facts) {
        Map<FactId, List<Fact>> corrections = Map.of();
        for (Fact fact : facts) {
            FactId corrected = fact.corrects();
            if (corrected != null) {
                if (corrections.isEmpty()) {
                    corrections = new HashMap<>();
                }
                corrections.computeIfAbsent(corrected, id -> new ArrayList<>()).add(fact);
            }
        }
        corrections.values().forEach(list -> list.sort(Fact.BY_PRECEDENCE.reversed()));
        return corrections;
    }

    /** The statement in force for the fact, or null when it has been taken back. */
    private static @Nullable Fact standing(Fact fact, Map<FactId, List<Fact>> corrections, int depth) {
        if (depth > MAX_DEPTH) {
            return fact;
        }
        for (Fact correction : corrections.getOrDefault(fact.id(), List.of())) {
            Fact standing = standing(correction, corrections, depth + 1);
            if (standing != null) {
                return standing.kind().equals(Fact.RETRACTION) ? null : standing;
            }
        }
        return fact;
    }
}
