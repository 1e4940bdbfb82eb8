package org.bihuan.app.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes along the chain from the first batch to the last and compares. Pure; one check each. Goes on after a flaw, so
 * that all are found.
 */
final class ChainCheck {
    /** The last entry before the first batch: below every number, so that none can be slipped in there. */
    static final long BEFORE_ALL = Long.MIN_VALUE;

    private static final int MOST = 1_000;

    private final Map<Long, Hash> kept = new HashMap<>();
    private final long destroyedUpTo;
    private final List<Flaw> flaws = new ArrayList<>();
    private Head head = Head.NONE;
    private long lastEntry = BEFORE_ALL;
    private long entries;

    /**
     * A check.
     *
     * @param kept heads that were kept elsewhere
     * @param destroyedUpTo the batch up to which entries were destroyed under a certificate, 0 for none; there the
     *     batches alone are compared
     */
    ChainCheck(Collection<Head> kept, long destroyedUpTo) {
        kept.forEach(each -> this.kept.put(each.batch(), each.hash()));
        this.destroyedUpTo = destroyedUpTo;
    }

    /** The number after which the next batch's entries begin. */
    long lastEntry() {
        return lastEntry;
    }

    /** Takes the next batch, with all entries that lie between the last one of the batch before and its own last. */
    void next(Batch batch, List<AuditEntry> found) {
        long first = found.isEmpty() ? batch.lastEntry() : found.getFirst().number();
        if (batch.number() != head.batch() + 1 || !batch.previous().equals(head.hash())) {
            flaw(Flaw.Kind.LINK, batch.number(), first, batch.lastEntry());
        }
        if (!batch.expectedHash().equals(batch.hash())) {
            flaw(Flaw.Kind.BATCH, batch.number(), first, batch.lastEntry());
        }
        boolean destroyed = batch.number() <= destroyedUpTo && found.isEmpty();
        if (!destroyed && !ChainHash.content(found).equals(batch.content())) {
            flaw(Flaw.Kind.CONTENT, batch.number(), first, batch.lastEntry());
        }
        Hash outside = kept.remove(batch.number());
        if (outside != null && !outside.equals(batch.hash())) {
            flaw(Flaw.Kind.HEAD, batch.number(), first, batch.lastEntry());
        }
        head = new Head(batch.number(), batch.hash());
        lastEntry = Math.max(lastEntry, batch.lastEntry());
        entries += found.size();
    }

    /** Ends: heads kept elsewhere whose batch never came mean that the end was cut off. */
    ChainReport end(List<Long> unchained) {
        kept.keySet().stream().sorted().forEach(batch -> flaw(Flaw.Kind.HEAD, batch, lastEntry, lastEntry));
        if (!unchained.isEmpty()) {
            flaw(Flaw.Kind.UNCHAINED, 0, unchained.getFirst(), unchained.getLast());
        }
        return new ChainReport(head, entries, flaws);
    }

    private void flaw(Flaw.Kind kind, long batch, long first, long last) {
        if (flaws.size() < MOST) {
            flaws.add(new Flaw(kind, batch, first, last));
        }
    }
}
