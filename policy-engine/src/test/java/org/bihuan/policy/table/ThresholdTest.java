package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moments at which an answer may change, which the timeline is made of. */
final class ThresholdTest {
    @ParameterizedTest(name = "A01 {0} changes at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-             | ",
                "<= 168        | after 168",
                "< 168         | at 168",
                "> 168         | after 168",
                ">= 168        | at 168",
                "168           | at 168, after 168",
                "not(168)      | at 168, after 168",
                "[24..168]     | at 24, after 168",
                "(24..168)     | after 24, at 168",
                "< 24, >= 24   | ",
                "< 24, > 24    | at 24, after 24",
                "< limit       | at 72",
                "< open        | ",
                "0, < 5        | at 5",
                "-0, 0.0       | at 0, after 0",
            })
    void A01_sides(String cell, String expected) {
        List<Threshold> thresholds = table(cell).thresholds(0);
        assertThat(thresholds.stream()
                        .map(threshold ->
                                (threshold.changesAfter() ? "after " : "at ") + Decimals.text(threshold.value()))
                        .toList())
                .hasToString("[" + Objects.requireNonNullElse(expected, "") + "]");
    }

    @Test
    void A02_the_answer_changes_nowhere_else() {
        SplittableRandom random = Seeds.random("A02 thresholds");
        RandomTables tables = new RandomTables(random, false);
        int changes = 0;
        for (int round = 0; round < Seeds.rounds(1000); round++) {
            ParameterValues parameters = tables.parameters(random.nextInt(2) * 20);
            TableDefinition definition = tables.table(3, random.nextInt(20) == 0 ? 200 : 10);
            CompiledTable compiled = definition.compile(parameters);
            for (int column = 0; column < definition.inputs().size(); column++) {
                InputColumn input = definition.inputs().get(column);
                if (input.type() == InputType.NUMBER) {
                    Map<String, Object> values = tables.input(definition);
                    values.put(input.twinName(), true);
                    changes += requireChanges(compiled, column, parameters, values);
                }
            }
        }
        assertThat(changes).isGreaterThan(500);
    }

    /** Lets one number grow over every value of interest and looks at each step. */
    private static int requireChanges(
            CompiledTable table, int column, ParameterValues parameters, Map<String, Object> values) {
        List<Threshold> thresholds = table.thresholds(column);
        TreeSet<Double> steps = new TreeSet<>(List.of(-5.0, 500.0));
        for (double value : new double[] {0, 1, 2.5, -1, 168, 0.1, 12.75}) {
            steps.addAll(List.of(Math.nextDown(value), value, Math.nextUp(value)));
        }
        String name = table.definition().inputs().get(column).name();
        int changes = 0;
        for (double step : steps) {
            Double before = steps.lower(step);
            if (before != null) {
                values.put(name, before);
                TableResult old = SlowTable.evaluate(table.definition(), parameters, values);
                values.put(name, step);
                boolean announced = thresholds.stream()
                        .anyMatch(threshold -> threshold.changesAfter()
                                ? before <= threshold.value() && threshold.value() < step
                                : before < threshold.value() && threshold.value() <= step);
                TableResult fresh = SlowTable.evaluate(table.definition(), parameters, values);
                // Which of several unset parameters blocks a row may differ between two values that both block it.
                boolean changed = !fresh.matched().equals(old.matched())
                        || !fresh.blocked().equals(old.blocked());
                assertThat(announced || !changed)
                        .as("%s%s: %s to %s", TableText.render(table.definition()), name, before, step)
                        .isTrue();
                changes += changed ? 1 : 0;
            }
        }
        return changes;
    }

    private static CompiledTable table(String cell) {
        return new TableDefinition(
                        "t",
                        "t",
                        HitPolicy.RULE_ORDER,
                        List.of(InputColumn.number("x"), InputColumn.truth("x_known")),
                        "o",
                        List.of(),
                        List.of(
                                new Rule("r1", List.of(Cell.of(cell), Cell.of("true")), "a", List.of(), ""),
                                new Rule("r2", List.of(Cell.of("-"), Cell.of("-")), "b", List.of(), "")))
                .compile(ParameterValues.none().withNumber("limit", 72).withUnset("open", InputType.NUMBER));
    }
}
