package org.bihuan.app.shifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the roster. Thread-safe. */
@Component
class TurnStore {
    private final JdbcClient database;

    TurnStore(JdbcClient database) {
        this.database = database;
    }

    /** Turns of a desk that touch the time and stand, in order. */
    List<ShiftTurn> list(DivisionCode desk, Period period) {
        return database.sql("""
                        select * from shifts.turn
                         where division = :desk and ends_at > :from and starts_at < :until and cancelled_at is null
                         order by starts_at, place, id
                        """)
                .param("desk", desk.value())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("until", period.until().atOffset(ZoneOffset.UTC))
                .query((row, number) -> turn(row))
                .list();
    }

    void add(ShiftTurn turn, String by, Instant at) {
        database.sql("""
                        insert into shifts.turn (id, place, person, login, phone, starts_at, ends_at, planned_by, planned_at, division)
                        values (:id, :place, :person, :login, :phone, :from, :until, :by, :at, :desk)
                        on conflict do nothing
                        """)
                .param("id", turn.id())
                .param("place", turn.place())
                .param("person", turn.person())
                .param("login", turn.login())
                .param("phone", turn.phone())
                .param("from", turn.period().from().atOffset(ZoneOffset.UTC))
                .param("until", turn.period().until().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("desk", turn.desk().value())
                .update();
    }

    boolean substitute(UUID id, DivisionCode desk, String person, String phone, String reason) {
        return database.sql("""
                        update shifts.turn set substitute = :person, substitute_phone = :phone, substitute_reason = :reason
                         where id = :id and division = :desk and cancelled_at is null
                        """)
                        .param("person", person)
                        .param("phone", phone)
                        .param("reason", reason)
                        .param("id", id)
                        .param("desk", desk.value())
                        .update()
                == 1;
    }

    boolean cancel(UUID id, DivisionCode desk, Instant at) {
        return database.sql("""
                        update shifts.turn set cancelled_at = :at
                         where id = :id and division = :desk and cancelled_at is null and starts_at > :at
                        """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("desk", desk.value())
                        .update()
                == 1;
    }

    private static ShiftTurn turn(ResultSet row) throws SQLException {
        return new ShiftTurn(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("division")),
                row.getString("place"),
                row.getString("person"),
                row.getString("login"),
                row.getString("phone"),
                new Period(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()),
                row.getString("substitute"),
                row.getString("substitute_phone"),
                row.getString("substitute_reason"));
    }
}
