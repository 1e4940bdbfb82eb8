package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.Pack;

/**
 * A duty and the stretches of time in which some row demands it. What opened in a stretch stays owed when the row no
 * longer answers: the end of a cluster does not close what was left undone in it.
 *
 * @param definition the duty
 * @param stretches in the order of time, without overlap
 */
record Demand(DutyDefinition definition, List<Stretch> stretches) {
    /**
     * One stretch, whatever number of rows followed each other in it.
     *
     * @param from first moment, {@link Instant#MIN} for always
     * @param until end, {@link Instant#MAX} for ever
     * @param clauses clauses of its first row
     */
    record Stretch(Instant from, Instant until, List<String> clauses) {}

    /** The duties that the rows demand, in the order in which the rows name them. */
    static List<Demand> list(Pack pack, List<Hold> holds) {
        Map<String, List<Stretch>> byKey = new LinkedHashMap<>();
        for (Hold hold : holds) {
            Stretch stretch =
                    new Stretch(hold.from(), hold.until(), hold.reason().clauses());
            hold.outcome().duties().forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(stretch));
        }
        List<Demand> demands = new ArrayList<>();
        byKey.forEach((key, stretches) ->
                demands.add(new Demand(Objects.requireNonNull(pack.duties().get(key)), join(stretches))));
        return demands;
    }

    private static List<Stretch> join(List<Stretch> stretches) {
        stretches.sort(Comparator.comparing(Stretch::from));
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : stretches) {
            Stretch last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from().isAfter(last.until())) {
                joined.add(next);
            } else if (next.until().isAfter(last.until())) {
                joined.set(joined.size() - 1, new Stretch(last.from(), next.until(), last.clauses()));
            }
        }
        return joined;
    }
}
