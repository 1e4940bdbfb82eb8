package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The compiled table against its slow twin, and both against Apache KIE, on random tables. */
final class RandomAgreementTest {
    private static final int INPUTS = 20;

    @Test
    void A01_compiled_equals_row_by_row_with_unset_parameters_and_blocked_inputs() {
        SplittableRandom random = Seeds.random("A01 twin");
        RandomTables tables = new RandomTables(random, false);
        int blocked = 0;
        int matched = 0;
        for (int round = 0; round < Seeds.rounds(2500); round++) {
            ParameterValues parameters = tables.parameters(random.nextInt(3) * 20);
            TableDefinition definition = tables.table(5, random.nextInt(10) == 0 ? 200 : 12);
            CompiledTable compiled = definition.compile(parameters);
            TableInput input = compiled.newInput();
            for (int i = 0; i < INPUTS; i++) {
                Map<String, Object> values = tables.input(definition);
                if (tables.chance(30)) {
                    String column = definition
                            .inputs()
                            .get(random.nextInt(definition.inputs().size()))
                            .name();
                    values.put(column, new SlowTable.Blocked("field_" + column));
                }
                TableResult expected = SlowTable.evaluate(definition, parameters, values);
                fill(input, compiled, values);
                assertThat(compiled.evaluate(input))
                        .as("%s%n%s%n%s", TableText.render(definition), parameters, values)
                        .isEqualTo(expected);
                long[] rows = new long[4];
                compiled.evaluateInto(input, rows);
                assertThat(rows).isEqualTo(bits(expected.matched()));
                if (definition.rules().size() <= 64) {
                    assertThat(compiled.evaluateMask(input)).isEqualTo(rows[0]);
                    if (!input.anyBlocked()) {
                        assertThat(byColumns(compiled, values)).isEqualTo(rows[0]);
                    }
                }
                blocked += expected.isBlocked() ? 1 : 0;
                matched += expected.matched().isEmpty() ? 0 : 1;
            }
        }
        // A test in which nothing happens proves nothing
        assertThat(blocked).isGreaterThan(1000);
        assertThat(matched).isGreaterThan(1000);
    }

    @Test
    void A02_kie_agrees() {
        SplittableRandom random = Seeds.random("A02 KIE");
        RandomTables tables = new RandomTables(random, true);
        int matched = 0;
        for (int round = 0; round < Seeds.rounds(150); round++) {
            ParameterValues parameters = tables.parameters(0);
            TableDefinition written = tables.table(4, 8);
            byte[] file = DmnWriter.write(written, parameters);
            TableDefinition definition = DmnReader.read(new java.io.ByteArrayInputStream(file), "random.dmn");
            assertThat(definition).isEqualTo(written);
            KieOracle kie = KieOracle.of(file, "random.dmn");
            CompiledTable compiled = definition.compile(parameters);
            TableInput input = compiled.newInput();
            for (int i = 0; i < INPUTS; i++) {
                Map<String, Object> values = tables.input(definition);
                fill(input, compiled, values);
                List<Integer> rows = compiled.evaluate(input).matched();
                KieOracle.Answer answer = kie.evaluate(parameters, values);
                assertThat(answer.rows())
                        .as("%s%n%s%n%s%n%s", TableText.render(definition), parameters, values, answer)
                        .isEqualTo(rows);
                if (definition.hitPolicy() == HitPolicy.RULE_ORDER || rows.size() == 1) {
                    assertThat(answer.outcomes())
                            .isEqualTo(rows.stream()
                                    .map(row -> definition.rules().get(row).outcome())
                                    .toList());
                }
                matched += rows.isEmpty() ? 0 : 1;
            }
        }
        assertThat(matched).isGreaterThan(250);
    }

    /** Every column anew, over what was there before. */
    private static void fill(TableInput input, CompiledTable table, Map<String, Object> values) {
        values.forEach((name, value) -> {
            int column = table.columnIndex(name);
            switch (value) {
                case String text -> input.text(column, new String(text.toCharArray()));
                case Double number -> input.number(column, number);
                case Boolean truth -> input.truth(column, truth);
                case SlowTable.Blocked(String by) -> input.blocked(column, by);
                default -> throw new IllegalArgumentException(value.toString());
            }
        });
    }

    /** Column by column, as over a whole city. */
    private static long byColumns(CompiledTable table, Map<String, Object> values) {
        long rows = -1L;
        for (int column = 0; column < table.definition().inputs().size(); column++) {
            int slot =
                    switch (values.get(table.definition().inputs().get(column).name())) {
                        case String text -> table.textSlot(column, text);
                        case Double number -> table.numberSlot(column, number);
                        case Boolean truth -> table.truthSlot(column, truth);
                        case null, default -> throw new IllegalArgumentException(values.toString());
                    };
            rows &= table.rowMask(column, slot);
        }
        return rows;
    }

    private static long[] bits(List<Integer> rows) {
        long[] bits = new long[4];
        rows.forEach(row -> bits[row / 64] |= 1L << row);
        return bits;
    }

    @Test
    void A03_an_input_may_be_filled_again_after_a_block() {
        CompiledTable table = ArrivalTable.definition().compile(ArrivalTable.parameters());
        TableInput input = table.newInput();
        Map<String, Object> values = new HashMap<>(Map.of(
                "origin_risk",
                "high",
                "code",
                "red",
                "certificate_age",
                1.0,
                "certificate_age_known",
                true,
                "declared",
                true));
        values.put("origin_risk", new SlowTable.Blocked("risk-list"));
        fill(input, table, values);
        assertThat(table.evaluate(input).blockedBy()).containsExactly("risk-list");
        input.text(0, "high");
        assertThat(table.evaluate(input).isBlocked()).isFalse();
    }

    @Test
    void A04_a_blocked_number_may_become_one_that_nobody_knows() {
        CompiledTable table = ArrivalTable.definition().compile(ArrivalTable.parameters());
        TableInput input = table.newInput();
        input.text(0, "low");
        input.text(1, "green");
        input.blocked(2, Set.of("b", "a"));
        input.truth(3, true);
        input.truth(4, true);
        assertThat(table.evaluate(input).blocked()).containsExactly(3, 5, 6);
        assertThat(table.evaluate(input).blockedBy()).containsExactly("a", "b");
        assertThat(table.evaluateMask(input)).isZero();
        input.unknown(2);
        assertThat(table.evaluate(input)).isEqualTo(new TableResult(List.of(7), List.of(), new TreeSet<>()));
    }
}
