package org.bihuan.app.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of what is left of those whose data were destroyed. Runs in the caller's transaction. Thread-safe. */
@Component
class DestroyedStore {
    private final JdbcTemplate jdbc;

    DestroyedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keyed hashes of all documents that the subjects were ever said to have. */
    Set<UUID> documentsOf(Collection<String> subjects) {
        Object[] all = subjects.toArray(String[]::new);
        return new HashSet<>(jdbc.query("""
                select hash from facts.lookup where subject = any(?) and is_document
                union select hash from facts.person_number where subject = any(?)
                """, (row, number) -> row.getObject(1, UUID.class), all, all));
    }

    /** Whether nobody's data were ever destroyed, or all that was kept of it has ended. */
    boolean isEmpty() {
        return !Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from facts.destroyed) or exists (select 1 from facts.forgotten where before is not null)",
                Boolean.class));
    }

    /** Keeps them; of a document destroyed twice the later moment counts. */
    void insert(Collection<UUID> documents, Collection<String> subjects, Destroyed destroyed, Instant now) {
        OffsetDateTime before = destroyed.before().atOffset(ZoneOffset.UTC);
        jdbc.update("""
                insert into facts.destroyed (hash, certificate, before, at) select unnest(?::uuid[]), ?, ?, ?
                on conflict (hash) do update set certificate = excluded.certificate, at = excluded.at,
                       before = greatest(destroyed.before, excluded.before)
                """, documents.toArray(UUID[]::new), destroyed.certificate(), before, now.atOffset(ZoneOffset.UTC));
        jdbc.update(
                "update facts.forgotten set certificate = ?, before = ? where subject = any(?)",
                destroyed.certificate(),
                before,
                subjects.toArray(String[]::new));
    }

    Map<UUID, Destroyed> ofDocuments(Collection<UUID> documents) {
        return find(
                "select hash, certificate, before from facts.destroyed where hash = any(?)",
                UUID.class,
                documents.toArray(UUID[]::new));
    }

    Map<String, Destroyed> ofSubjects(Collection<String> subjects) {
        return find(
                "select subject, certificate, before from facts.forgotten where subject = any(?) and before is not null",
                String.class,
                subjects.toArray(String[]::new));
    }

    private <K> Map<K, Destroyed> find(String sql, Class<K> type, Object keys) {
        Map<K, Destroyed> found = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.put(row.getObject(1, type), destroyed(row));
                },
                keys);
        return found;
    }

    private static Destroyed destroyed(ResultSet row) throws SQLException {
        return new Destroyed(
                row.getLong(2), row.getObject(3, OffsetDateTime.class).toInstant());
    }

    /** Forgets documents destroyed before the moment; gives back how many. */
    int delete(Instant before) {
        return jdbc.update("delete from facts.destroyed where at < ?", before.atOffset(ZoneOffset.UTC));
    }

    /** Those of the facts that are recorded. */
    Set<UUID> recorded(List<UUID> facts) {
        return new HashSet<>(jdbc.query(
                "select id from facts.fact where id = any(?)", (row, number) -> row.getObject(1, UUID.class), (Object)
                        facts.toArray(UUID[]::new)));
    }
}
