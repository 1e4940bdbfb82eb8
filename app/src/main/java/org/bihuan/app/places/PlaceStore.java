package org.bihuan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.places.PlaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the register of places. Thread-safe. */
@Component
class PlaceStore {
    private final JdbcClient database;
    private final JdbcTemplate jdbc;

    PlaceStore(JdbcClient database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** All that a place was, first to last. */
    List<Place> versions(PlaceId place) {
        return database.sql("select * from places.version where place = :place order by valid_from")
                .param("place", place.value())
                .query((row, number) -> place(row))
                .list();
    }

    /** What lay directly in a place at a moment, by kind and name. */
    List<Place> children(PlaceId parent, Instant at, int limit) {
        return database.sql("""
                        select * from places.version
                         where parent = :parent and valid_from <= :at and (valid_to is null or valid_to > :at)
                         order by level, name, place limit :limit
                        """)
                .param("parent", parent.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> place(row))
                .list();
    }

    /** Everything down to buildings, for the search. */
    List<Place> upToBuildings() {
        return database.sql("select * from places.version where level <= :level order by place, valid_from")
                .param("level", PlaceKind.BUILDING.level())
                .query((row, number) -> place(row))
                .list();
    }

    /** Grows with every change of the register. */
    long revision() {
        return database.sql("select number from places.revision")
                .query(Long.class)
                .single();
    }

    /** Announces a change; nobody else changes the register until the end of the transaction. */
    void lock() {
        database.sql("update places.revision set number = number + 1").update();
    }

    void insert(List<Place> places, Instant now, String by) {
        new BulkStatement<>(places)
                .column("bigint", each -> each.id().value())
                .column("timestamptz", Place::from)
                .column("timestamptz", each -> each.to().orElse(null))
                .column("smallint", each -> (short) each.kind().level())
                .column("text", Place::name)
                .column("bigint", each -> each.parent().map(PlaceId::value).orElse(null))
                .column("timestamptz", _ -> now)
                .column("text", _ -> by)
                .update(jdbc, """
                        insert into places.version
                               (place, valid_from, valid_to, level, name, parent, recorded_at, recorded_by)
                        select * from unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::smallint[], ?::text[],
                                             ?::bigint[], ?::timestamptz[], ?::text[])
                        """);
    }

    /** Ends the version that lasts. */
    void end(PlaceId place, Instant at) {
        database.sql("update places.version set valid_to = :at where place = :place and valid_to is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("place", place.value())
                .update();
    }

    void insert(Succession succession) {
        database.sql("""
                        insert into places.succession (predecessor, successor, at, how)
                        values (:before, :after, :at, :how)
                        """)
                .param("before", succession.before().value())
                .param("after", succession.after().value())
                .param("at", succession.at().atOffset(ZoneOffset.UTC))
                .param("how", succession.how())
                .update();
    }

    /** What a place came from and what came out of it. */
    List<Succession> successions(PlaceId place) {
        return database.sql("""
                        select * from places.succession
                         where predecessor = :place or successor = :place order by at, successor, predecessor
                        """)
                .param("place", place.value())
                .query((row, number) -> new Succession(
                        new PlaceId(row.getLong("predecessor")),
                        new PlaceId(row.getLong("successor")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("how")))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("valid_to", OffsetDateTime.class);
        @Nullable Long parent = row.getObject("parent", Long.class);
        return new Place(
                new PlaceId(row.getLong("place")),
                PlaceKind.of(row.getInt("level")),
                row.getString("name"),
                Optional.ofNullable(parent).map(PlaceId::new),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(to).map(OffsetDateTime::toInstant));
    }
}
