package org.bihuan.app.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of who read whose personal data. Thread-safe. */
@Service
public class Audit {
    private static final int LONGEST = 400;
    private static final int STEP = 500;
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    private final AuditStore store;
    private final AlarmStore alarms;

    Audit(AuditStore store, AlarmStore alarms) {
        this.store = store;
        this.alarms = alarms;
    }

    /**
     * Writes down a query, durable when this returns: call it before the data are handed out, and not within a
     * transaction that may roll back.
     *
     * @param purpose what for, as the reader or their work says; not empty
     * @param looked whom the answer shows
     * @param detail what else is worth knowing, never personal data
     * @return number of the entry
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long record(
            Reader reader, String purpose, Action action, Collection<Looked> looked, String detail, Instant now) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("reading personal data needs a purpose");
        }
        return store.add(new AuditEntry(
                0,
                now.truncatedTo(ChronoUnit.MICROS),
                clean(reader.user()),
                clean(purpose),
                action,
                looked.stream().map(Looked::subject).distinct().sorted().toList(),
                Unusual.atOnce(reader, looked),
                clean(detail)));
    }

    /** What the table holds must come back as it went in, or the chain would break by itself. */
    private static String clean(String text) {
        String stored = new String(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return stored.length() <= LONGEST ? stored : stored.substring(0, stored.offsetByCodePoints(0, LONGEST / 2));
    }

    /** Who looked at one of the subjects, the latest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> about(Collection<String> subjects, int limit) {
        return store.about(subjects, limit);
    }

    /**
     * The latest entries.
     *
     * @param user whose, empty for everybody's
     * @param before entries with a smaller number
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(String user, long before, int limit) {
        return store.latest(user, before, limit);
    }

    /** Alarms, those first that nobody has looked into. */
    @Transactional(readOnly = true)
    public List<Alarm> alarms(int limit) {
        return alarms.list(limit);
    }

    /** How many alarms nobody has looked into. */
    @Transactional(readOnly = true)
    public long countOpenAlarms() {
        return alarms.countOpen();
    }

    /** Writes down what somebody found about an alarm; false when somebody else was quicker or there is no such alarm. */
    @Transactional
    public boolean close(long entry, Oddity oddity, String user, String finding, Instant now) {
        return alarms.find(entry, oddity, clean(user), clean(finding), now);
    }

    /** The end of the chain. */
    @Transactional(readOnly = true)
    public Head head() {
        return store.lastBatch()
                .map(batch -> new Head(batch.number(), batch.hash()))
                .orElse(Head.NONE);
    }

    /**
     * Goes along the whole chain. Entries that wait for their batch are no flaw, but such as should have been in the last
     * one are.
     *
     * @param kept heads that were kept elsewhere
     */
    public ChainReport verify(Collection<Head> kept) {
        ChainCheck check = new ChainCheck(kept, store.destroyedUpTo());
        long at = 0;
        List<Batch> batches = store.batchesAfter(at, STEP);
        while (!batches.isEmpty()) {
            for (Batch batch : batches) {
                check.next(batch, store.between(check.lastEntry(), batch.lastEntry()));
                at = batch.number();
            }
            batches = store.batchesAfter(at, STEP);
        }
        List<Long> unchained = store.lastBatch()
                .map(last -> store.unchained(check.lastEntry(), last.sealedAt().minus(IN_TIME)))
                .orElse(List.of());
        return check.end(unchained);
    }
}
