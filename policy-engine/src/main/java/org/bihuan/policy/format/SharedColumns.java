package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of two tables side by side, with the values that can make a difference in them, to tell whether a row of one
 * and a row of the other can fit one input.
 *
 * @param mine the first table
 * @param theirs the second table
 * @param values by column
 */
record SharedColumns(CompiledTable mine, CompiledTable theirs, Map<String, List<Value>> values) {
    /** More rows than this do not fit into the bits of a mask. */
    static final int MOST_ROWS = 64;

    /** A value, and the rows of each table that fit it, as bits. */
    record Value(String literal, long mine, long theirs) {}

    static SharedColumns of(CompiledTable mine, CompiledTable theirs) {
        Set<InputColumn> columns = new LinkedHashSet<>();
        for (CompiledTable table : List.of(mine, theirs)) {
            table.definition().inputs().stream()
                    .filter(column -> column.type() != InputType.BOOLEAN)
                    .forEach(columns::add);
        }
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (InputColumn column : columns) {
            values.computeIfAbsent(
                    column.name(),
                    name -> column.type() == InputType.TEXT ? words(mine, theirs, name) : numbers(mine, theirs, name));
        }
        return new SharedColumns(mine, theirs, values);
    }

    /** An input that fits both rows, as far as either asks for something; null when none does. */
    @Nullable String example(int row, int other) {
        StringJoiner text = new StringJoiner(", ");
        for (Map.Entry<String, List<Value>> column : values.entrySet()) {
            Optional<Value> both = column.getValue().stream()
                    .filter(value -> ((value.mine() >>> row) & 1) == 1 && ((value.theirs() >>> other) & 1) == 1)
                    .findFirst();
            if (both.isEmpty()) {
                return null;
            }
            if (asks(mine, row, column.getKey()) || asks(theirs, other, column.getKey())) {
                text.add(column.getKey() + " = " + both.get().literal());
            }
        }
        return text.toString();
    }

    private static boolean asks(CompiledTable table, int row, String name) {
        return asksCell(table, row, name) || asksCell(table, row, name + InputColumn.KNOWN_SUFFIX);
    }

    private static boolean asksCell(CompiledTable table, int row, String name) {
        return table.definition()
                .findColumn(name)
                .filter(column ->
                        !table.definition().rules().get(row).cells().get(column).isAny())
                .isPresent();
    }

    private static List<Value> words(CompiledTable mine, CompiledTable theirs, String name) {
        Set<String> words = new LinkedHashSet<>(allowed(mine, name));
        Set<String> others = new LinkedHashSet<>(allowed(theirs, name));
        if (words.isEmpty()) {
            words = others;
        } else if (!others.isEmpty()) {
            words.retainAll(others);
        }
        List<Value> values = new ArrayList<>();
        words.forEach(word -> values.add(new Value(word, word(mine, name, word), word(theirs, name, word))));
        return values;
    }

    private static List<String> allowed(CompiledTable table, String name) {
        return table.definition()
                .findColumn(name)
                .map(column -> table.definition().inputs().get(column).allowed())
                .orElse(List.of());
    }

    private static long word(CompiledTable table, String name, String word) {
        return table.definition()
                .findColumn(name)
                .map(column -> table.rowMask(column, table.textSlot(column, word)))
                .orElse(-1L);
    }

    /** Unknown, each number at which an answer changes, and one between each two and beyond all. */
    private static List<Value> numbers(CompiledTable mine, CompiledTable theirs, String name) {
        TreeSet<Double> changes = new TreeSet<>();
        for (CompiledTable table : List.of(mine, theirs)) {
            table.definition()
                    .findColumn(name)
                    .ifPresent(column -> table.thresholds(column).forEach(each -> changes.add(each.value())));
        }
        TreeSet<Double> numbers = new TreeSet<>(changes);
        numbers.add(changes.isEmpty() ? 0 : changes.first() - 1);
        numbers.add(changes.isEmpty() ? 0 : changes.last() + 1);
        changes.forEach(change -> {
            Double next = changes.higher(change);
            if (next != null) {
                numbers.add((change + next) / 2);
            }
        });
        List<Value> values = new ArrayList<>();
        values.add(new Value(InputColumn.UNKNOWN, unknown(mine, name), unknown(theirs, name)));
        numbers.forEach(number -> values.add(new Value(
                number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number),
                number(mine, name, number),
                number(theirs, name, number))));
        return values;
    }

    private static long unknown(CompiledTable table, String name) {
        return known(table, name, false);
    }

    private static long number(CompiledTable table, String name, double number) {
        return table.definition()
                .findColumn(name)
                .map(column -> table.rowMask(column, table.numberSlot(column, number)) & known(table, name, true))
                .orElse(-1L);
    }

    private static long known(CompiledTable table, String name, boolean known) {
        return table.definition()
                .findColumn(name + InputColumn.KNOWN_SUFFIX)
                .map(column -> table.rowMask(column, table.truthSlot(column, known)))
                .orElse(-1L);
    }
}
