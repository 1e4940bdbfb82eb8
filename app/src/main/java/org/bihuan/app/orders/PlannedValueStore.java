package org.bihuan.app.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of values that count from a moment on. Thread-safe. */
@Component
class PlannedValueStore {
    private final JdbcClient database;

    PlannedValueStore(JdbcClient database) {
        this.database = database;
    }

    void insert(PlannedValue value, Instant now) {
        database.sql("""
                        insert into orders.planned_value (id, pack, parameter, division, value, from_at, reason, planned_by,
                                                          planned_at)
                        values (:id, :pack, :parameter, :division, :value, :from, :reason, :by, :now)
                        on conflict do nothing
                        """)
                .param("id", value.id())
                .param("pack", value.pack())
                .param("parameter", value.parameter())
                .param("division", value.division().value())
                .param("value", value.value())
                .param("from", value.fromAt().atOffset(ZoneOffset.UTC))
                .param("reason", value.reason())
                .param("by", value.by())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those whose moment has come, the earliest first. */
    List<PlannedValue> due(Instant now) {
        return database.sql(
                        "select * from orders.planned_value where done_at is null and from_at <= :now order by from_at, planned_at, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> value(row))
                .list();
    }

    /** Those of an order, the latest first. */
    List<PlannedValue> list(String pack) {
        return database.sql("select * from orders.planned_value where pack = :pack order by from_at desc, id limit 200")
                .param("pack", pack)
                .query((row, number) -> value(row))
                .list();
    }

    void done(UUID id, String outcome, Instant now) {
        database.sql("update orders.planned_value set outcome = :outcome, done_at = :now where id = :id")
                .param("outcome", outcome)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static PlannedValue value(ResultSet row) throws SQLException {
        return new PlannedValue(
                row.getObject("id", UUID.class),
                row.getString("pack"),
                row.getString("parameter"),
                new DivisionCode(row.getLong("division")),
                row.getString("value"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("planned_by"),
                row.getString("outcome"));
    }
}
