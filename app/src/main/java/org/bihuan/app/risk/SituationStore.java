package org.bihuan.app.risk;

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

    void insert(Response response) {
        database.sql("""
                        insert into risk.response (id, region, level, effective_at, recorded_at, recorded_by, basis)
                        values (:id, :region, :level, :effective, :recorded, :by, :basis)
                        """)
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
        return database.sql("select * from risk.source order by valid_from desc, id")
                .query((row, number) -> new Source(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("kind"),
                        new PlaceId(row.getLong("place")),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("note"),
                        row.getString("recorded_by")))
                .list();
    }

    void insert(Source source, Instant now) {
        database.sql("""
                        insert into risk.source
                               (id, name, kind, place, valid_from, valid_to, note, recorded_at, recorded_by)
                        values (:id, :name, :kind, :place, :from, :to, :note, :recorded, :by)
                        """)
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
