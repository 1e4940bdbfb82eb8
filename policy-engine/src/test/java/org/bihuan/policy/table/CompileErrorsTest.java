package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell that does not fit its column, or a value that does not fit its input, is an error that says so. */
final class CompileErrorsTest {
    private static final List<InputColumn> INPUTS = List.of(
            InputColumn.text("risk", "high", "low", "unknown"),
            InputColumn.number("hours"),
            InputColumn.truth("hours_known"));

    private static final ParameterValues PARAMETERS = ParameterValues.none()
            .withNumber("limit", 5)
            .withText("level", "high")
            .withText("odd", "nowhere")
            .withTruth("strict", true)
            .withNumber("huge", new BigDecimal("1e400"))
            .withUnset("open", InputType.NUMBER);

    @ParameterizedTest(name = "A01 {0} | {1} | {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "5            | -             | -    | table.cell.type",
                "true         | -             | -    | table.cell.type",
                "< \"high\"   | -             | -    | table.cell.type",
                "[\"a\"..\"b\"] | -           | -    | table.cell.type",
                "\"hihg\"     | -             | -    | table.cell.value",
                "not(\"mid\") | -             | -    | table.cell.value",
                "limit        | -             | -    | table.parameter.type",
                "odd          | -             | -    | table.parameter.value",
                "nobody       | -             | -    | table.parameter.undeclared",
                "open         | -             | -    | table.parameter.type",
                "-            | \"high\"      | -    | table.cell.type",
                "-            | true          | -    | table.cell.type",
                "-            | < level       | -    | table.parameter.type",
                "-            | > huge        | -    | table.parameter.value",
                "-            | [5..4]        | -    | table.cell.empty-interval",
                "-            | (5..5]        | -    | table.cell.empty-interval",
                "-            | 1, [limit..nil] | -  | table.parameter.undeclared",
                "-            | -             | 1    | table.cell.type",
                "-            | -             | < true | table.cell.type",
                "-            | -             | open | table.parameter.type",
            })
    void A01_refuses(String risk, String hours, String known, String code) {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> table(risk, hours, known).compile(PARAMETERS))
                .satisfies(fault -> {
                    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
                    assertThat(fault.table()).isEqualTo("t");
                    assertThat(fault.rule()).isEqualTo("r1");
                    assertThat(fault.column()).isNotEmpty();
                    assertThat(fault.text()).isIn(risk, hours, known);
                });
    }

    @Test
    void A02_accepts_intervals_that_a_parameter_empties() {
        CompiledTable table = table("-", "(9..limit)", "true").compile(PARAMETERS);
        TableInput input = table.newInput();
        input.text(0, "high");
        input.known(1, 7);
        assertThat(table.evaluate(input).matched()).isEmpty();
    }

    @Test
    void A03_a_word_that_is_not_listed_is_an_error_at_evaluation() {
        TableInput input = table("-", "-", "-").compile(PARAMETERS).newInput();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.text(0, "High"))
                .withMessageContainingAll("risk", "High", "[high, low, unknown]");
    }

    @Test
    void A04_a_value_of_the_wrong_type_or_not_finite_is_an_error() {
        TableInput input = table("-", "-", "-").compile(PARAMETERS).newInput();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.text(1, "high"))
                .withMessageContaining("hours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.text(2, "true"))
                .withMessageContaining("hours_known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.number(0, 1))
                .withMessageContaining("risk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.number(2, 1))
                .withMessageContaining("hours_known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.truth(0, true))
                .withMessageContaining("risk");
        assertThatIllegalArgumentException().isThrownBy(() -> input.unknown(2)).withMessageContaining("hours_known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> input.number(1, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> input.number(1, Double.POSITIVE_INFINITY));
    }

    @Test
    void A05_a_column_without_a_value_is_an_error_but_for_an_unknown_number() {
        CompiledTable table = table("-", "< 5", "true").compile(PARAMETERS);
        TableInput input = table.newInput();
        input.text(0, "low");
        assertThatIllegalStateException()
                .isThrownBy(() -> table.evaluate(input))
                .withMessageContaining("hours");
        input.truth(2, false);
        assertThat(table.evaluate(input).matched()).isEmpty();
        input.truth(2, true);
        assertThatIllegalStateException()
                .isThrownBy(() -> table.evaluateMask(input))
                .withMessageContaining("hours");
        input.number(1, 4);
        assertThat(table.evaluate(input).matched()).containsExactly(0);
        input.unknown(1);
        assertThat(table.evaluate(input).matched()).isEmpty();
        input.truth(2, true);
        assertThatIllegalStateException().isThrownBy(() -> table.evaluate(input));
        input.clear();
        assertThatIllegalStateException()
                .isThrownBy(() -> table.evaluate(input))
                .withMessageContaining("risk");
    }

    @Test
    void A06_columns_ask_for_unknown_and_twins() {
        refuses(() -> InputColumn.text("risk", "high", "low"), TableError.COLUMN_VALUES);
        refuses(() -> InputColumn.text("risk", "high", "high", "unknown"), TableError.COLUMN_VALUES);
        refuses(() -> new InputColumn("n", InputType.NUMBER, List.of("1")), TableError.COLUMN_VALUES);
        refuses(() -> InputColumn.truth("x y"), TableError.COLUMN_NAME);
        refuses(() -> InputColumn.truth("not"), TableError.COLUMN_NAME);
        refuses(() -> shape(List.of(InputColumn.number("x")), "-"), TableError.COLUMN_TWIN);
        refuses(
                () -> shape(List.of(InputColumn.number("x"), InputColumn.text("x_known", "unknown")), "-", "-"),
                TableError.COLUMN_TWIN);
        refuses(() -> shape(List.of(InputColumn.truth("x"), InputColumn.truth("x")), "-", "-"), TableError.COLUMN_NAME);
        refuses(() -> shape(List.of(InputColumn.truth("x"), InputColumn.truth("y")), "-"), TableError.RULE_CELLS);
        refuses(() -> shape(List.of(InputColumn.truth("x"), InputColumn.truth("y")), "y", "-"), TableError.CELL_NAME);
    }

    @Test
    void A07_tables_have_limits() {
        List<InputColumn> one = List.of(InputColumn.truth("x"));
        refuses(
                () -> new TableDefinition("t", "t", HitPolicy.UNIQUE, one, "o", List.of(), List.of()),
                TableError.LIMIT);
        refuses(() -> rows(one, 513, "true"), TableError.LIMIT);
        assertThat(rows(one, 512, "true").rules()).hasSize(512);
        refuses(() -> rows(one, 100, "true" + ", true".repeat(99)), TableError.LIMIT);
        List<InputColumn> many = Stream.iterate(0, i -> i + 1)
                .limit(65)
                .map(i -> InputColumn.truth("c" + i))
                .toList();
        refuses(
                () -> new TableDefinition("t", "t", HitPolicy.UNIQUE, many, "o", List.of(), List.of()),
                TableError.LIMIT);
    }

    @Test
    void A08_sixty_four_columns_and_more_than_sixty_four_rows_work() {
        List<InputColumn> columns = Stream.iterate(0, i -> i + 1)
                .limit(64)
                .map(i -> InputColumn.truth("c" + i))
                .toList();
        TableDefinition definition = rows(columns, 100, "true");
        CompiledTable table = definition.compile(ParameterValues.none());
        TableInput input = table.newInput();
        assertThatIllegalStateException()
                .isThrownBy(() -> table.evaluateMask(input))
                .withMessageContaining("64");
        for (int column = 0; column < 64; column++) {
            input.truth(column, true);
        }
        assertThat(table.evaluate(input).matched()).hasSize(100);
        input.blocked(63, "p");
        assertThat(table.evaluate(input).blockedBy()).containsExactly("p");
    }

    @Test
    void A09_sixty_four_rows_fit_one_mask() {
        CompiledTable table = rows(List.of(InputColumn.truth("x")), 64, "true").compile(ParameterValues.none());
        TableInput input = table.newInput();
        assertThatIllegalStateException().isThrownBy(() -> table.evaluateInto(input, new long[1]));
        input.truth(table.columnIndex("x"), true);
        assertThat(table.evaluateMask(input)).isEqualTo(-1L);
        assertThat(table.rowMask(0, table.truthSlot(0, false))).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.rowMask(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.columnIndex("y"))
                .withMessageContaining("y");
        CompiledTable longer = rows(List.of(InputColumn.truth("x")), 65, "true").compile(ParameterValues.none());
        assertThatIllegalStateException().isThrownBy(() -> longer.rowMask(0, 0));
    }

    private static TableDefinition rows(List<InputColumn> columns, int count, String cell) {
        List<Cell> cells = columns.stream().map(column -> Cell.of(cell)).toList();
        List<Rule> rules = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Rule("r" + i, cells, "a", List.of(), ""))
                .toList();
        return new TableDefinition("t", "t", HitPolicy.RULE_ORDER, columns, "o", List.of(), rules);
    }

    private static TableDefinition table(String... cells) {
        return shape(INPUTS, cells);
    }

    private static TableDefinition shape(List<InputColumn> inputs, String... cells) {
        Rule rule = new Rule("r1", Stream.of(cells).map(Cell::of).toList(), "yes", List.of(), "");
        return new TableDefinition("t", "t", HitPolicy.UNIQUE, inputs, "o", List.of(), List.of(rule));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, TableError error) {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(call)
                .satisfies(fault ->
                        assertThat(fault.error()).as(fault.getMessage()).isEqualTo(error));
    }
}
