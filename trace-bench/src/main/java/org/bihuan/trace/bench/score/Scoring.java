package org.bihuan.trace.bench.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.city.movement.Epidemic;
import org.bihuan.city.movement.Infection;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;

/** Scores tracing on what was recorded against an epidemic that spread along what happened. */
final class Scoring {
    private final TraceEngine recorded;
    private final Window data;
    private final List<Infection> cases = new ArrayList<>();
    private final Map<Integer, List<Integer>> infectedBy = new HashMap<>();

    Scoring(TraceEngine recorded, Window data, Collection<Infection> epidemic, int maxCases) {
        this.recorded = recorded;
        this.data = data;
        for (Infection infection : epidemic) {
            infectedBy
                    .computeIfAbsent(infection.infector(), person -> new ArrayList<>())
                    .add(infection.person());
        }
        for (Infection infection : epidemic) {
            boolean hasInfected = infectedBy.containsKey(infection.person());
            if (hasInfected && cases.size() < maxCases) {
                cases.add(infection);
            }
        }
    }

    int cases() {
        return cases.size();
    }

    TracingScore score(int minOverlapMinutes) {
        long infected = 0;
        long found = 0;
        long disturbed = 0;
        long infectedTwice = 0;
        long foundTwice = 0;
        long disturbedTwice = 0;
        for (Infection one : cases) {
            Window window = new Window(Epidemic.infectiousFrom(one), data.toMinute());
            RingRule rule = RingRule.of(window, minOverlapMinutes);
            Set<Integer> ring = new HashSet<>();
            recorded.firstRing(one.person(), rule, QueryLimit.none())
                    .contacts()
                    .forEach(contact -> ring.add(contact.person()));
            List<Integer> children = infectedBy.getOrDefault(one.person(), List.of());
            List<Integer> descendants = new ArrayList<>(children);
            children.forEach(child -> descendants.addAll(infectedBy.getOrDefault(child, List.of())));
            infected += children.size();
            found += children.stream().filter(ring::contains).count();
            disturbed += ring.size();
            recorded.secondRingMembers(one.person(), rule, QueryLimit.none()).members().stream()
                    .forEach(ring::add);
            infectedTwice += descendants.size();
            foundTwice += descendants.stream().filter(ring::contains).count();
            disturbedTwice += ring.size();
        }
        double count = Math.max(1, cases.size());
        return new TracingScore(
                minOverlapMinutes,
                (double) found / Math.max(1, infected),
                disturbed / count,
                (double) foundTwice / Math.max(1, infectedTwice),
                disturbedTwice / count);
    }
}
