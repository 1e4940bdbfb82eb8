package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The heaviest tables the limits let through: compiled and checked, or given up, in bounded time. */
final class WorstTablesTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void A01_a_number_column_cut_into_the_most_pieces() {
        List<InputColumn> columns = List.of(InputColumn.number("x"), InputColumn.truth("x_known"));
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < 512; row++) {
            int first = row;
            String cell = IntStream.range(0, 15)
                    .mapToObj(i -> "[" + (first + i * 512) + ".." + (first + i * 512) + ".5]")
                    .collect(Collectors.joining(","));
            rules.add(new Rule("r" + row, List.of(Cell.of(cell), Cell.of("true")), "o", List.of(), ""));
        }
        TableDefinition table = new TableDefinition("t", "t", HitPolicy.UNIQUE, columns, "o", List.of(), rules);
        List<Finding> findings =
                assertTimeoutPreemptively(BOUND, () -> TableCheck.findings(table, ParameterValues.none()));
        assertThat(findings).isNotEmpty().allMatch(Finding.Gap.class::isInstance);
    }

    @Test
    void A02_a_table_whose_proof_would_take_for_ever_is_given_up() {
        SplittableRandom random = Seeds.random("A02 too complex");
        List<InputColumn> columns =
                IntStream.range(0, 60).mapToObj(i -> InputColumn.truth("c" + i)).toList();
        List<Rule> rules = IntStream.range(0, 400)
                .mapToObj(row -> new Rule("r" + row, threeTested(columns.size(), random), "o", List.of(), ""))
                .toList();
        TableDefinition table = new TableDefinition("t", "t", HitPolicy.RULE_ORDER, columns, "o", List.of(), rules);
        List<Finding> findings =
                assertTimeoutPreemptively(BOUND, () -> TableCheck.findings(table, ParameterValues.none()));
        assertThat(findings).singleElement().isInstanceOf(Finding.TooComplex.class);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void A03_a_large_complete_table_is_proved_at_once() {
        List<InputColumn> columns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            columns.add(InputColumn.text("t" + i, "a", "b", "c", "unknown"));
        }
        // A staircase: each row settles one more column, the last takes the rest
        List<Rule> rules = new ArrayList<>();
        for (int column = 0; column < 8; column++) {
            for (String word : List.of("\"a\"", "\"b\"", "\"c\"")) {
                List<Cell> cells = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    cells.add(Cell.of(i < column ? "\"unknown\"" : i == column ? word : "-"));
                }
                rules.add(new Rule("r" + rules.size(), cells, "o", List.of(), ""));
            }
        }
        rules.add(new Rule(
                "rest", columns.stream().map(column -> Cell.of("\"unknown\"")).toList(), "o", List.of(), ""));
        TableDefinition table = new TableDefinition("t", "t", HitPolicy.UNIQUE, columns, "o", List.of(), rules);
        assertThat(assertTimeoutPreemptively(BOUND, () -> TableCheck.findings(table, ParameterValues.none())))
                .isEmpty();
    }

    @Test
    void A04_large_tables_are_proved_and_the_one_row_taken_out_is_the_gap() {
        SplittableRandom random = Seeds.random("A04 decision trees");
        for (int leaves : new int[] {5, 20, 60, 150, 300}) {
            TableDefinition table = DecisionTrees.table(random, leaves);
            assertThat(assertTimeoutPreemptively(BOUND, () -> TableCheck.findings(table, ParameterValues.none())))
                    .isEmpty();
            List<Rule> rules = new ArrayList<>(table.rules());
            Rule out = rules.remove(random.nextInt(rules.size()));
            TableDefinition holed =
                    new TableDefinition("t", "t", HitPolicy.UNIQUE, table.inputs(), "o", List.of(), rules);
            List<Finding> findings =
                    assertTimeoutPreemptively(BOUND, () -> TableCheck.findings(holed, ParameterValues.none()));
            assertThat(findings)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding).isInstanceOfSatisfying(Finding.Gap.class, gap -> {
                        ParameterValues none = ParameterValues.none();
                        assertThat(SlowTable.evaluate(table, none, BruteForce.values(gap.example()))
                                        .matched())
                                .singleElement()
                                .satisfies(row ->
                                        assertThat(table.rules().get(row)).isEqualTo(out));
                    }));
        }
    }

    /** A row of a random 3-SAT formula: three cells true or false, the others any. */
    private static List<Cell> threeTested(int columns, SplittableRandom random) {
        List<Cell> cells = new ArrayList<>(
                IntStream.range(0, columns).mapToObj(i -> Cell.of("-")).toList());
        for (int i = 0; i < 3; i++) {
            cells.set(random.nextInt(columns), Cell.of(String.valueOf(random.nextBoolean())));
        }
        return cells;
    }
}
