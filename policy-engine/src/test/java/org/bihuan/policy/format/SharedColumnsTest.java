package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.decide.BoundPack;
import org.bihuan.policy.format.SharedColumns.Value;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;
import org.bihuan.policy.table.TableInput;
import org.bihuan.proof.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of two tables meet, column by column, against inputs that both tables are asked as a whole. */
final class SharedColumnsTest {
    private static CompiledTable arrivals(String name) {
        Pack pack = ShippedPacks.get(name).pack();
        Map<String, ParameterValue> values = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            ParameterValue own = definition.value();
            if (own != null) {
                values.put(definition.id(), own);
            }
        }
        TableUse use = pack.tables().stream()
                .filter(table -> table.key().equals("arrival-class"))
                .findFirst()
                .orElseThrow();
        return use.definition().compile(BoundPack.cellValues(pack, values));
    }

    private static List<Integer> ask(CompiledTable table, Map<String, String> literals) {
        TableInput input = table.newInput();
        for (InputColumn column : table.definition().inputs()) {
            int index = table.columnIndex(column.name());
            if (column.type() == InputType.TEXT) {
                input.text(index, literals.getOrDefault(column.name(), "unknown"));
            } else if (column.type() == InputType.NUMBER) {
                String literal = literals.getOrDefault(column.name(), "unknown");
                if (literal.equals("unknown")) {
                    input.unknown(index);
                } else {
                    input.known(index, Double.parseDouble(literal));
                }
            }
        }
        return table.evaluate(input).matched();
    }

    @ParameterizedTest
    @CsvSource({"anshan-2020,province-plan", "province-plan,city-plan", "city-plan,anshan-2020"})
    void twoRowsMeetExactlyWhenSomeInputFitsBoth(String left, String right) {
        CompiledTable mine = arrivals(left);
        CompiledTable theirs = arrivals(right);
        SharedColumns columns = SharedColumns.of(mine, theirs);
        SplittableRandom random = Seed.random("rows that meet");
        TreeSet<String> met = new TreeSet<>();
        for (int round = 0; round < Seed.rounds(20_000); round++) {
            Map<String, String> input = new HashMap<>();
            columns.values()
                    .forEach((name, values) -> input.put(
                            name, values.get(random.nextInt(values.size())).literal()));
            for (int row : ask(mine, input)) {
                for (int other : ask(theirs, input)) {
                    met.add(row + " " + other);
                    assertThat(columns.example(row, other)).as(input.toString()).isNotNull();
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(10);
        for (int row = 0; row < mine.definition().rules().size(); row++) {
            for (int other = 0; other < theirs.definition().rules().size(); other++) {
                if (columns.example(row, other) != null) {
                    Map<String, String> input = fitting(columns, row, other);
                    assertThat(ask(mine, input)).as(input.toString()).contains(row);
                    assertThat(ask(theirs, input)).as(input.toString()).contains(other);
                }
            }
        }
    }

    private static Map<String, String> fitting(SharedColumns columns, int row, int other) {
        Map<String, String> input = new HashMap<>();
        columns.values().forEach((name, values) -> {
            Value value = values.stream()
                    .filter(each -> ((each.mine() >>> row) & 1) == 1 && ((each.theirs() >>> other) & 1) == 1)
                    .findFirst()
                    .orElseThrow();
            input.put(name, value.literal());
        });
        return input;
    }
}
