package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of {@link Arrivals} in the order of people, for whoever goes through all of one. Thread-safe. */
@Service
public class ArrivalsInOrder {
    private static final UUID NONE = new UUID(0, 0);

    private final ArrivalListStore store;

    ArrivalsInOrder(ArrivalListStore store) {
        this.store = store;
    }

    /**
     * A page.
     *
     * @param after the line that the page before ended with, null to begin
     */
    @Transactional(readOnly = true)
    public List<ArrivalLine> list(ArrivalQuery query, Instant now, @Nullable ArrivalLine after, int limit) {
        String subject = after == null ? "" : after.subject().toString();
        return store.bySubject(query, now, subject, after == null ? NONE : after.id(), limit).stream()
                .map(each -> ArrivalLine.of(each, now))
                .toList();
    }
}
