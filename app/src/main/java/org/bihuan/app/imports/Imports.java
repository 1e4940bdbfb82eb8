package org.bihuan.app.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.imports.store.UploadSeals;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetInfo;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.reject.RejectFile;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ledgers in, from the file to the facts and the refused rows. Thread-safe. */
@Service
public class Imports {
    private static final int LONGEST_NAME = 60;
    private static final int REFUSED_A_STEP = 10_000;

    private final UploadStore uploads;
    private final LineStore lines;
    private final UploadFiles files;
    private final LedgerDesk desk;
    private final Jobs jobs;
    private final UploadSeals seals;
    private final Clock clock;

    Imports(
            UploadStore uploads,
            LineStore lines,
            UploadFiles files,
            LedgerDesk desk,
            Jobs jobs,
            UploadSeals seals,
            Clock clock) {
        this.seals = seals;
        this.uploads = uploads;
        this.lines = lines;
        this.files = files;
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Receives a file. It is read in the background; nothing is recorded until somebody confirms it.
     *
     * @param sender whose ledger it is
     * @param drawnUpAt when the sender drew it up
     * @param isWhole whether rows missing from it are gone
     * @param by who sends it in
     * @throws ImportRefused when the sender or the moment will not do
     * @throws org.bihuan.ledgers.file.FileRefused when the file will not do
     */
    @Transactional
    public UUID receive(String sender, String fileName, InputStream in, Instant drawnUpAt, boolean isWhole, String by)
            throws IOException {
        Instant now = clock.instant();
        String known = sender.strip();
        if (known.isEmpty()
                || known.length() > LONGEST_NAME
                || known.codePoints().anyMatch(Character::isISOControl)) {
            throw new ImportRefused(
                    "import.sender",
                    "台账名称「" + known + "」须为1至" + LONGEST_NAME + "个字，如“铁东区来返台账”",
                    "the name of the ledger \"" + known + "\" has 1 to " + LONGEST_NAME
                            + " characters, such as Arrivals of Tiedong");
        }
        if (drawnUpAt.isAfter(now)) {
            throw new ImportRefused(
                    "import.ahead",
                    "台账日期「" + drawnUpAt + "」晚于现在；请核对",
                    "the day of the ledger \"" + drawnUpAt + "\" lies ahead of now: check it");
        }
        UUID id = UUID.randomUUID();
        try (UploadFiles.Temporary file = files.receive(in);
                LedgerFile opened = files.open(file)) {
            String hash = files.store(id, file.path());
            uploads.insert(
                    new Upload(
                            id,
                            known,
                            shorten(fileName),
                            opened.form().name().toLowerCase(Locale.ROOT),
                            firstVisible(opened.sheets()),
                            opened.sheets().stream().map(Imports::name).toList(),
                            drawnUpAt,
                            isWhole,
                            by,
                            now,
                            Upload.State.NEW,
                            new Wording("", ""),
                            new Upload.HeaderRows(0, 0),
                            List.of(),
                            "",
                            List.of(),
                            new Upload.Counts(0, 0, 0, 0, 0, 0, 0, 0),
                            1),
                    hash);
            return id;
        }
    }

    private static String shorten(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }

    private static int firstVisible(List<SheetInfo> sheets) {
        return sheets.stream()
                .filter(sheet -> !sheet.isHidden())
                .findFirst()
                .map(SheetInfo::index)
                .orElse(0);
    }

    /** A hidden sheet is marked, so that nobody reads it unawares. */
    private static String name(SheetInfo sheet) {
        return (sheet.isHidden() ? "\u2298 " : "") + sheet.name().replaceAll("\\s+", " ");
    }

    @Transactional(readOnly = true)
    public Optional<Upload> find(UUID id) {
        return uploads.find(id);
    }

    /** The latest uploads. */
    @Transactional(readOnly = true)
    public List<Upload> list(int limit) {
        return uploads.list(limit);
    }

    /** Names of ledgers that have come before. */
    @Transactional(readOnly = true)
    public List<String> senders() {
        return uploads.senders();
    }

    /** How far the work on it is; empty before it has begun. */
    public Optional<Job> progress(Upload upload) {
        return jobs.find(ImportWorker.job(upload));
    }

    /** What columns can mean now. */
    public LedgerDesk.Meaning meaning() {
        return desk.meaning();
    }

    /** How the upload's columns are read. */
    public HeaderMapping mapping(Upload upload) {
        HeaderMapping empty = new HeaderMapping(
                upload.header().first(),
                upload.header().last(),
                upload.labels(),
                upload.labels().stream().map(_ -> HeaderMapping.IGNORED).toList());
        return empty.decoded(upload.targets()).map(empty::with).orElse(empty);
    }

    /** Has the file read again, with other meanings of its columns or from another sheet. */
    @Transactional
    public void readAgain(Upload upload, List<HeaderMapping.Target> targets, int sheet) {
        requireState(upload, Upload.State.CHECKED, Upload.State.UNREADABLE);
        boolean same = sheet == upload.sheet();
        uploads.setHeader(
                upload.id(),
                upload.header(),
                same ? upload.labels() : List.of(),
                same ? mapping(upload).with(targets).encoded() : "");
        uploads.readAgain(upload.id(), sheet);
    }

    /**
     * Lets the good rows become facts.
     *
     * @throws ImportRefused when a required column is missing, or a later version was taken before
     */
    @Transactional
    public void confirm(UUID id) {
        Upload upload = uploads.find(id).orElseThrow();
        uploads.lockSender(upload.sender());
        upload = uploads.find(id).orElseThrow();
        if (upload.state() == Upload.State.TAKING || upload.state() == Upload.State.DONE) {
            return; // a second click
        }
        requireState(upload, Upload.State.CHECKED);
        LedgerDesk.Meaning meaning = desk.meaning();
        HeaderMapping mapping = mapping(upload);
        if (!mapping.missing(meaning.headers(), meaning.columns()).isEmpty()) {
            throw new ImportRefused(
                    "import.columns", "还有必填列没有对上；请先选好列", "a required column is not matched: choose it first");
        }
        Optional<Instant> latest = uploads.latestTaken(upload.sender(), id);
        Instant drawnUpAt = upload.drawnUpAt();
        if (latest.filter(drawnUpAt::isBefore).isPresent()) {
            throw new ImportRefused(
                    "import.older",
                    "这份台账早于已导入的一份（" + latest.get() + "）；请上传更新的一份",
                    "this ledger is older than one that was taken (" + latest.get() + "): send a later one");
        }
        if (uploads.isTaking(upload.sender(), id)) {
            throw new ImportRefused(
                    "import.busy",
                    "同一台账的另一份正在导入；请等它完成",
                    "another version of this ledger is being taken: wait for it to end");
        }
        lines.compare(id, upload.sender());
        uploads.setCounts(id, CheckWork.counts(lines, upload, 0));
        uploads.remember(upload.sender(), mapping.fingerprint(), mapping.encoded());
        uploads.setState(id, Upload.State.TAKING, new Wording("", ""));
    }

    /** Lets work that failed go on where it stood. */
    public void goOn(Upload upload) {
        jobs.resume(ImportWorker.job(upload));
    }

    /** Deletes the file and its rows and destroys the key that sealed them; the counts and the facts stay. */
    @Transactional
    public void forget(UUID id) {
        Upload upload = uploads.find(id).orElseThrow();
        requireState(upload, Upload.State.CHECKED, Upload.State.UNREADABLE, Upload.State.DONE);
        if (uploads.isHeld(id)) {
            throw new ImportRefused(
                    "import.held",
                    "这份台账里有为案件保全的人，保全解除前不能删除",
                    "this ledger holds somebody whose data are kept for a law case: it stays until the hold is lifted");
        }
        files.delete(id);
        lines.delete(id);
        uploads.setSample(id, List.of());
        seals.destroy(id);
        uploads.setState(id, Upload.State.FORGOTTEN, new Wording("", ""));
    }

    private static void requireState(Upload upload, Upload.State... states) {
        if (!List.of(states).contains(upload.state())) {
            throw new ImportRefused(
                    "import.state",
                    "现在不能这样做；请刷新页面看看它的状态",
                    "this cannot be done now: reload the page to see where it is");
        }
    }

    /** Refused rows after that line. */
    @Transactional(readOnly = true)
    public List<LineStore.Refused> refused(UUID id, long after, int limit) {
        return lines.refused(id, after, limit);
    }

    /** Subjects of rows that the ledger no longer has. */
    @Transactional(readOnly = true)
    public List<String> gone(Upload upload, int limit) {
        return upload.isWhole() ? lines.gone(upload.id(), upload.sender(), limit) : List.of();
    }

    /** Writes the refused rows in the sender's own layout, each with its reason. */
    public void writeRefused(Upload upload, boolean isChinese, OutputStream out) throws IOException {
        Map<Long, String> reasons = new TreeMap<>();
        long after = 0;
        List<LineStore.Refused> page = lines.refused(upload.id(), after, REFUSED_A_STEP);
        while (!page.isEmpty()) {
            page.forEach(each -> reasons.put(each.line(), isChinese ? each.zh() : each.en()));
            after = page.getLast().line();
            page = lines.refused(upload.id(), after, REFUSED_A_STEP);
        }
        try (UploadFiles.Temporary file = files.load(upload.id());
                LedgerFile opened = files.open(file)) {
            RejectFile.write(
                    opened,
                    upload.sheet(),
                    upload.header().last(),
                    upload.labels().size(),
                    reasons,
                    out);
        }
    }
}
