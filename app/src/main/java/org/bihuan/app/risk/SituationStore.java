package org.bihuan.app.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.places.PlaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of response levels and of sources that are on no list. Thread-safe. */
@Component
class SituationStore {
    private final JdbcClient database;

    SituationStore(JdbcClient database) {
        this.database = database;
    }

    List<Response> responses() {
        return database.sql("select * from risk.response where withdrawn_at is null order by effective_at, recorded_at")
                .query((row, number) -> new Response(
                        row.getObject("id", UUID.class),
                        new PlaceId(row.getLong("region")),
                        row.getString("level"),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        row.getString("basis")))
                .list();
    }

    void insert(Response response, long edition) {
        database.sql("""
                        insert into risk.response (id, region, level, effective_at, recorded_at, recorded_by, basis, known_in)
                        values (:id, :region, :level, :effective, :recorded, :by, :basis, :edition)
                        """)
                .param("edition", edition)
                .param("id", response.id())
                .param("region", response.region().value())
                .param("level", response.level())
                .param("effective", response.effectiveAt().atOffset(ZoneOffset.UTC))
                .param("recorded", response.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", response.by())
                .param("basis", response.basis())
                .update();
    }

    List<Source> sources() {
        return database.sql("select * from risk.source where withdrawn_in is null order by valid_from desc, id")
                .query((row, number) -> source(row))
                .list();
    }

    static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("code"),
                new PlaceId(row.getLong("place")),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("note"),
                row.getString("recorded_by"));
    }

    /** Says from the edition on that the source ends otherwise, or never was. */
    void withdraw(UUID source, long edition) {
        database.sql("update risk.source set withdrawn_in = :edition where id = :id")
                .param("edition", edition)
                .param("id", source)
                .update();
    }

    void insert(Source source, Instant now, long edition) {
        database.sql("""
                        insert into risk.source
                               (id, name, kind, code, place, valid_from, valid_to, note, recorded_at, recorded_by, known_in)
                        values (:id, :name, :kind, :code, :place, :from, :to, :note, :recorded, :by, :edition)
                        """)
                .param("edition", edition)
                .param("code", source.code())
                .param("id", source.id())
                .param("name", source.name())
                .param("kind", source.kind())
                .param("place", source.place().value())
                .param("from", source.from().atOffset(ZoneOffset.UTC))
                .param("to", source.to().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("note", source.note())
                .param("recorded", now.atOffset(ZoneOffset.UTC))
                .param("by", source.by())
                .update();
    }
}
