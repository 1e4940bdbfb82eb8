package org.bihuan.app.orders;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of what trials came to. Runs in the caller's transaction. Thread-safe. */
@Component
class TrialCountStore {
    private final JdbcTemplate jdbc;

    TrialCountStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int number, TrialLine line) {
        @Nullable Long division() {
            DivisionCode county = line.county();
            return county == null ? null : county.value();
        }
    }

    /** Writes the answer in the place of any that is there. */
    void replace(UUID trial, List<TrialLine> lines) {
        jdbc.update("delete from orders.what_if_count where what_if = ?", trial);
        List<Row> rows = IntStream.range(0, lines.size())
                .mapToObj(i -> new Row(i, lines.get(i)))
                .toList();
        new BulkStatement<>(rows)
                .column("uuid", each -> trial)
                .column("int4", Row::number)
                .column("int8", Row::division)
                .column("text", each -> each.line().episode())
                .column("text", each -> each.line().from())
                .column("text", each -> each.line().to())
                .column("text", each -> each.line().effect().from())
                .column("text", each -> each.line().effect().to())
                .column("text", each -> each.line().effect().added())
                .column("text", each -> each.line().effect().withdrawn())
                .column("int8", each -> each.line().people())
                .update(jdbc, """
                        insert into orders.what_if_count (what_if, number, division, episode, from_answer, to_answer,
                                                          from_measures, to_measures, added, withdrawn, people)
                        select * from unnest(?::uuid[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::text[], ?::text[], ?::text[], ?::bigint[])
                        """);
    }

    /** What whoever asks may see, the larger counts first. */
    List<TrialLine> lines(UUID trial) {
        return jdbc.query(
                "select * from orders.what_if_count where what_if = ?" + EffectStore.seen()
                        + " order by people desc, number",
                (row, number) -> {
                    long division = row.getLong("division");
                    return new TrialLine(
                            division == 0 ? null : new DivisionCode(division),
                            row.getString("episode"),
                            row.getString("from_answer"),
                            row.getString("to_answer"),
                            new Effect(
                                    row.getString("from_measures"),
                                    row.getString("to_measures"),
                                    row.getString("added"),
                                    row.getString("withdrawn"),
                                    0,
                                    false),
                            row.getLong("people"));
                },
                trial);
    }
}
