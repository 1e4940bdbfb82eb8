package org.bihuan.app.imports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.imports.Upload;
import org.bihuan.policy.pack.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of uploads and of how headers are read. Every call runs in the caller's transaction. Thread-safe. */
@Component
public class UploadStore {
    private static final String ROW_END = "\n";
    private static final String CELL_END = "\t";

    private final JdbcClient database;
    private final UploadSeals seals;

    UploadStore(JdbcClient database, UploadSeals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Adds it. */
    public void insert(Upload upload, String fileHash) {
        database.sql("""
                        insert into imports.upload values (:id, :sender, :fileName, :hash, :form, :sheet, :sheets, :drawn,
                          :whole, :by, :at, :state, '', '', 0, 0, '', '', '', 0, 0, 0, 0, 0, 0, 0, 0, 1)
                        """)
                .param("id", upload.id())
                .param("sender", upload.sender())
                .param("fileName", upload.fileName())
                .param("hash", fileHash)
                .param("form", upload.form())
                .param("sheet", upload.sheet())
                .param("sheets", String.join(CELL_END, upload.sheets()))
                .param("drawn", upload.drawnUpAt().atOffset(ZoneOffset.UTC))
                .param("whole", upload.isWhole())
                .param("by", upload.uploadedBy())
                .param("at", upload.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("state", word(upload.state()))
                .update();
    }

    public Optional<Upload> find(UUID id) {
        return database.sql("select * from imports.upload where id = :id")
                .param("id", id)
                .query((row, number) -> upload(row))
                .optional();
    }

    /** The latest ones. */
    public List<Upload> list(int limit) {
        return database.sql("select * from imports.upload order by uploaded_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> upload(row))
                .list();
    }

    /** Those on which work goes on. */
    public List<Upload> working() {
        return database.sql("select * from imports.upload where state in ('new', 'taking') order by uploaded_at")
                .query((row, number) -> upload(row))
                .list();
    }

    /** Senders known, in their order. */
    public List<String> senders() {
        return database.sql("select distinct sender from imports.upload order by sender limit 500")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** When the sender's latest version that was taken had been drawn up. */
    public Optional<Instant> latestTaken(String sender, UUID but) {
        return database.sql("""
                        select max(drawn_up_at) from imports.upload
                         where sender = :sender and id <> :but and state in ('taking', 'done', 'forgotten') and facts > 0
                        """)
                .param("sender", sender)
                .param("but", but)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whether another version of the sender's ledger is becoming facts. */
    public boolean isTaking(String sender, UUID but) {
        return database.sql(
                                "select count(*) from imports.upload where sender = :sender and id <> :but and state = 'taking'")
                        .param("sender", sender)
                        .param("but", but)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Only one at a time decides about a sender's ledger; held to the end of the transaction. */
    public void lockSender(String sender) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('imports/' || :sender, 0))::text")
                .param("sender", sender)
                .query(String.class)
                .single();
    }

    /** Whether it is kept for a law case. */
    public boolean isHeld(UUID id) {
        return database.sql("select is_held from imports.upload where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    public void setState(UUID id, Upload.State state, Wording message) {
        database.sql("update imports.upload set state = :state, message_zh = :zh, message_en = :en where id = :id")
                .param("state", word(state))
                .param("zh", message.zh())
                .param("en", message.en())
                .param("id", id)
                .update();
    }

    public void setHeader(UUID id, Upload.HeaderRows header, List<String> labels, String targets) {
        database.sql("""
                        update imports.upload set first_row = :first, last_row = :last, labels = :labels, targets = :targets
                         where id = :id
                        """)
                .param("first", header.first())
                .param("last", header.last())
                .param("labels", String.join(CELL_END, labels))
                .param("targets", targets)
                .param("id", id)
                .update();
    }

    public void setSample(UUID id, List<List<String>> sample) {
        List<String> rows = sample.stream()
                .map(row -> String.join(
                        CELL_END,
                        row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList()))
                .toList();
        database.sql("update imports.upload set sample = :sample where id = :id")
                .param("sample", rows.isEmpty() ? "" : seals.open(id).seal(String.join(ROW_END, rows), "sample"))
                .param("id", id)
                .update();
    }

    /** Has the file read again from its beginning. */
    public void readAgain(UUID id, int sheet) {
        database.sql("""
                        update imports.upload set sheet = :sheet, state = 'new', attempt = attempt + 1, message_zh = '',
                          message_en = '' where id = :id
                        """).param("sheet", sheet).param("id", id).update();
    }

    public void setCounts(UUID id, Upload.Counts counts) {
        database.sql("""
                        update imports.upload set read_rows = :read, refused_rows = :refused, doubled_rows = :doubled,
                          added_rows = :added, changed_rows = :changed, same_rows = :same, gone_rows = :gone, facts = :facts
                         where id = :id
                        """)
                .param("read", counts.read())
                .param("refused", counts.refused())
                .param("doubled", counts.doubled())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("same", counts.same())
                .param("gone", counts.gone())
                .param("facts", counts.facts())
                .param("id", id)
                .update();
    }

    /** Adds to the number of facts recorded. */
    public void addFacts(UUID id, long facts) {
        database.sql("update imports.upload set facts = facts + :facts where id = :id")
                .param("facts", facts)
                .param("id", id)
                .update();
    }

    /** Says that it is a part of a ledger only. */
    public void setPart(UUID id) {
        database.sql("update imports.upload set is_whole = false where id = :id")
                .param("id", id)
                .update();
    }

    public void setRefused(UUID id, long refused) {
        database.sql("update imports.upload set refused_rows = :refused where id = :id")
                .param("refused", refused)
                .param("id", id)
                .update();
    }

    public Optional<String> mapping(String sender, String fingerprint) {
        return database.sql("select targets from imports.mapping where sender = :sender and fingerprint = :fingerprint")
                .param("sender", sender)
                .param("fingerprint", fingerprint)
                .query(String.class)
                .optional();
    }

    public void remember(String sender, String fingerprint, String targets) {
        database.sql("""
                        insert into imports.mapping values (:sender, :fingerprint, :targets)
                        on conflict (sender, fingerprint) do update set targets = excluded.targets
                        """)
                .param("sender", sender)
                .param("fingerprint", fingerprint)
                .param("targets", targets)
                .update();
    }

    private static String word(Upload.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> cells(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(CELL_END, -1));
    }

    private Upload upload(ResultSet row) throws SQLException {
        List<List<String>> sample = new ArrayList<>();
        seals.reading(row.getObject("id", UUID.class))
                .text(row.getString("sample"), "sample")
                .lines()
                .forEach(line -> sample.add(cells(line)));
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("file_name"),
                row.getString("form"),
                row.getInt("sheet"),
                cells(row.getString("sheets")),
                row.getObject("drawn_up_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_whole"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Wording(row.getString("message_zh"), row.getString("message_en")),
                new Upload.HeaderRows(row.getLong("first_row"), row.getLong("last_row")),
                cells(row.getString("labels")),
                row.getString("targets"),
                sample,
                new Upload.Counts(
                        row.getLong("read_rows"),
                        row.getLong("refused_rows"),
                        row.getLong("doubled_rows"),
                        row.getLong("added_rows"),
                        row.getLong("changed_rows"),
                        row.getLong("same_rows"),
                        row.getLong("gone_rows"),
                        row.getLong("facts")),
                row.getInt("attempt"));
    }
}
