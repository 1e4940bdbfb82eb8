package org.bihuan.app.destruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of wishes. Runs in the caller's transaction. Thread-safe. */
@Component
class WishStore {
    private final JdbcClient database;

    WishStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; one that is there already stays as it is, so that a second click asks for nothing new. */
    void insert(Wish wish) {
        ScopeStore.put(database.sql("""
                                insert into destruction.request (id, subject, kinds, division, before, reason, asked_by,
                                                                 asked_at)
                                values (:id, :subject, :kinds, :division, :before, :reason, :by, :at) on conflict do nothing
                                """), wish.scope())
                .param("id", wish.id())
                .param("reason", wish.reason())
                .param("by", wish.askedBy())
                .param("at", wish.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The wish while nobody has agreed yet; whoever else looks waits until this transaction ends. */
    Optional<Wish> lockOpen(UUID id) {
        return database.sql("select * from destruction.request where id = :id and approved_by is null for update")
                .param("id", id)
                .query((row, number) -> wish(row))
                .optional();
    }

    void done(UUID id, String by, Instant at, long certificate, long people) {
        database.sql("""
                        update destruction.request set approved_by = :by, approved_at = :at, certificate = :certificate,
                               people = :people where id = :id
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("certificate", certificate)
                .param("people", people)
                .param("id", id)
                .update();
    }

    List<Wish> list(int limit) {
        return database.sql("select * from destruction.request order by asked_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> wish(row))
                .list();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                ScopeStore.of(row),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                row.getObject("certificate", Long.class),
                row.getObject("people", Long.class));
    }
}
