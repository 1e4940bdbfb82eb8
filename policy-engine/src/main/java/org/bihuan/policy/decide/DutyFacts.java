package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;

/** What people did about duties: assignments, attempts, waivers and extensions, by the duty's id; and when measures rest. */
final class DutyFacts {
    private static final String DUTY = "duty";

    private final Map<String, List<Fact>> byDuty;
    private final Rests rests;

    private DutyFacts(Map<String, List<Fact>> byDuty, Rests rests) {
        this.byDuty = byDuty;
        this.rests = rests;
    }

    static DutyFacts of(List<StandingFact> facts) {
        Map<String, List<Fact>> byDuty = Map.of();
        for (StandingFact standing : facts) {
            String duty =
                    standing.fact().kind().startsWith("duty-") ? standing.fact().text(DUTY) : null;
            if (duty != null) {
                if (byDuty.isEmpty()) {
                    byDuty = new HashMap<>();
                }
                byDuty.computeIfAbsent(duty, id -> new ArrayList<>()).add(standing.fact());
            }
        }
        byDuty.values()
                .forEach(
                        list -> list.sort(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id)));
        return new DutyFacts(
                byDuty,
                new Rests(Suspension.of(facts.stream().map(StandingFact::fact).toList())));
    }

    /** When measures rest. */
    Rests rests() {
        return rests;
    }

    Duty.@Nullable Waiver waiver(Collection<UUID> ids) {
        Fact fact = last("duty-waiver", ids);
        return fact == null ? null : new Duty.Waiver(fact.occurredAt(), word(fact, "by"), word(fact, "reason"));
    }

    /** The due time after the last extension, the given one when there is none. */
    Instant extended(Collection<UUID> ids, Instant dueAt) {
        Fact fact = last("duty-extension", ids);
        Instant extended = fact == null ? null : fact.moment("dueAt");
        return extended == null ? dueAt : extended;
    }

    @Nullable String assignee(Collection<UUID> ids) {
        Fact fact = last("duty-assignment", ids);
        return fact == null ? null : fact.text("assignee");
    }

    List<Duty.Attempt> attempts(Collection<UUID> ids) {
        List<Duty.Attempt> attempts = new ArrayList<>();
        for (Fact fact : all("duty-attempt", ids)) {
            attempts.add(new Duty.Attempt(fact.occurredAt(), word(fact, "result"), fact.moment("nextAttemptAt")));
        }
        return attempts;
    }

    private @Nullable Fact last(String kind, Collection<UUID> ids) {
        List<Fact> all = all(kind, ids);
        return all.isEmpty() ? null : all.getLast();
    }

    private List<Fact> all(String kind, Collection<UUID> ids) {
        if (byDuty.isEmpty()) {
            return List.of();
        }
        List<Fact> found = new ArrayList<>();
        for (UUID id : ids) {
            for (Fact fact : byDuty.getOrDefault(id.toString(), List.of())) {
                if (fact.kind().equals(kind)) {
                    found.add(fact);
                }
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id));
        }
        return found;
    }

    private static String word(Fact fact, String field) {
        String text = fact.text(field);
        return text == null ? "" : text;
    }
}
