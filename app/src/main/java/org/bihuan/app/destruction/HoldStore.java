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

/** SQL of holds. Runs in the caller's transaction. Thread-safe. */
@Component
class HoldStore {
    private final JdbcClient database;

    HoldStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; one that is there already stays as it is. Gives back whether it was not there. */
    boolean insert(Hold hold) {
        return ScopeStore.put(database.sql("""
                                insert into destruction.hold (id, subject, kinds, division, before, ordered_by, basis, until,
                                                              asked_by, asked_at)
                                values (:id, :subject, :kinds, :division, :before, :ordered, :basis, :until, :by, :at)
                                on conflict do nothing
                                """), hold.scope())
                        .param("id", hold.id())
                        .param("ordered", hold.orderedBy())
                        .param("basis", hold.basis())
                        .param("until", hold.until().atOffset(ZoneOffset.UTC))
                        .param("by", hold.askedBy())
                        .param("at", hold.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The hold; whoever else wants to change it waits until this transaction ends. */
    Optional<Hold> lock(UUID id) {
        return database.sql("select * from destruction.hold where id = :id for update")
                .param("id", id)
                .query((row, number) -> hold(row))
                .optional();
    }

    /**
     * Notes who has said so.
     *
     * @param step {@code approved}, {@code lift_asked} or {@code lifted}
     */
    void note(UUID id, String step, String by, Instant now) {
        database.sql("update destruction.hold set " + step + "_by = :by, " + step + "_at = :at where id = :id")
                .param("by", by)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** The latest ones first. */
    List<Hold> list(int limit) {
        return database.sql("select * from destruction.hold order by asked_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> hold(row))
                .list();
    }

    List<Hold> inForce(Instant now) {
        return database.sql("""
                        select * from destruction.hold
                         where approved_by is not null and lifted_by is null and until > :now order by id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> hold(row))
                .list();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                ScopeStore.of(row),
                row.getString("ordered_by"),
                row.getString("basis"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                row.getString("lift_asked_by"),
                row.getString("lifted_by"));
    }
}
