package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Arrivals as far as whoever asks sees them: the funnel, the lists behind it, and a person's own. Thread-safe. */
@Service
public class Arrivals {
    private static final UUID LAST = new UUID(-1, -1);

    private final ArrivalListStore store;

    Arrivals(ArrivalListStore store) {
        this.store = store;
    }

    /** The figures of the question, whatever its step. */
    @Transactional(readOnly = true)
    public ArrivalFunnel funnel(ArrivalQuery query, Instant now) {
        return store.funnel(query, now);
    }

    /**
     * The list behind a figure, the latest arrival first.
     *
     * @param after where the page before ended, null to begin
     */
    @Transactional(readOnly = true)
    public List<ArrivalLine> list(ArrivalQuery query, Instant now, @Nullable ArrivalCursor after, int limit) {
        return store
                .list(query, now, after == null ? null : after.at(), after == null ? LAST : after.id(), limit)
                .stream()
                .map(each -> ArrivalLine.of(each, now))
                .toList();
    }

    /** Each arrival of people who are one, the latest first. */
    @Transactional(readOnly = true)
    public List<ArrivalLine> of(Collection<SubjectId> person, Instant now) {
        return store.of(person).stream().map(each -> ArrivalLine.of(each, now)).toList();
    }
}
