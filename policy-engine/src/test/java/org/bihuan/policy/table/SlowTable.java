package org.bihuan.policy.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The slow obvious twin of {@link CompiledTable}: row by row, cell by cell, comparing values as the text says. An input
 * may be {@link Blocked}. Null stands for "cannot be said".
 */
final class SlowTable {
    private final TableDefinition table;
    private final ParameterValues parameters;
    private final Map<String, Object> input;
    private final Set<String> names = new TreeSet<>();

    /** An input that cannot be known. */
    record Blocked(String by) {}

    private SlowTable(TableDefinition table, ParameterValues parameters, Map<String, Object> input) {
        this.table = table;
        this.parameters = parameters;
        this.input = input;
    }

    static TableResult evaluate(TableDefinition table, ParameterValues parameters, Map<String, Object> input) {
        List<Integer> matched = new ArrayList<>();
        List<Integer> blocked = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (int row = 0; row < table.rules().size(); row++) {
            SlowTable asked = new SlowTable(table, parameters, input);
            Boolean answer = asked.row(table.rules().get(row));
            if (answer == null) {
                blocked.add(row);
                names.addAll(asked.names);
            } else if (answer) {
                matched.add(row);
            }
        }
        return table.hitPolicy() == HitPolicy.UNIQUE && !matched.isEmpty()
                ? new TableResult(matched, List.of(), new TreeSet<>())
                : new TableResult(matched, blocked, new TreeSet<>(names));
    }

    private @Nullable Boolean row(Rule rule) {
        boolean open = false;
        for (int column = 0; column < table.inputs().size(); column++) {
            Boolean cell =
                    cell(table.inputs().get(column), rule.cells().get(column).test());
            if (cell != null && !cell) {
                return false;
            }
            open |= cell == null;
        }
        return open ? null : true;
    }

    private @Nullable Boolean cell(InputColumn column, CellTest cell) {
        if (cell instanceof CellTest.Any) {
            return true;
        }
        Object value = input.get(column.name());
        if (column.type() == InputType.NUMBER) {
            Object twin = input.get(column.twinName());
            if (Boolean.FALSE.equals(twin)) {
                return false;
            }
            if (twin instanceof Blocked blocked) {
                names.add(blocked.by());
                return Boolean.FALSE.equals(value(cell, value)) ? false : null;
            }
        }
        return value(cell, value);
    }

    private @Nullable Boolean value(CellTest cell, @Nullable Object value) {
        if (value instanceof Blocked blocked) {
            names.add(blocked.by());
            return null;
        }
        boolean open = false;
        Set<String> unset = new TreeSet<>();
        for (UnaryTest test : cell.tests()) {
            Boolean one = test(test, value);
            if (one != null && one) {
                return cell instanceof CellTest.OneOf;
            }
            if (one == null) {
                open = true;
                test.endpoints().stream().filter(end -> bound(end) == null).forEach(end -> unset.add(end.toString()));
            }
        }
        names.addAll(unset);
        return open ? null : cell instanceof CellTest.NoneOf;
    }

    private @Nullable Boolean test(UnaryTest test, @Nullable Object value) {
        return switch (test) {
            case UnaryTest.EqualTo equal -> {
                Object end = bound(equal.endpoint());
                yield end == null
                        ? null
                        : (value instanceof Double number ? compare(number, end) == 0 : end.equals(value));
            }
            case UnaryTest.Compared compared -> side(compared.comparison(), value, compared.endpoint());
            case UnaryTest.Between between -> {
                Boolean low = side(
                        between.lowInclusive() ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER,
                        value,
                        between.low());
                Boolean high = side(
                        between.highInclusive() ? Comparison.LESS_OR_EQUAL : Comparison.LESS, value, between.high());
                if (Boolean.FALSE.equals(low) || Boolean.FALSE.equals(high)) {
                    yield false;
                }
                yield low == null || high == null ? null : true;
            }
        };
    }

    private @Nullable Boolean side(Comparison comparison, @Nullable Object value, Endpoint endpoint) {
        Object end = bound(endpoint);
        if (end == null || !(value instanceof Double number)) {
            return null;
        }
        int order = compare(number, end);
        return switch (comparison) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static int compare(Double value, Object end) {
        return BigDecimal.valueOf(value).compareTo((BigDecimal) end);
    }

    private @Nullable Object bound(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.NumberLiteral(BigDecimal number) -> number;
            case Endpoint.TextLiteral(String text) -> text;
            case Endpoint.TruthLiteral(boolean truth) -> truth;
            case Endpoint.Parameter(String name) ->
                switch (parameters.find(name).orElseThrow()) {
                    case ParameterValue.OfNumber(BigDecimal number) -> number;
                    case ParameterValue.OfText(String text) -> text;
                    case ParameterValue.OfTruth(boolean truth) -> truth;
                    case ParameterValue.Unset _ -> null;
                };
        };
    }
}
