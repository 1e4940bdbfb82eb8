package org.bihuan.app.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.imports.domain.RowChange;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.app.imports.store.TakenRow;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rows of a confirmed upload facts: what is recorded and what the ledger now says change together. */
@Component
class TakeWork {
    private static final int ROWS_A_STEP = 1_000;
    private static final int STEPS_AT_ONCE = 4;

    private final UploadStore uploads;
    private final LineStore lines;
    private final Facts facts;
    private final Rules rules;
    private final LedgerDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeWork(
            UploadStore uploads,
            LineStore lines,
            Facts facts,
            Rules rules,
            LedgerDesk desk,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.lines = lines;
        this.facts = facts;
        this.rules = rules;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One step of the job; a step done twice finds its rows stated already. */
    Job.Step step(Upload upload, Job job) {
        LedgerFacts reader = desk.facts(upload, desk.meaning());
        Instant now = clock.instant();
        long after = job.cursor().isEmpty() ? 0 : Long.parseLong(job.cursor());
        long total = upload.counts().added() + upload.counts().changed();
        List<PendingRow> rows = lines.pending(upload.id(), upload.sender(), after, ROWS_A_STEP * STEPS_AT_ONCE);
        if (rows.isEmpty()) {
            transaction.executeWithoutResult(_ -> finish(upload));
            return new Job.Step(job.cursor(), job.done(), total, true);
        }
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += ROWS_A_STEP) {
            List<PendingRow> part = rows.subList(i, Math.min(i + ROWS_A_STEP, rows.size()));
            work.add(() -> transaction.executeWithoutResult(_ -> take(upload, part, reader, now)));
        }
        SideBySide.run(work);
        return new Job.Step(String.valueOf(rows.getLast().line().line()), job.done() + rows.size(), total, false);
    }

    private void take(Upload upload, List<PendingRow> rows, LedgerFacts reader, Instant now) {
        List<RawFact> raw = new ArrayList<>(rows.size() * 3);
        List<RowChange> changes = new ArrayList<>(rows.size());
        for (PendingRow row : rows) {
            Ledger.Row cells = new Ledger.Row(row.line().line(), row.line().cells(), false);
            RowChange change = RowChange.of(
                    reader.raw(cells, ""),
                    row.parts(),
                    row.line().subject() + "/" + row.number() + "/",
                    row.revision(),
                    upload.drawnUpAt().toString());
            changes.add(change);
            raw.addAll(change.facts());
        }
        List<Append> answers = raw.isEmpty() ? List.of() : facts.append(raw, rules.reader(), now);
        List<TakenRow> taken = new ArrayList<>(rows.size());
        long recorded = 0;
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            int size = changes.get(i).facts().size();
            List<Append> own = answers.subList(at, at + size);
            at += size;
            recorded +=
                    own.stream().filter(each -> each instanceof Append.Recorded).count();
            PendingRow row = rows.get(i);
            if (!refused(upload, row, own)) {
                taken.add(new TakenRow(
                        row.line().subject(),
                        row.number(),
                        row.line().hash(),
                        row.revision(),
                        changes.get(i).parts()));
            }
        }
        lines.take(upload.id(), upload.sender(), taken);
        uploads.addFacts(upload.id(), recorded);
    }

    /** A row that looked good and yet was not taken goes back with the others; what of it was recorded stays. */
    private boolean refused(Upload upload, PendingRow row, List<Append> answers) {
        List<FieldError> errors = new ArrayList<>();
        for (Append answer : answers) {
            switch (answer) {
                case Append.Refused refused -> errors.addAll(refused.errors());
                case Append.Conflict conflict ->
                    errors.add(FieldError.of(
                            conflict.key(), "", "fact.conflict", "与已有记录冲突", "conflicts with what is recorded"));
                case Append.Recorded _, Append.Repeated _ -> {}
            }
        }
        if (!errors.isEmpty()) {
            lines.refuse(
                    upload.id(),
                    row.line().line(),
                    errors.stream().map(FieldError::zh).collect(Collectors.joining("；")),
                    errors.stream().map(FieldError::en).collect(Collectors.joining("; ")));
        }
        return !errors.isEmpty();
    }

    private void finish(Upload upload) {
        uploads.setRefused(upload.id(), lines.counts(upload.id()).getOrDefault("refused", 0L));
        uploads.setState(upload.id(), Upload.State.DONE, new Wording("", ""));
    }
}
