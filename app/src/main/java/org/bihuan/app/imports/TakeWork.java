package org.bihuan.app.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
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

    /** The steps of one upload; whose the next rows are is found out while those before them are recorded. */
    final class Run implements AutoCloseable {
        private final Upload upload;
        private @Nullable CompletableFuture<Rows> ahead;

        Run(Upload upload) {
            this.upload = upload;
        }

        /** One step of the job; a step done twice finds its rows stated already. */
        Job.Step step(Job job) {
            LedgerDesk.Meaning meaning = desk.meaning();
            long after = job.cursor().isEmpty() ? 0 : Long.parseLong(job.cursor());
            long total = upload.counts().added() + upload.counts().changed();
            CompletableFuture<Rows> waiting = ahead;
            Rows rows = waiting == null ? read(after, meaning) : waiting.join();
            if (rows.pending().isEmpty()) {
                transaction.executeWithoutResult(_ -> finish(upload));
                return new Job.Step(job.cursor(), job.done(), total, true);
            }
            long last = rows.pending().getLast().line().line();
            ahead = CompletableFuture.supplyAsync(() -> Asking.asMachine(() -> read(last, meaning)));
            try {
                take(upload, rows, meaning);
            } catch (DestroyedMeanwhile e) {
                close();
                ahead = null;
                return new Job.Step(job.cursor(), job.done(), total, false); // once more, without whom it was about
            }
            return new Job.Step(
                    String.valueOf(last), job.done() + rows.pending().size(), total, false);
        }

        private Rows read(long after, LedgerDesk.Meaning meaning) {
            List<PendingRow> pending = lines.pending(upload.id(), upload.sender(), after, ROWS_A_STEP * STEPS_AT_ONCE);
            return new Rows(
                    pending,
                    people.of(
                            upload,
                            pending,
                            desk.facts(upload, meaning),
                            meaning.columns().subjectType(),
                            clock.instant()));
        }

        @Override
        public void close() {
            if (ahead != null) {
                ahead.handle((_, _) -> null).join();
            }
        }
    }

    /** Rows and, by line, whose they are; of a refused one nobody. */
    private record Rows(List<PendingRow> pending, Map<Long, String> people) {}

    private void take(Upload upload, Rows rows, LedgerDesk.Meaning meaning) {
        LedgerFacts reader = desk.facts(upload, meaning);
        Instant now = clock.instant();
        List<PendingRow> owned = rows.pending().stream()
                .filter(row -> rows.people().containsKey(row.line().line()))
                .toList();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < owned.size(); i += ROWS_A_STEP) {
            RowTaking.Part part = new RowTaking.Part(
                    owned.subList(i, Math.min(i + ROWS_A_STEP, owned.size())),
                    rows.people(),
                    meaning.columns().subjectColumn(),
                    desk.words(meaning));
            work.add(() -> taking.take(upload, part, reader, now));
        }
        SideBySide.run(work);
    }

    private void finish(Upload upload) {
        uploads.setRefused(upload.id(), lines.counts(upload.id()).getOrDefault("refused", 0L));
        uploads.setState(upload.id(), Upload.State.DONE, new Wording("", ""));
    }
}
