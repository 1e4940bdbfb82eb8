package org.bihuan.app.destruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of orders about how long data are kept. Runs in the caller's transaction. Thread-safe. */
@Component
class RetentionStore {
    private final JdbcClient database;

    RetentionStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; one that is there already stays as it is. */
    void insert(RetentionOrder order) {
        database.sql("""
                        insert into destruction.retention_order (id, division, days, is_standing, basis, asked_by, asked_at)
                        values (:id, :division, :days, :standing, :basis, :by, :at) on conflict do nothing
                        """)
                .param("id", order.id())
                .param("division", order.division().value())
                .param("days", order.days())
                .param("standing", order.isStanding())
                .param("basis", order.basis())
                .param("by", order.askedBy())
                .param("at", order.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The order while nobody has agreed; whoever else looks waits until this transaction ends. */
    Optional<RetentionOrder> lockOpen(UUID id) {
        return database.sql(
                        "select * from destruction.retention_order where id = :id and approved_by is null for update")
                .param("id", id)
                .query((row, number) -> order(row))
                .optional();
    }

    /** Puts it into force in the place of the one before. */
    void approve(RetentionOrder order, String by, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        database.sql("""
                        update destruction.retention_order set ended_at = :at
                         where division = :division and approved_at is not null and ended_at is null
                        """)
                .param("at", at)
                .param("division", order.division().value())
                .update();
        database.sql("update destruction.retention_order set approved_by = :by, approved_at = :at where id = :id")
                .param("by", by)
                .param("at", at)
                .param("id", order.id())
                .update();
    }

    /** The latest ones first. */
    List<RetentionOrder> list(int limit) {
        return database.sql("select * from destruction.retention_order order by asked_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> order(row))
                .list();
    }

    List<RetentionOrder> inForce() {
        return database.sql("""
                        select * from destruction.retention_order where approved_at is not null and ended_at is null
                         order by division
                        """).query((row, number) -> order(row)).list();
    }

    static RetentionOrder order(ResultSet row) throws SQLException {
        return new RetentionOrder(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("division")),
                row.getInt("days"),
                row.getBoolean("is_standing"),
                row.getString("basis"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
