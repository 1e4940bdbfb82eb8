package org.bihuan.app.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the lists behind frozen figures. Thread-safe. */
@Component
class ItemStore {
    /** How many things are read or written at once. */
    static final int STEP = 1_000;

    private final JdbcClient database;
    private final JdbcTemplate jdbc;

    ItemStore(JdbcClient database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** A thing with its number in its list. */
    record Numbered(int number, Item item) {}

    /** @param byCounty whether the figure is also given by county */
    void add(Briefing briefing, String key, boolean byCounty, List<Numbered> items) {
        new BulkStatement<>(items)
                .column("uuid", _ -> briefing.id())
                .column("text", _ -> key)
                .column("int4", Numbered::number)
                .column("text", each -> each.item().ref())
                .column("int8", each -> value(each.item().place()))
                .column("int4", each -> byCounty ? county(each.item().place()) : null)
                .column("text", each -> each.item().title().zh())
                .column("text", each -> each.item().title().en())
                .column("text", each -> each.item().address())
                .column("int8", each -> each.item().amount())
                .column("int8", _ -> briefing.division().value())
                .update(jdbc, """
                        insert into briefing.item (briefing, key, number, ref, place, part, title_zh, title_en, address, amount,
                                                   division)
                        select * from unnest(?::uuid[], ?::text[], ?::int4[], ?::text[], ?::int8[], ?::int4[], ?::text[],
                                             ?::text[], ?::text[], ?::int8[], ?::int8[])
                        """);
    }

    /** The things after a number, in order; those of one county only where one is given. */
    List<Numbered> page(UUID briefing, Spot spot, int after, int limit) {
        return database.sql("select * from briefing.item" + where(spot)
                        + " and number > :after order by number limit :limit")
                .param("briefing", briefing)
                .param("key", spot.key())
                .param("part", county(spot.place()))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Numbered(row.getInt("number"), item(row)))
                .list();
    }

    long count(UUID briefing, Spot spot) {
        return database.sql("select count(*) from briefing.item" + where(spot))
                .param("briefing", briefing)
                .param("key", spot.key())
                .param("part", county(spot.place()))
                .query(Long.class)
                .single();
    }

    /** Gives each thing's ref and place away, in no order. */
    void refs(UUID briefing, String key, BiConsumer<String, @Nullable DivisionCode> each) {
        database.sql("select ref, place from briefing.item where briefing = :briefing and key = :key")
                .param("briefing", briefing)
                .param("key", key)
                .withFetchSize(STEP)
                .query(row -> {
                    each.accept(row.getString("ref"), place(row));
                });
    }

    private static String where(Spot spot) {
        return " where briefing = :briefing and key = :key" + (spot.place() == null ? "" : " and part = :part");
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("ref"),
                place(row),
                new Wording(row.getString("title_zh"), row.getString("title_en")),
                row.getString("address"),
                row.getLong("amount"));
    }

    private static @Nullable DivisionCode place(ResultSet row) throws SQLException {
        long place = row.getLong("place");
        return place == 0 ? null : new DivisionCode(place);
    }

    private static @Nullable Long value(@Nullable DivisionCode place) {
        return place == null ? null : Long.valueOf(place.value());
    }

    private static @Nullable Integer county(@Nullable DivisionCode place) {
        return place == null || place.level() < FigureSum.COUNTY
                ? null
                : Integer.valueOf((int) (place.value() / 1_000_000));
    }
}
