package org.bihuan.app.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.bihuan.app.imports.store.Line;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.header.HeaderFinder;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.reject.RejectFile;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads an upload row by row, without recording anything, and compares it with the sender's last version. */
@Component
class CheckWork {
    private static final int ROWS_A_STEP = 2_000;
    private static final Wording NONE = new Wording("", "");

    private final UploadStore uploads;
    private final LineStore lines;
    private final UploadFiles files;
    private final LedgerDesk desk;
    private final DestroyedRows destroyed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckWork(
            UploadStore uploads,
            LineStore lines,
            UploadFiles files,
            LedgerDesk desk,
            DestroyedRows destroyed,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.lines = lines;
        this.files = files;
        this.desk = desk;
        this.destroyed = destroyed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The steps of one upload; the file stays open between them, and rows are read while those before them are stored. */
    final class Run implements AutoCloseable {
        private final Upload upload;
        private @Nullable FileCheck check;
        private @Nullable LedgerFacts facts;
        private @Nullable CompletableFuture<Void> inserting;
        private String lastRead = "";

        Run(Upload upload) {
            this.upload = upload;
        }

        /** One step of the job. */
        Job.Step step(Job job) {
            try {
                FileCheck open = check == null ? open(job) : check;
                if (open == null) {
                    return new Job.Step("", 0, 0L, true);
                }
                check = open;
                List<Line> read = withoutDestroyed(open.read(ROWS_A_STEP, clock.instant()));
                long done = job.done() + read.size();
                CompletableFuture<Void> before = inserting;
                if (before != null) {
                    before.join(); // the cursor says that what was read before is in the table
                }
                if (read.isEmpty()) {
                    finish();
                    return new Job.Step(job.cursor(), done, done, true);
                }
                inserting = CompletableFuture.runAsync(
                        () -> transaction.executeWithoutResult(_ -> lines.insert(upload.id(), read)));
                String cursor = lastRead;
                lastRead = String.valueOf(read.getLast().line());
                return new Job.Step(cursor.isEmpty() ? job.cursor() : cursor, done, null, false);
            } catch (FileRefused e) {
                refuse(e.wording());
            } catch (ImportRefused e) {
                refuse(e.wording());
            }
            return new Job.Step("", job.done(), job.done(), true);
        }

        /** Who would bring back somebody whose data were destroyed is told so before anything is recorded. */
        private List<Line> withoutDestroyed(List<Line> read) {
            LedgerFacts known = facts;
            if (known == null) {
                return read;
            }
            Map<Long, Wording> wrong = destroyed.among(read, known, upload.drawnUpAt(), clock.instant());
            return wrong.isEmpty()
                    ? read
                    : read.stream()
                            .map(line -> {
                                Wording why = wrong.get(line.line());
                                return why == null ? line : line.refused(why.zh(), why.en());
                            })
                            .toList();
        }

        private void refuse(Wording why) {
            transaction.executeWithoutResult(_ -> uploads.setState(upload.id(), Upload.State.UNREADABLE, why));
        }

        private @Nullable FileCheck open(Job job) {
            LedgerDesk.Meaning meaning = desk.meaning();
            facts = desk.facts(upload, meaning);
            FileCheck opened = new FileCheck(files, upload, meaning.columns().subjectColumn(), desk.words(meaning));
            Optional<HeaderMapping> found = new HeaderFinder(meaning.headers()).find(opened.top());
            if (found.isEmpty()) {
                opened.close();
                refuse(
                        new Wording(
                                "前" + HeaderFinder.ROWS + "行里找不到表头；表头至少要有两列认得的名称，如“身份证号”“抵达时间”",
                                "no header was found in the first " + HeaderFinder.ROWS
                                        + " rows: it needs at least two columns that are known, such as ID number and Arrival date"));
                return null;
            }
            HeaderMapping mapping = chosen(found.get());
            transaction.executeWithoutResult(_ -> {
                uploads.setHeader(
                        upload.id(),
                        new Upload.HeaderRows(mapping.firstRow(), mapping.lastRow()),
                        mapping.labels(),
                        mapping.encoded());
                uploads.setSample(upload.id(), opened.sample(mapping));
                if (RejectFile.isReturned(mapping.labels())) {
                    uploads.setPart(upload.id()); // mended rows only: those that were good are not gone
                }
                if (job.cursor().isEmpty()) {
                    lines.delete(upload.id());
                }
            });
            opened.begin(
                    desk.reader(upload, mapping, opened.file(), meaning),
                    job.cursor().isEmpty() ? 0 : Long.parseLong(job.cursor()));
            return opened;
        }

        /** What somebody chose for this upload goes before what was remembered, and that before what was found. */
        private HeaderMapping chosen(HeaderMapping found) {
            if (upload.labels().equals(found.labels()) && !upload.targets().isEmpty()) {
                return found.decoded(upload.targets()).map(found::with).orElse(found);
            }
            return uploads.mapping(upload.sender(), found.fingerprint())
                    .flatMap(found::decoded)
                    .map(found::with)
                    .orElse(found);
        }

        private void finish() {
            transaction.executeWithoutResult(_ -> {
                lines.compare(upload.id(), upload.sender());
                Upload read = uploads.find(upload.id()).orElseThrow();
                uploads.setCounts(upload.id(), counts(lines, read, 0));
                uploads.setState(upload.id(), Upload.State.CHECKED, NONE);
            });
        }

        @Override
        public void close() {
            if (inserting != null) {
                inserting.handle((_, _) -> null).join();
            }
            if (check != null) {
                check.close();
            }
        }
    }

    static Upload.Counts counts(LineStore lines, Upload upload, long facts) {
        Map<String, Long> counts = lines.counts(upload.id());
        return new Upload.Counts(
                counts.values().stream().collect(Collectors.summingLong(Long::longValue)),
                counts.getOrDefault("refused", 0L),
                counts.getOrDefault("double", 0L),
                counts.getOrDefault("added", 0L),
                counts.getOrDefault("changed", 0L),
                counts.getOrDefault("same", 0L),
                upload.isWhole() ? lines.countGone(upload.id(), upload.sender()) : 0,
                facts);
    }
}
