package org.bihuan.app.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.database.AdvisoryLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** SQL of entries and batches. Every call runs in the caller's transaction. Thread-safe. */
@Component
class AuditStore {
    /** What the scope of a certificate of destroyed entries begins with; the number of the last batch follows. */
    static final String DESTROYED_UP_TO = "batches up to ";

    private static final String ENTRY =
            "select number, at, actor, purpose, action, subjects, oddities, detail from audit.entry ";

    private final JdbcTemplate jdbc;

    AuditStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry; its number is given by the database. */
    long add(AuditEntry entry) {
        jdbc.execute("select pg_advisory_xact_lock_shared(" + AdvisoryLock.AUDIT.key() + ")");
        Long number = jdbc.queryForObject(
                """
                insert into audit.entry (at, actor, purpose, action, subjects, oddities, detail)
                values (?, ?, ?, ?, ?, ?, ?) returning number
                """,
                Long.class,
                entry.at().atOffset(ZoneOffset.UTC),
                entry.user(),
                entry.purpose(),
                entry.action().word(),
                entry.subjects().toArray(String[]::new),
                entry.oddities().stream().map(Oddity::word).toArray(String[]::new),
                entry.detail());
        return number == null ? 0 : number;
    }

    void lockChain() {
        jdbc.execute("select pg_advisory_xact_lock(" + AdvisoryLock.AUDIT.key() + ")");
    }

    List<AuditEntry> after(long number, int limit) {
        return jdbc.query(ENTRY + "where number > ? order by number limit ?", ENTRIES, number, limit);
    }

    List<AuditEntry> between(long after, long last) {
        return jdbc.query(ENTRY + "where number > ? and number <= ? order by number", ENTRIES, after, last);
    }

    /** Entries that no batch holds, made before the moment. */
    List<Long> unchained(long after, Instant before) {
        return jdbc.query(
                "select number from audit.entry where number > ? and at < ? order by number",
                (row, index) -> row.getLong(1),
                after,
                before.atOffset(ZoneOffset.UTC));
    }

    /** The latest entries about one of the subjects, the latest first. */
    List<AuditEntry> about(Collection<String> subjects, int limit) {
        return jdbc.query(
                ENTRY + "where subjects && ?::text[] order by number desc limit ?",
                ENTRIES,
                subjects.toArray(String[]::new),
                limit);
    }

    List<AuditEntry> latest(String user, long before, int limit) {
        return jdbc.query(
                ENTRY + "where number < ? and (? = '' or actor = ?) order by number desc limit ?",
                ENTRIES,
                before,
                user,
                user,
                limit);
    }

    /** How many subjects the user looked at from one moment to the other, both included. */
    long countSubjects(String user, Instant from, Instant to) {
        Long count =
                jdbc.queryForObject("""
                select count(distinct subject) from audit.entry, unnest(subjects) as subject
                 where actor = ? and at >= ? and at <= ?
                """, Long.class, user, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }

    void add(Batch batch) {
        jdbc.update(
                """
                insert into audit.batch (number, last_entry, entries, sealed_at, content, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                batch.number(),
                batch.lastEntry(),
                batch.entries(),
                batch.sealedAt().atOffset(ZoneOffset.UTC),
                batch.content().bytes(),
                batch.previous().bytes(),
                batch.hash().bytes());
    }

    List<Batch> batchesAfter(long number, int limit) {
        return jdbc.query(
                "select number, last_entry, entries, sealed_at, content, previous, hash from audit.batch where number > ?"
                        + " order by number limit ?",
                (row, index) -> batch(row),
                number,
                limit);
    }

    Optional<Batch> lastBatchBefore(Instant moment) {
        return jdbc
                .query(
                        "select number, last_entry, entries, sealed_at, content, previous, hash from audit.batch"
                                + " where sealed_at < ? order by number desc limit 1",
                        (row, index) -> batch(row),
                        moment.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** The batch up to which a certificate says that entries were destroyed, 0 for none. */
    long destroyedUpTo() {
        Long number = jdbc.queryForObject(
                "select coalesce(max(substr(scope, ?)::bigint), 0) from audit.certificate where kind = 'reading'",
                Long.class,
                DESTROYED_UP_TO.length() + 1);
        return number == null ? 0 : number;
    }

    /** Only the owner of the tables may. */
    int deleteUpTo(long lastEntry) {
        return jdbc.update("delete from audit.entry where number <= ?", lastEntry);
    }

    Optional<Batch> lastBatch() {
        return jdbc
                .query(
                        "select number, last_entry, entries, sealed_at, content, previous, hash from audit.batch"
                                + " order by number desc limit 1",
                        (row, index) -> batch(row))
                .stream()
                .findFirst();
    }

    private static final RowMapper<AuditEntry> ENTRIES = (row, index) -> new AuditEntry(
            row.getLong("number"),
            instant(row, "at"),
            row.getString("actor"),
            row.getString("purpose"),
            Action.of(row.getString("action")),
            texts(row.getArray("subjects")),
            texts(row.getArray("oddities")).stream().map(Oddity::of).toList(),
            row.getString("detail"));

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getLong("number"),
                row.getLong("last_entry"),
                row.getInt("entries"),
                instant(row, "sealed_at"),
                Hash.of(row.getBytes("content")),
                Hash.of(row.getBytes("previous")),
                Hash.of(row.getBytes("hash")));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
