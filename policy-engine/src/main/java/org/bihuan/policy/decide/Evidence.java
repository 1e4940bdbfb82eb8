package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.FactFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives evidence to the steps of one obligation: one fact meets one step, the earliest fact that counts goes to the
 * earliest step it fits. What is known decides; a sample whose result is out is only pending.
 */
final class Evidence {
    private final FactFilter filter;
    private final List<StandingFact> counting = new ArrayList<>();
    private final List<StandingFact> pending = new ArrayList<>();
    private final Set<FactId> used = new HashSet<>();

    Evidence(FactFilter filter, List<StandingFact> facts, Instant knowledge) {
        this.filter = filter;
        for (StandingFact standing : facts) {
            Fact fact = standing.fact();
            if (!fact.kind().equals(filter.kind())) {
                continue;
            }
            if (filter.accepts(fact) && !filter.knownAt(fact).isAfter(knowledge)) {
                counting.add(standing);
            } else if (filter.mayYetAccept(fact) && isOutstanding(fact, knowledge)) {
                pending.add(standing);
            }
        }
        Comparator<StandingFact> order = Comparator.comparing(this::happenedAt).thenComparing(StandingFact::root);
        counting.sort(order);
        pending.sort(order);
    }

    /** A result is outstanding while it is missing or its report lies ahead. */
    private boolean isOutstanding(Fact fact, Instant knowledge) {
        String field = filter.pending();
        return field != null && fact.text(field) == null || filter.knownAt(fact).isAfter(knowledge);
    }

    Instant happenedAt(StandingFact standing) {
        return filter.happenedAt(standing.fact());
    }

    /** Takes the earliest unused fact from the moment on, before the end when there is one; null when there is none. */
    @Nullable StandingFact take(Instant from, @Nullable Instant before) {
        for (StandingFact standing : counting) {
            Instant happened = happenedAt(standing);
            if (!happened.isBefore(from)
                    && (before == null || happened.isBefore(before))
                    && used.add(standing.root())) {
                return standing;
            }
        }
        return null;
    }

    /** The earliest pending fact from the moment on, null when there is none. */
    @Nullable StandingFact findPending(Instant from) {
        for (StandingFact standing : pending) {
            if (!happenedAt(standing).isBefore(from)) {
                return standing;
            }
        }
        return null;
    }

    /** Whether a fact that otherwise counts lies strictly between the moments. */
    boolean hasBetween(Instant after, Instant before) {
        for (StandingFact standing : counting) {
            Instant happened = happenedAt(standing);
            if (happened.isAfter(after) && happened.isBefore(before)) {
                return true;
            }
        }
        return false;
    }

    Duty.Met met(StandingFact standing) {
        return new Duty.Met(
                standing.root().value(),
                happenedAt(standing),
                filter.knownAt(standing.fact()),
                standing.fact().recordedAt());
    }
}
