package org.bihuan.policy.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Every input of a small table that could make a difference, one by one. */
final class BruteForce {
    private final TableDefinition table;
    private final List<Double> numbers = new ArrayList<>();

    BruteForce(TableDefinition table, ParameterValues parameters) {
        this.table = table;
        TreeSet<BigDecimal> named = new TreeSet<>();
        table.rules()
                .forEach(rule -> rule.cells()
                        .forEach(cell -> cell.test()
                                .tests()
                                .forEach(test -> test.endpoints().forEach(endpoint -> {
                                    if (endpoint instanceof Endpoint.NumberLiteral(BigDecimal value)) {
                                        named.add(value);
                                    }
                                }))));
        parameters.byName().values().forEach(value -> {
            if (value instanceof ParameterValue.OfNumber(BigDecimal number)) {
                named.add(number);
            }
        });
        for (BigDecimal number : named) {
            numbers.add(number.doubleValue() - 0.01);
            numbers.add(number.doubleValue());
            numbers.add(number.doubleValue() + 0.01);
        }
        numbers.add(-1000.0);
        numbers.add(1000.0);
    }

    /** The numbers that cells and parameters name, and one beside each and beyond all. */
    List<Double> numbers() {
        return List.copyOf(numbers);
    }

    /** How many inputs there are. */
    long size() {
        long size = 1;
        for (InputColumn column : table.inputs()) {
            size *= switch (column.type()) {
                case TEXT -> column.allowed().size();
                case BOOLEAN -> 2;
                case NUMBER -> numbers.size();
            };
        }
        return size;
    }

    /** Calls for each input; the map is the same one, changed. */
    void forEach(Consumer<Map<String, Object>> action) {
        fill(0, new HashMap<>(), action);
    }

    private void fill(int column, Map<String, Object> input, Consumer<Map<String, Object>> action) {
        if (column == table.inputs().size()) {
            action.accept(input);
            return;
        }
        InputColumn inputColumn = table.inputs().get(column);
        List<?> values = switch (inputColumn.type()) {
            case TEXT -> inputColumn.allowed();
            case BOOLEAN -> List.of(true, false);
            case NUMBER -> numbers;
        };
        for (Object value : values) {
            input.put(inputColumn.name(), value);
            fill(column + 1, input, action);
        }
    }

    /** The values an example of a finding names. */
    static Map<String, Object> values(ExampleInput example) {
        Map<String, Object> values = new HashMap<>();
        example.byColumn().forEach((column, literal) -> values.put(column, value(literal)));
        return values;
    }

    private static Object value(String literal) {
        if (literal.startsWith("\"")) {
            return literal.substring(1, literal.length() - 1);
        }
        return literal.equals("true") || literal.equals("false")
                ? (Object) Boolean.valueOf(literal)
                : Double.valueOf(literal);
    }
}
