package org.bihuan.app.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of briefings. Thread-safe. */
@Component
class BriefingStore {
    private final JdbcClient database;
    private final JdbcTemplate jdbc;

    BriefingStore(JdbcClient database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Adds it unless there is one of that division and day; false then. */
    boolean add(Briefing briefing) {
        return database.sql("""
                        insert into briefing.briefing (id, day, cut_off, frozen_at, zone, definition, division)
                        values (:id, :day, :cutOff, :frozen, :zone, :definition, :division) on conflict do nothing
                        """)
                        .param("id", briefing.id())
                        .param("day", briefing.day())
                        .param("cutOff", briefing.cutOff().atOffset(ZoneOffset.UTC))
                        .param("frozen", briefing.frozenAt().atOffset(ZoneOffset.UTC))
                        .param("zone", briefing.zone().getId())
                        .param("definition", briefing.definition())
                        .param("division", briefing.division().value())
                        .update()
                == 1;
    }

    void addFigures(Briefing briefing, List<Figure> figures) {
        int[] position = new int[1];
        new BulkStatement<>(figures)
                .column("uuid", _ -> briefing.id())
                .column("int4", _ -> position[0]++)
                .column("text", Figure::key)
                .column("int8", each -> value(each.place()))
                .column("int8", Figure::value)
                .column("int8", Figure::before)
                .column(
                        "text",
                        each -> each.unknown() == null ? null : each.unknown().zh())
                .column(
                        "text",
                        each -> each.unknown() == null ? null : each.unknown().en())
                .column("int8", _ -> briefing.division().value())
                .update(jdbc, """
                        insert into briefing.figure (briefing, position, key, place, value, before, unknown_zh, unknown_en, division)
                        select * from unnest(?::uuid[], ?::int4[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::int8[])
                        """);
    }

    List<Briefing> latest(int limit) {
        return database.sql("select * from briefing.briefing order by day desc, division limit :limit")
                .param("limit", limit)
                .query((row, number) -> briefing(row))
                .list();
    }

    /** Those of days from one on. */
    List<Briefing> since(LocalDate day) {
        return database.sql("select * from briefing.briefing where day >= :day order by day, division")
                .param("day", day)
                .query((row, number) -> briefing(row))
                .list();
    }

    Optional<Briefing> find(UUID id) {
        return database.sql("select * from briefing.briefing where id = :id")
                .param("id", id)
                .query((row, number) -> briefing(row))
                .optional();
    }

    Optional<Briefing> find(DivisionCode division, LocalDate day) {
        return database.sql("select * from briefing.briefing where division = :division and day = :day")
                .param("division", division.value())
                .param("day", day)
                .query((row, number) -> briefing(row))
                .optional();
    }

    /** The day of the last one of a division. */
    Optional<LocalDate> lastDay(DivisionCode division) {
        return database.sql("select max(day) as day from briefing.briefing where division = :division")
                .param("division", division.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    /** What a figure of the whole said on each of the last days, the earliest first. */
    List<FigureOfDay> history(DivisionCode division, String key, LocalDate until, int days) {
        return database.sql("""
                        select b.id, b.day, f.value from briefing.briefing b
                          join briefing.figure f on f.briefing = b.id and f.key = :key and f.place is null
                         where b.division = :division and b.day between :from and :until order by b.day
                        """)
                .param("division", division.value())
                .param("key", key)
                .param("from", until.minusDays(days - 1L))
                .param("until", until)
                .query((row, number) -> new FigureOfDay(
                        row.getObject("id", UUID.class), row.getObject("day", LocalDate.class), number(row, "value")))
                .list();
    }

    List<Figure> figures(UUID briefing) {
        return database.sql("select * from briefing.figure where briefing = :briefing order by position")
                .param("briefing", briefing)
                .query((row, number) -> {
                    String zh = row.getString("unknown_zh");
                    String en = row.getString("unknown_en");
                    return new Figure(
                            row.getString("key"),
                            place(row),
                            number(row, "value"),
                            number(row, "before"),
                            zh == null || en == null ? null : new Wording(zh, en));
                })
                .list();
    }

    void add(Briefing briefing, FigureCorrection correction) {
        database.sql("""
                        insert into briefing.correction (id, briefing, key, place, old_value, new_value, added, gone, found_at, division)
                        values (:id, :briefing, :key, :place, :old, :new, :added, :gone, :at, :division)
                        """)
                .param("id", correction.id())
                .param("briefing", briefing.id())
                .param("key", correction.key())
                .param("place", value(correction.place()))
                .param("old", correction.oldValue())
                .param("new", correction.newValue())
                .param("added", correction.added())
                .param("gone", correction.gone())
                .param("at", correction.foundAt().atOffset(ZoneOffset.UTC))
                .param("division", briefing.division().value())
                .update();
    }

    /** The latest ones of a briefing, in the order in which they were found. */
    List<FigureCorrection> corrections(UUID briefing, int limit) {
        return database.sql("""
                        select * from (select * from briefing.correction where briefing = :briefing order by seq desc limit :limit) c
                         order by seq
                        """)
                .param("briefing", briefing)
                .param("limit", limit)
                .query((row, number) -> correction(row))
                .list();
    }

    /** What is to be believed of each figure: what was frozen, or the last correction of it. */
    Map<Spot, @Nullable Long> standing(Briefing briefing) {
        Map<Spot, @Nullable Long> values = new HashMap<>();
        figures(briefing.id()).forEach(each -> values.put(each.spot(), each.value()));
        database.sql("""
                        select distinct on (key, place) * from briefing.correction where briefing = :briefing
                         order by key, place, seq desc
                        """)
                .param("briefing", briefing.id())
                .query((row, number) -> correction(row))
                .list()
                .forEach(each -> values.put(new Spot(each.key(), each.place()), each.newValue()));
        return values;
    }

    private static FigureCorrection correction(ResultSet row) throws SQLException {
        return new FigureCorrection(
                row.getObject("id", UUID.class),
                row.getString("key"),
                place(row),
                number(row, "old_value"),
                number(row, "new_value"),
                row.getInt("added"),
                row.getInt("gone"),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }

    private static Briefing briefing(ResultSet row) throws SQLException {
        return new Briefing(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("division")),
                row.getObject("day", LocalDate.class),
                instant(row, "cut_off"),
                instant(row, "frozen_at"),
                ZoneId.of(row.getString("zone")),
                row.getString("definition"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable DivisionCode place(ResultSet row) throws SQLException {
        Long code = number(row, "place");
        return code == null ? null : new DivisionCode(code);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }

    private static @Nullable Long value(@Nullable DivisionCode place) {
        return place == null ? null : Long.valueOf(place.value());
    }
}
