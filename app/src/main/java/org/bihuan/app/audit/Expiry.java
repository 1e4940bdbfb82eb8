package org.bihuan.app.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Destroys entries whose time is over, under a certificate. The batches stay, so that the chain still holds. Needs the
 * owner of the tables: the running program cannot do it.
 */
@Component
class Expiry {
    private final AuditStore store;
    private final Certificates certificates;
    private final TransactionOperations transaction;

    Expiry(AuditStore store, Certificates certificates, TransactionOperations transaction) {
        this.store = store;
        this.certificates = certificates;
        this.transaction = transaction;
    }

    /**
     * Destroys the entries of every batch that was sealed before the moment.
     *
     * @return how many entries went; 0 when nothing was old enough
     */
    long run(Instant before, String user, String approvedBy, Instant now) {
        Long gone = transaction.execute(status -> {
            Batch last = store.lastBatchBefore(before).orElse(null);
            if (last == null || last.number() <= store.destroyedUpTo()) {
                return 0L;
            }
            long deleted = store.deleteUpTo(last.lastEntry());
            certificates.issue(
                    new Certificates.Order(
                            "reading", AuditStore.DESTROYED_UP_TO + last.number(), "retention", user, approvedBy),
                    List.of(last.hash().hex()),
                    0,
                    now);
            return deleted;
        });
        return gone == null ? 0 : gone;
    }
}
