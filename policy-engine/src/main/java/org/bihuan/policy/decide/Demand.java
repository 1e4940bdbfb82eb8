package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of time in which rows demand one measure or one duty.
 *
 * @param from first moment, {@link Instant#MIN} for always
 * @param until end, {@link Instant#MAX} for ever
 * @param clauses clauses of the rows
 */
record Demand(Instant from, Instant until, List<String> clauses) {
    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** What the rows demand together: stretches that touch or overlap are one. At least one, by time. */
    static List<Demand> merge(List<Hold> holds) {
        if (holds.size() == 1) {
            Hold only = holds.getFirst();
            return List.of(new Demand(only.from(), only.until(), only.reason().clauses()));
        }
        List<Hold> sorted = new ArrayList<>(holds);
        sorted.sort(Comparator.comparing(Hold::from).thenComparing(Hold::until));
        List<Demand> merged = new ArrayList<>();
        for (Hold hold : sorted) {
            Demand last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.until().isBefore(hold.from())) {
                merged.add(new Demand(hold.from(), hold.until(), hold.reason().clauses()));
            } else {
                Set<String> clauses = new LinkedHashSet<>(last.clauses());
                clauses.addAll(hold.reason().clauses());
                merged.set(
                        merged.size() - 1,
                        new Demand(last.from(), Obligations.later(last.until(), hold.until()), List.copyOf(clauses)));
            }
        }
        return merged;
    }
}
