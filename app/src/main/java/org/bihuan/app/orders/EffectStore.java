package org.bihuan.app.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Sight;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.app.duties.Rejudged;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** SQL of what a change would do to whom, and of what it did. Runs in the caller's transaction. Thread-safe. */
@Component
class EffectStore {
    private static final int COUNTY_DIGITS = 1_000_000;

    private final JdbcTemplate jdbc;

    EffectStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of the two tables: the preview or the result. */
    enum Table {
        EFFECT("orders.effect"),
        RESULT("orders.result");

        final String table;

        Table(String table) {
            this.table = table;
        }
    }

    void clear(UUID proposal) {
        jdbc.update("delete from orders.effect where proposal = ?", proposal);
    }

    /** Writes what the preview says of subjects anew, in the place of what it said. */
    void replace(UUID proposal, List<Rejudged> judged) {
        jdbc.update(
                "delete from orders.effect where proposal = ? and subject = any(?)",
                proposal,
                judged.stream().map(each -> each.subject().toString()).toArray(String[]::new));
        add(
                Table.EFFECT,
                proposal,
                judged.stream().filter(each -> each.difference().isChange()).toList());
    }

    /** Writes rows; those that are there already are kept. */
    void add(Table into, UUID proposal, List<Rejudged> changed) {
        new BulkStatement<>(changed)
                .column("uuid", each -> proposal)
                .column("text", each -> each.subject().toString())
                .column("int8", each -> division(each))
                .column("text", each -> Effect.of(each.difference()).from())
                .column("text", each -> Effect.of(each.difference()).to())
                .column("text", each -> Effect.of(each.difference()).added())
                .column("text", each -> Effect.of(each.difference()).withdrawn())
                .column("int4", each -> each.difference().dutiesMoved())
                .column("bool", each -> each.difference().restrictsFurther())
                .update(jdbc, "insert into " + into.table + """
                         (proposal, subject, division, from_measures, to_measures, added, withdrawn, moved, further)
                        select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::int[], ?::boolean[])
                        on conflict do nothing
                        """);
    }

    private static @Nullable Long division(Rejudged each) {
        DivisionCode division = each.difference().division();
        return division == null ? null : division.value();
    }

    /**
     * People with the same effect in one county.
     *
     * @param county null where nobody knows
     */
    record Group(@Nullable DivisionCode county, Effect effect, long people) {}

    /** The groups that whoever asks may see, the largest first. */
    List<Group> groups(UUID proposal) {
        String seen = seen();
        return jdbc.query(
                "select county, from_measures, to_measures, added, withdrawn, moved, further, count(*) from orders.effect"
                        + " where proposal = ?" + seen + " group by 1, 2, 3, 4, 5, 6, 7 order by 8 desc, 1, 2, 3",
                (row, number) -> new Group(county(row), effect(row), row.getLong(8)),
                proposal);
    }

    private static @Nullable DivisionCode county(ResultSet row) throws SQLException {
        long county = row.getLong("county");
        return county == 0 ? null : new DivisionCode(county * COUNTY_DIGITS);
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                row.getString("from_measures"),
                row.getString("to_measures"),
                row.getString("added"),
                row.getString("withdrawn"),
                row.getInt("moved"),
                row.getBoolean("further"));
    }

    /** One subject's effect. */
    record Line(SubjectId subject, @Nullable DivisionCode division, Effect effect) {}

    /** Subjects that whoever asks may see, in the order of their names, after the cursor; of a county or of all. */
    List<Line> lines(UUID proposal, long county, String after, int limit) {
        return jdbc.query(
                "select * from orders.effect where proposal = ? and (? = 0 or county = ?) and subject > ?" + seen()
                        + " order by subject limit ?",
                (row, number) -> line(row),
                proposal,
                county / COUNTY_DIGITS,
                county / COUNTY_DIGITS,
                after,
                limit);
    }

    Map<SubjectId, Effect> of(UUID proposal, Collection<SubjectId> subjects) {
        Map<SubjectId, Effect> effects = new HashMap<>();
        RowCallbackHandler read = row -> effects.put(SubjectId.parse(row.getString("subject")), effect(row));
        jdbc.query(
                "select * from orders.effect where proposal = ? and subject = any(?)",
                read,
                proposal,
                subjects.stream().map(SubjectId::toString).toArray(String[]::new));
        return effects;
    }

    /** What was done, in the order of names. */
    List<Line> results(UUID proposal, String after, int limit) {
        return jdbc.query(
                "select * from orders.result where proposal = ? and subject > ?" + seen() + " order by subject limit ?",
                (row, number) -> line(row),
                proposal,
                after,
                limit);
    }

    long countResults(UUID proposal) {
        Long count = jdbc.queryForObject("select count(*) from orders.result where proposal = ?", Long.class, proposal);
        return count == null ? 0 : count;
    }

    private static Line line(ResultSet row) throws SQLException {
        long division = row.getLong("division");
        return new Line(
                SubjectId.parse(row.getString("subject")),
                division == 0 ? null : new DivisionCode(division),
                effect(row));
    }

    /** How many effects, and how many of them restrict further. */
    record Count(long changed, long further) {}

    Count count(UUID proposal) {
        return jdbc.query(
                        "select count(*), count(*) filter (where further) from orders.effect where proposal = ?",
                        (row, number) -> new Count(row.getLong(1), row.getLong(2)),
                        proposal)
                .getFirst();
    }

    /** The equality by which whoever asks sees their own; the database verifies it. */
    static String seen() {
        Sight sight = Asking.sight();
        if (sight.level() == Sight.ALL) {
            return "";
        }
        if (sight.level() == Sight.NONE) {
            return " and false";
        }
        String own = sight.column() + " = " + sight.code();
        return sight.level() <= 2 ? " and (" + own + " or division is null)" : " and " + own;
    }
}
