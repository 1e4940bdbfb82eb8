package org.bihuan.app.arrivals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the time that belongs to one arrival: from shortly before it to the next.
 *
 * @param standing all standing facts of the person
 */
record Stay(List<StandingFact> standing, Instant from, Instant until) {
    /** Facts of the kind with a moment in the field that lies in the time. */
    Stream<Fact> of(String kind, String field) {
        return standing.stream().map(StandingFact::fact).filter(fact -> {
            Instant at = fact.kind().equals(kind) ? fact.moment(field) : null;
            return at != null && !at.isBefore(from) && at.isBefore(until);
        });
    }

    /** The last moment of the field that is not before another. */
    @Nullable Instant last(String kind, String field, Instant notBefore) {
        return moments(kind, field, notBefore).max(Instant::compareTo).orElse(null);
    }

    /** The first one. */
    @Nullable Instant first(String kind, String field, Instant notBefore) {
        return moments(kind, field, notBefore).min(Instant::compareTo).orElse(null);
    }

    private Stream<Instant> moments(String kind, String field, Instant notBefore) {
        return of(kind, field)
                .map(fact -> Objects.requireNonNull(fact.moment(field)))
                .filter(at -> !at.isBefore(notBefore));
    }
}
