package org.bihuan.app.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of reporting units. Thread-safe. */
@Component
class UnitStore {
    private final JdbcClient database;

    UnitStore(JdbcClient database) {
        this.database = database;
    }

    List<ReportingUnit> list() {
        return database.sql("select * from returns.unit order by division, name, id")
                .query((row, number) -> unit(row))
                .list();
    }

    /** Those behind the cursor, in the order of divisions and names. */
    List<ReportingUnit> page(@Nullable ReportingUnit after, int limit) {
        String behind = after == null ? "" : " where (division, name, id) > (:division, :name, :id)";
        JdbcClient.StatementSpec asked = database.sql(
                        "select * from returns.unit" + behind + " order by division, name, id limit :limit")
                .param("limit", limit);
        if (after != null) {
            asked = asked.param("division", after.division().value())
                    .param("name", after.name())
                    .param("id", after.id());
        }
        return asked.query((row, number) -> unit(row)).list();
    }

    Optional<ReportingUnit> find(UUID id) {
        return database.sql("select * from returns.unit where id = :id")
                .param("id", id)
                .query((row, number) -> unit(row))
                .optional();
    }

    /** Adds a unit, or changes the one of that name in its division. */
    void put(ReportingUnit unit, String by, Instant at) {
        database.sql("""
                        insert into returns.unit (id, name, kind, division, contact, phone, login, since, changed_by, changed_at)
                        values (:id, :name, :kind, :division, :contact, :phone, :login, :since, :by, :at)
                        on conflict (division, name) do update
                           set kind = excluded.kind, contact = excluded.contact, phone = excluded.phone,
                               login = coalesce(excluded.login, unit.login), until = null,
                               since = case when unit.until is null then unit.since else excluded.since end,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("kind", unit.kind())
                .param("division", unit.division().value())
                .param("contact", unit.contact())
                .param("phone", unit.phone())
                .param("login", unit.login())
                .param("since", unit.since())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, LocalDate until, String by, Instant at) {
        database.sql("""
                        update returns.unit set until = greatest(since, :until), changed_by = :by, changed_at = :at
                         where id = :id and until is null
                        """)
                .param("until", until)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static ReportingUnit unit(ResultSet row) throws SQLException {
        return new ReportingUnit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                new DivisionCode(row.getLong("division")),
                row.getString("contact"),
                row.getString("phone"),
                row.getString("login"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
