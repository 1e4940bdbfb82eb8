package org.bihuan.app.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes batches of what was written down, and raises alarms about it. Thread-safe. */
@Component
class Sealing {
    private final AuditStore store;
    private final AlarmStore alarms;
    private final AuditSettings settings;
    private final ZoneId zone;

    Sealing(AuditStore store, AlarmStore alarms, AuditSettings settings, @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.alarms = alarms;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * Makes one batch.
     *
     * @return how many entries it holds; 0 when there was nothing to do
     */
    @Transactional
    public int run(Instant now, int limit) {
        store.lockChain();
        Batch last = store.lastBatch().orElse(null);
        List<AuditEntry> entries = store.after(last == null ? ChainCheck.BEFORE_ALL : last.lastEntry(), limit);
        if (entries.isEmpty()) {
            return 0;
        }
        Head head = last == null ? Head.NONE : new Head(last.number(), last.hash());
        store.add(Batch.after(head, entries, now.truncatedTo(ChronoUnit.MICROS)));
        entries.forEach(this::alarm);
        return entries.size();
    }

    private void alarm(AuditEntry entry) {
        if (entry.subjects().isEmpty()) {
            return;
        }
        Instant since = entry.at().minus(settings.window());
        long inWindow = store.countSubjects(entry.user(), since, entry.at());
        for (Oddity oddity : Unusual.of(entry, inWindow, settings, zone)) {
            alarms.raise(entry, oddity, Math.max(inWindow, entry.subjects().size()), since);
        }
    }
}
