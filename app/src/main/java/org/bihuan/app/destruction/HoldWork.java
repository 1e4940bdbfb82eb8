package org.bihuan.app.destruction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.facts.DestroyedDocuments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows of holds and of orders without anybody asking, done again and again by one thread. */
@Component
class HoldWork {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Holds holds;
    private final KeptCopies copies;
    private final RetentionStore orders;
    private final DestroyedDocuments destroyed;
    private final TransactionTemplate transaction;
    private List<UUID> seen = List.of(UUID.randomUUID()); // so that the first look is one
    private Instant next = Instant.EPOCH;

    HoldWork(
            Holds holds,
            KeptCopies copies,
            RetentionStore orders,
            DestroyedDocuments destroyed,
            TransactionTemplate transaction) {
        this.holds = holds;
        this.copies = copies;
        this.orders = orders;
        this.destroyed = destroyed;
        this.transaction = transaction;
    }

    /** One look: ledgers that are kept, ledgers that need not be any more, hashes whose time is over. */
    void look(Instant now) {
        List<UUID> inForce = holds.inForce(now);
        if (inForce.isEmpty()
                || !inForce.equals(seen)
                || !now.isBefore(next)) { // one may come and go between two looks
            transaction.executeWithoutResult(_ -> copies.refresh(holds.held(now).keySet(), now));
            seen = inForce;
            next = now.plus(PAUSE);
        }
        transaction.executeWithoutResult(_ -> orders.inForce().stream()
                .filter(RetentionOrder::isOfCity)
                .mapToInt(RetentionOrder::days)
                .max()
                .ifPresent(days -> destroyed.end(now.minus(Duration.ofDays(days)))));
    }
}
