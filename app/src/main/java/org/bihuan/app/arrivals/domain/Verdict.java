package org.bihuan.app.arrivals.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.decide.Release;
import org.jspecify.annotations.Nullable;

/**
 * What the decision says of one arrival.
 *
 * @param roots roots of the arrival's facts, which its duties and measures name
 */
record Verdict(JourneyRules rules, Decision decision, Set<UUID> roots) {
    /** The word of the class, empty when no order classes the arrival or something is missing for it. */
    String outcome() {
        return decision.reasons().stream()
                .filter(reason -> rules.tables().contains(reason.table()))
                .filter(reason -> !isRefused(reason))
                .map(Reason::outcome)
                .findFirst()
                .orElse("");
    }

    private boolean isRefused(Reason reason) {
        return decision.refusals().stream()
                .anyMatch(
                        refusal -> refusal.field() != null && refusal.wording().equals(reason.wording()));
    }

    /** What the orders say beside the class: declared late, never, in doubt. */
    String remark() {
        return rules.remarks().entrySet().stream()
                .filter(each -> decision.reasons().stream()
                        .anyMatch(reason -> each.getValue().contains(reason.outcome())))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** Until when the first unmet duty of the kinds on this arrival is owed, null when none is. */
    @Nullable Instant dueAt(Set<String> kinds) {
        return first(duty -> kinds.contains(duty.kind()) && roots.contains(duty.episode()));
    }

    /** The same wherever the duty hangs. */
    @Nullable Instant dueAnywhere(Set<String> kinds) {
        return first(duty -> kinds.contains(duty.kind()));
    }

    private @Nullable Instant first(Predicate<Duty> one) {
        return decision.duties().stream()
                .filter(one)
                .filter(duty -> duty.met() == null && duty.waived() == null)
                .map(Duty::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The lawful end that has passed while release is refused, null when none has. */
    @Nullable Instant overdueSince() {
        return measures().stream()
                .map(Measure::overdueSince)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * When nothing restricts the person any more; null while no end is known, release is refused, the person is not
     * classed, or nothing restricts but something is owed.
     */
    @Nullable Instant freeAt(Instant arrivedAt) {
        if (outcome().isEmpty()) {
            return null;
        }
        Release release = decision.now().release();
        if (release != null) {
            return release.refusedBecause().isEmpty() ? release.possibleAt() : null;
        }
        Instant free = arrivedAt;
        for (Duty each : decision.duties()) {
            if (roots.contains(each.episode()) && each.waived() == null) {
                Duty.Met met = each.met();
                if (met == null) {
                    return null;
                }
                free = met.knownAt().isAfter(free) ? met.knownAt() : free;
            }
        }
        return free;
    }

    private List<Measure> measures() {
        return decision.now().measures().stream()
                .filter(Measure::restricts)
                .filter(measure -> measure.sources().stream().anyMatch(source -> roots.contains(source.episode())))
                .toList();
    }
}
