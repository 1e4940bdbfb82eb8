package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.doorstep.HeldOblivion;
import org.bihuan.app.imports.ImportOblivion;
import org.bihuan.app.photos.Sheets;
import org.bihuan.app.shifts.LogOblivion;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What lies beside the record under keys of its own: ledgers as sent, what phones brought, pictures of duty logs. Thread-safe. */
@Component
class KeptCopies {
    private final ImportOblivion imports;
    private final HeldOblivion phones;
    private final LogOblivion logs;
    private final Certificates certificates;
    private final Sheets sheets;

    KeptCopies(
            ImportOblivion imports, HeldOblivion phones, LogOblivion logs, Certificates certificates, Sheets sheets) {
        this.sheets = sheets;
        this.logs = logs;
        this.certificates = certificates;
        this.imports = imports;
        this.phones = phones;
    }

    /**
     * Destroys ledgers that hold one of the people, and pictures about duties of several; gives back how many ledgers.
     *
     * @param held whose are kept for a law case: a ledger that holds one of them too goes once nobody in it is kept
     */
    long forgetPeople(Collection<SubjectId> people, Collection<SubjectId> held, Instant now) {
        sheets.forgetPeople(people, held, now);
        imports.hold(held);
        return imports.forgetPeople(people);
    }

    /** Whether rows are being read or recorded. */
    boolean isWorking() {
        return imports.isWorking();
    }

    /** How much of it came before the moment and is kept for nobody's law case. */
    long countBefore(RetentionOrder order, Instant before, KeptPlaces kept) {
        long ledgers = order.isOfCity() ? imports.countBefore(before) : 0;
        return ledgers + logs.countBefore(order.division(), before, kept::keeps);
    }

    /** What went. */
    record Gone(long ledgers, long attachments) {}

    /**
     * Destroys what came before the run's moment. What phones brought and what a picture shows lies sealed, so that nobody can
     * say whose it is: it waits where somebody may be shown who is kept for a law case. Pictures go under a certificate.
     */
    Gone forgetBefore(RetentionRun run, Collection<SubjectId> held, KeptPlaces kept, Instant now) {
        RetentionOrder order = run.order();
        long pictures = forgetPictures(run, kept, now);
        if (!order.isOfCity()) {
            return new Gone(0, pictures);
        }
        phones.forgetBefore(run.before(), order.division(), kept::keeps);
        imports.hold(held);
        return new Gone(imports.forgetBefore(run.before()), pictures);
    }

    private long forgetPictures(RetentionRun run, KeptPlaces kept, Instant now) {
        List<String> gone = logs.forgetBefore(run.order().division(), run.before(), kept::keeps, now).stream()
                .map(UUID::toString)
                .toList();
        if (!gone.isEmpty()) {
            certificates.issue(run.certificate("duty log"), gone, gone.size(), now);
        }
        return gone.size();
    }

    /** Brings up to date which ledgers are kept; those that should have gone meanwhile go. */
    void refresh(Collection<SubjectId> held, Instant now) {
        sheets.forgetOwed(held, now);
        imports.hold(held);
        imports.forgetOwed();
    }
}
