package org.bihuan.app.audit;

import java.time.Instant;

/**
 * A link of the chain: the entries of about a second.
 *
 * @param number from 1, without gaps
 * @param lastEntry it holds every entry after the last one of the batch before, up to this
 * @param entries how many those are
 * @param sealedAt when it was made
 * @param content hash of its entries
 * @param previous hash of the batch before, zeros for the first
 * @param hash hash of all of this; the next batch names it
 */
record Batch(long number, long lastEntry, int entries, Instant sealedAt, Hash content, Hash previous, Hash hash) {
    /** The batch after another one, or the first. */
    static Batch after(Head head, java.util.List<AuditEntry> entries, Instant sealedAt) {
        Hash content = ChainHash.content(entries);
        long number = head.batch() + 1;
        long last = entries.getLast().number();
        return new Batch(
                number,
                last,
                entries.size(),
                sealedAt,
                content,
                head.hash(),
                ChainHash.batch(number, last, entries.size(), sealedAt, content, head.hash()));
    }

    /** The hash that it ought to have. */
    Hash expectedHash() {
        return ChainHash.batch(number, lastEntry, entries, sealedAt, content, previous);
    }
}
