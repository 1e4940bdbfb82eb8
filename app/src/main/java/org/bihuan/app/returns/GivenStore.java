package org.bihuan.app.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of forms and of what was reported. Thread-safe. */
@Component
class GivenStore {
    private final JdbcClient database;
    private final JsonMapper json;

    GivenStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A version of a kind of return. */
    record FormVersion(String id, int version, LocalDate since, String body) {
        ReturnForm read() {
            return ReturnFormReader.read(body);
        }
    }

    List<FormVersion> forms() {
        return database.sql("select id, version, since, body from returns.form order by id, version")
                .query((row, number) -> new FormVersion(
                        row.getString("id"),
                        row.getInt("version"),
                        row.getObject("since", LocalDate.class),
                        row.getString("body")))
                .list();
    }

    void addForm(FormVersion form, String by, Instant at) {
        database.sql("""
                        insert into returns.form (id, version, since, body, added_by, added_at)
                        values (:id, :version, :since, :body, :by, :at)
                        """)
                .param("id", form.id())
                .param("version", form.version())
                .param("since", form.since())
                .param("body", form.body())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every revision of a day by these units, the first first. */
    List<GivenReturn> of(String form, LocalDate day, Collection<UUID> units) {
        return database.sql("select * from returns.given where form = :form and day = :day and unit = any(:units)"
                        + " order by unit, revision")
                .param("form", form)
                .param("day", day)
                .param("units", units.toArray(UUID[]::new))
                .query((row, number) -> given(row))
                .list();
    }

    Optional<GivenReturn> find(UUID id) {
        return database.sql("select * from returns.given where id = :id")
                .param("id", id)
                .query((row, number) -> given(row))
                .optional();
    }

    /** Adds a revision; false when there is one of that id or number already. */
    boolean add(GivenReturn given, ReportingUnit unit) {
        return database.sql("""
                        insert into returns.given (id, unit, form, version, day, revision, is_zero, answers, reason,
                                                   received_at, recorded_at, given_by, division)
                        values (:id, :unit, :form, :version, :day, :revision, :zero, :answers, :reason,
                                :received, :recorded, :by, :division)
                        on conflict do nothing
                        """)
                        .param("id", given.id())
                        .param("unit", given.unit())
                        .param("form", given.form())
                        .param("version", given.version())
                        .param("day", given.day())
                        .param("revision", given.revision())
                        .param("zero", given.isZero())
                        .param("answers", json.writeValueAsString(given.answers()))
                        .param("reason", given.reason())
                        .param("received", given.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("recorded", given.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("by", given.by())
                        .param("division", unit.division().value())
                        .update()
                == 1;
    }

    private GivenReturn given(ResultSet row) throws SQLException {
        return new GivenReturn(
                row.getObject("id", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("form"),
                row.getInt("version"),
                row.getObject("day", LocalDate.class),
                row.getInt("revision"),
                row.getBoolean("is_zero"),
                json.readValue(row.getString("answers"), new TypeReference<>() {}),
                row.getString("reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"));
    }
}
