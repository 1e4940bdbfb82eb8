package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A table as text. */
final class TableTextTest {
    @Test
    void A01_columns_line_up_with_chinese_counted_double() {
        TableDefinition table = new TableDefinition(
                "arrival",
                "到达",
                HitPolicy.UNIQUE,
                List.of(InputColumn.text("risk", "高", "unknown"), InputColumn.truth("ok")),
                "measure",
                List.of(),
                List.of(
                        new Rule("r1", List.of(Cell.of("\"高\""), Cell.of("-")), "central", List.of("S-1", "S-2"), "集中"),
                        new Rule("r2", List.of(Cell.of("not(\"高\")"), Cell.of("true")), "none", List.of(), "")));
        assertThat(TableText.render(table)).isEqualTo("""
                arrival  到达  UNIQUE
                rule  risk       ok    => measure  clauses   note
                r1    "高"       -     => central  S-1, S-2  集中
                r2    not("高")  true  => none
                """);
    }

    @Test
    void A02_marks_take_no_width() {
        assertThat(TextWidth.of("a\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("高a，😀")).isEqualTo(7);
    }
}
