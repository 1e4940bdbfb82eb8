package org.bihuan.app.risk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.database.AdvisoryLock;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.AreaName;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.Resolution;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of lists and of people's answers about names. Thread-safe. */
@Component
class RiskStore {
    private final JdbcClient database;
    private final JdbcTemplate jdbc;

    RiskStore(JdbcClient database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes lists; until the end of the transaction. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", AdvisoryLock.RISK_LISTS.key())
                .query((row, number) -> 1)
                .list();
    }

    List<Publication> publications(String series) {
        return database.sql(
                        "select * from risk.publication where series = :series order by effective_at, recorded_at, id")
                .param("series", series)
                .query((row, number) -> publication(row))
                .list();
    }

    /** Which series the list is of. */
    String series(UUID publication) {
        return database.sql("select series from risk.publication where id = :id")
                .param("id", publication)
                .query(String.class)
                .single();
    }

    /** @param edition the first edition that knows it */
    void insert(Publication publication, List<ListedArea> areas, Map<String, Long> stated, long edition) {
        database.sql("""
                        insert into risk.publication
                               (id, series, scheme, effective_at, recorded_at, recorded_by, source, hash, areas,
                                known_in)
                        values (:id, :series, :scheme, :effective, :recorded, :by, :source, :hash, :areas, :edition)
                        """)
                .param("edition", edition)
                .param("id", publication.id())
                .param("series", publication.series())
                .param("scheme", publication.scheme())
                .param("effective", publication.effectiveAt().atOffset(ZoneOffset.UTC))
                .param("recorded", publication.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", publication.recordedBy())
                .param("source", publication.source())
                .param("hash", publication.hash())
                .param("areas", publication.areas())
                .update();
        new BulkStatement<>(areas)
                .column("uuid", _ -> publication.id())
                .column("int", ListedArea::line)
                .column("text", ListedArea::level)
                .column("text", each -> each.name().province())
                .column("text", each -> each.name().city())
                .column("text", each -> each.name().county())
                .column("text", each -> each.name().text())
                .column("smallint", each -> outcome(each.where()))
                .column(
                        "bigint",
                        each -> each.where().around().map(PlaceId::value).orElse(null))
                .column("text", each -> candidates(each.where()))
                .update(jdbc, """
                        insert into risk.area (publication, line, level, province, city, county, words, outcome, place, candidates)
                        select a, b, c, d, e, f, g, h, i, j::bigint[]
                          from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::smallint[], ?::bigint[], ?::text[]) as t(a, b, c, d, e, f, g, h, i, j)
                        """);
        new BulkStatement<>(List.copyOf(stated.entrySet()))
                .column("uuid", _ -> publication.id())
                .column("text", Map.Entry::getKey)
                .column("bigint", Map.Entry::getValue)
                .update(jdbc, """
                        insert into risk.stated (publication, figure, value)
                        select * from unnest(?::uuid[], ?::text[], ?::bigint[])
                        """);
    }

    private static short outcome(Resolution where) {
        return switch (where) {
            case Resolution.Whole _ -> 0;
            case Resolution.Part _ -> 1;
            case Resolution.Ambiguous _ -> 2;
            case Resolution.Unknown _ -> 3;
        };
    }

    private static String candidates(Resolution where) {
        return where instanceof Resolution.Ambiguous it
                ? it.candidates().toString().replace('[', '{').replace(']', '}')
                : "{}";
    }

    /** Names that now mean something else; their lists count as revised. */
    void resolveAnew(UUID publication, List<ListedArea> areas) {
        new BulkStatement<>(areas)
                .column("uuid", _ -> publication)
                .column("int", ListedArea::line)
                .column("smallint", each -> outcome(each.where()))
                .column(
                        "bigint",
                        each -> each.where().around().map(PlaceId::value).orElse(null))
                .column("text", each -> candidates(each.where()))
                .update(jdbc, """
                        update risk.area set outcome = t.outcome, place = t.place, candidates = t.candidates::bigint[]
                          from unnest(?::uuid[], ?::int[], ?::smallint[], ?::bigint[], ?::text[])
                               as t(publication, line, outcome, place, candidates)
                         where area.publication = t.publication and area.line = t.line
                        """);
        database.sql("update risk.publication set revision = revision + 1 where id = :id")
                .param("id", publication)
                .update();
    }

    List<ListedArea> areas(UUID publication) {
        return database.sql("select * from risk.area where publication = :id order by line")
                .param("id", publication)
                .query((row, number) -> area(row))
                .list();
    }

    /** Lines whose name waits for a person, of every list that stands. */
    Map<UUID, List<ListedArea>> waiting() {
        Map<UUID, List<ListedArea>> waiting = new LinkedHashMap<>();
        database.sql("""
                        select a.* from risk.area a join risk.publication p on p.id = a.publication
                         where a.outcome >= 2 order by p.effective_at desc, a.publication, a.line
                        """)
                .query((row, number) -> waiting.computeIfAbsent(
                                row.getObject("publication", UUID.class), _ -> new ArrayList<>())
                        .add(area(row)))
                .list();
        return waiting;
    }

    Map<String, Long> stated(UUID publication) {
        Map<String, Long> stated = new LinkedHashMap<>();
        database.sql("select figure, value from risk.stated where publication = :id")
                .param("id", publication)
                .query((row, number) -> stated.put(row.getString(1), row.getLong(2)) == null)
                .list();
        return stated;
    }

    boolean withdraw(UUID id, Instant now, String by, String why) {
        return database.sql("""
                        update risk.publication set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
                         where id = :id and withdrawn_at is null
                        """)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    void answer(String name, PlaceId place, boolean isWhole, Instant now, String by) {
        database.sql("""
                        insert into risk.answer (name, place, is_whole, answered_at, answered_by)
                        values (:name, :place, :whole, :at, :by)
                        on conflict (name) do update set place = :place, is_whole = :whole, answered_at = :at, answered_by = :by
                        """)
                .param("name", name)
                .param("place", place.value())
                .param("whole", isWhole)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    Map<String, Resolution> answers() {
        Map<String, Resolution> answers = new LinkedHashMap<>();
        database.sql("select name, place, is_whole from risk.answer")
                .query((row, number) -> {
                    PlaceId place = new PlaceId(row.getLong(2));
                    answers.put(
                            row.getString(1),
                            row.getBoolean(3) ? new Resolution.Whole(place) : new Resolution.Part(place));
                    return number;
                })
                .list();
        return answers;
    }

    static Publication publication(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("series"),
                row.getString("scheme"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("source"),
                row.getString("hash"),
                row.getInt("areas"),
                row.getInt("revision"),
                Optional.ofNullable(withdrawn).map(OffsetDateTime::toInstant));
    }

    static ListedArea area(ResultSet row) throws SQLException {
        @Nullable Long place = row.getObject("place", Long.class);
        Optional<PlaceId> around = Optional.ofNullable(place).map(PlaceId::new);
        Array candidates = row.getArray("candidates");
        Resolution where = switch (row.getInt("outcome")) {
            case 0 -> new Resolution.Whole(around.orElseThrow());
            case 1 -> new Resolution.Part(around.orElseThrow());
            case 2 ->
                new Resolution.Ambiguous(Arrays.stream((Long[]) candidates.getArray())
                        .map(PlaceId::new)
                        .toList());
            default -> new Resolution.Unknown(around);
        };
        return new ListedArea(
                row.getInt("line"),
                row.getString("level"),
                new AreaName(
                        row.getString("province"),
                        row.getString("city"),
                        row.getString("county"),
                        row.getString("words")),
                where);
    }
}
