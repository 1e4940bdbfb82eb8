package org.bihuan.policy.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Which facts count: a kind, the values some fields must have, and the fields that say when it happened and when it
 * became known.
 *
 * @param kind kind of fact
 * @param where per field the values that count
 * @param known fields that must be known whatever their value, so that an empty report counts as none
 * @param at field that says when it happened
 * @param knownAt field that says when it became known, null when at once
 * @param pending field whose value may still be outstanding, null when none
 */
public record FactFilter(
        String kind,
        Map<String, Set<String>> where,
        Set<String> known,
        String at,
        @Nullable String knownAt,
        @Nullable String pending) {
    public FactFilter {
        where = Map.copyOf(where);
        known = Set.copyOf(known);
    }

    /** The same filter for one value of a field only. */
    public FactFilter only(String field, String value) {
        Map<String, Set<String>> narrowed = new HashMap<>(where);
        narrowed.put(field, Set.of(value));
        return new FactFilter(kind, narrowed, known, at, knownAt, pending);
    }

    /** Whether the fact counts, whenever it becomes known. */
    public boolean accepts(Fact fact) {
        if (!isOfKind(fact)) {
            return false;
        }
        for (Map.Entry<String, Set<String>> condition : where.entrySet()) {
            String value = fact.text(condition.getKey());
            if (value == null || !condition.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the fact may yet count: everything fits but the outstanding field, which is unknown. */
    public boolean mayYetAccept(Fact fact) {
        String outstanding = pending;
        if (outstanding == null || !isOfKind(fact)) {
            return false;
        }
        if (fact.text(outstanding) != null && !isReportOutstanding(fact)) {
            return false;
        }
        for (Map.Entry<String, Set<String>> condition : where.entrySet()) {
            if (condition.getKey().equals(outstanding)) {
                continue;
            }
            String value = fact.text(condition.getKey());
            if (value == null || !condition.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** When the fact becomes known: the report where there is one, otherwise when it happened. */
    public Instant knownAt(Fact fact) {
        Instant happened = happenedAt(fact);
        String field = knownAt;
        Instant reported = field == null ? null : fact.moment(field);
        return reported == null || reported.isBefore(happened) ? happened : reported;
    }

    /** When it happened; the fact must have been accepted. */
    public Instant happenedAt(Fact fact) {
        Instant happened = fact.moment(at);
        return happened == null ? fact.occurredAt() : happened;
    }

    private boolean isOfKind(Fact fact) {
        return fact.kind().equals(kind)
                && fact.moment(at) != null
                && fact.fields().keySet().containsAll(known);
    }

    private boolean isReportOutstanding(Fact fact) {
        String field = knownAt;
        return field != null && fact.moment(field) != null;
    }

    /** The fields a rule reads through this filter. */
    public List<String> fields() {
        List<String> names = new ArrayList<>(where.keySet());
        names.addAll(known);
        names.add(at);
        if (knownAt != null) {
            names.add(knownAt);
        }
        if (pending != null) {
            names.add(pending);
        }
        return names;
    }
}
