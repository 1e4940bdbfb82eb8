package org.bihuan.app.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rows of a confirmed upload facts, step by step. */
@Component
class TakeWork {
    private static final int ROWS_A_STEP = 1_000;
    private static final int STEPS_AT_ONCE = 4;

    private final UploadStore uploads;
    private final LineStore lines;
    private final LedgerDesk desk;
    private final RowPeople people;
    private final RowTaking taking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeWork(
            UploadStore uploads,
            LineStore lines,
            LedgerDesk desk,
            RowPeople people,
            RowTaking taking,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.lines = lines;
        this.desk = desk;
        this.people = people;
        this.taking = taking;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One step of the job; a step done twice finds its rows stated already. */
    Job.Step step(Upload upload, Job job) {
        LedgerDesk.Meaning meaning = desk.meaning();
        LedgerFacts reader = desk.facts(upload, meaning);
        Instant now = clock.instant();
        long after = job.cursor().isEmpty() ? 0 : Long.parseLong(job.cursor());
        long total = upload.counts().added() + upload.counts().changed();
        List<PendingRow> rows = lines.pending(upload.id(), upload.sender(), after, ROWS_A_STEP * STEPS_AT_ONCE);
        if (rows.isEmpty()) {
            transaction.executeWithoutResult(_ -> finish(upload));
            return new Job.Step(job.cursor(), job.done(), total, true);
        }
        Map<Long, String> persons =
                people.of(upload, rows, reader, meaning.columns().subjectType(), now);
        List<PendingRow> owned = rows.stream()
                .filter(row -> persons.containsKey(row.line().line()))
                .toList();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < owned.size(); i += ROWS_A_STEP) {
            List<PendingRow> part = owned.subList(i, Math.min(i + ROWS_A_STEP, owned.size()));
            RowTaking.Part taken =
                    new RowTaking.Part(part, persons, meaning.columns().subjectColumn());
            work.add(() -> taking.take(upload, taken, reader, now));
        }
        try {
            SideBySide.run(work);
        } catch (DestroyedMeanwhile e) {
            return new Job.Step(job.cursor(), job.done(), total, false); // once more, without whom it was about
        }
        return new Job.Step(String.valueOf(rows.getLast().line().line()), job.done() + rows.size(), total, false);
    }

    private void finish(Upload upload) {
        uploads.setRefused(upload.id(), lines.counts(upload.id()).getOrDefault("refused", 0L));
        uploads.setState(upload.id(), Upload.State.DONE, new Wording("", ""));
    }
}
