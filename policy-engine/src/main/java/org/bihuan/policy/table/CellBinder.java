package org.bihuan.policy.table;

import java.util.List;
import java.util.SortedSet;

/** Binds the endpoints of cells to values, checks them against their column, and turns tests into slots. */
final class CellBinder {
    private final ParameterValues parameters;

    CellBinder(ParameterValues parameters) {
        this.parameters = parameters;
    }

    /** Refuses a test that does not fit its column; adds the numbers at which the cell changes. */
    void check(InputColumn column, CellTest cell, SortedSet<Double> breakpoints) {
        for (UnaryTest test : cell.tests()) {
            if (!(test instanceof UnaryTest.EqualTo) && column.type() != InputType.NUMBER) {
                throw new TableFormatException(
                        TableError.CELL_TYPE,
                        "a " + column.type().feelName() + " column compares only for equality, not " + test);
            }
            for (Endpoint endpoint : test.endpoints()) {
                ParameterValue value = bind(endpoint);
                requireFit(column, endpoint, value);
                if (value instanceof ParameterValue.OfNumber number) {
                    breakpoints.add(toDouble(number));
                }
            }
            if (test instanceof UnaryTest.Between between) {
                requireOrder(between);
            }
        }
    }

    /** The cell in slots of its column; {@link #check} has passed. */
    SlotCell resolve(ColumnSlots slots, CellTest cell) {
        List<SlotRange> ranges =
                cell.tests().stream().map(test -> range(slots, test)).toList();
        return new SlotCell(cell instanceof CellTest.Any, cell instanceof CellTest.NoneOf, ranges);
    }

    private SlotRange range(ColumnSlots slots, UnaryTest test) {
        int last = slots.count() - 1;
        return switch (test) {
            case UnaryTest.EqualTo equal ->
                SlotRange.between(slot(slots, equal.endpoint(), 0), slot(slots, equal.endpoint(), 0));
            case UnaryTest.Compared compared -> {
                Endpoint endpoint = compared.endpoint();
                SlotRange.Bound lowest = SlotRange.Bound.at(0);
                SlotRange.Bound highest = SlotRange.Bound.at(last);
                yield switch (compared.comparison()) {
                    case LESS -> SlotRange.between(lowest, slot(slots, endpoint, -1));
                    case LESS_OR_EQUAL -> SlotRange.between(lowest, slot(slots, endpoint, 0));
                    case GREATER -> SlotRange.between(slot(slots, endpoint, 1), highest);
                    case GREATER_OR_EQUAL -> SlotRange.between(slot(slots, endpoint, 0), highest);
                };
            }
            case UnaryTest.Between between ->
                SlotRange.between(
                        slot(slots, between.low(), between.lowInclusive() ? 0 : 1),
                        slot(slots, between.high(), between.highInclusive() ? 0 : -1));
        };
    }

    private SlotRange.Bound slot(ColumnSlots slots, Endpoint endpoint, int shift) {
        return switch (bind(endpoint)) {
            case ParameterValue.OfNumber number ->
                SlotRange.Bound.at(ColumnSlots.numberSlot(slots.breakpoints(), toDouble(number)) + shift);
            case ParameterValue.OfText text -> SlotRange.Bound.at(slots.words().slot(text.value()));
            case ParameterValue.OfTruth truth ->
                SlotRange.Bound.at(truth.value() ? ColumnSlots.TRUE : ColumnSlots.FALSE);
            case ParameterValue.Unset _ -> SlotRange.Bound.hidden(endpoint.toString());
        };
    }

    private ParameterValue bind(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.NumberLiteral number -> new ParameterValue.OfNumber(number.value());
            case Endpoint.TextLiteral text -> new ParameterValue.OfText(text.value());
            case Endpoint.TruthLiteral truth -> new ParameterValue.OfTruth(truth.value());
            case Endpoint.Parameter(String name) ->
                parameters
                        .find(name)
                        .orElseThrow(() -> new TableFormatException(
                                TableError.PARAMETER_UNDECLARED, "no parameter " + name + " is declared"));
        };
    }

    private static void requireFit(InputColumn column, Endpoint endpoint, ParameterValue value) {
        boolean parameter = endpoint instanceof Endpoint.Parameter;
        if (value.type() != column.type()) {
            throw new TableFormatException(
                    parameter ? TableError.PARAMETER_TYPE : TableError.CELL_TYPE,
                    (parameter ? "parameter " : "") + endpoint + " is a "
                            + value.type().feelName() + ", the column a "
                            + column.type().feelName());
        }
        if (value instanceof ParameterValue.OfText(String word)
                && !column.allowed().contains(word)) {
            throw new TableFormatException(
                    parameter ? TableError.PARAMETER_VALUE : TableError.CELL_VALUE,
                    (parameter ? "parameter " + endpoint + " = " : "") + "\"" + word
                            + "\" is not among the input values " + column.allowed());
        }
        if (value instanceof ParameterValue.OfNumber number && !Double.isFinite(toDouble(number))) {
            throw new TableFormatException(
                    TableError.PARAMETER_VALUE, "parameter " + endpoint + " is beyond every double");
        }
    }

    /** Refuses an interval of two literals that no number lies in; one with parameters may come and go. */
    private static void requireOrder(UnaryTest.Between between) {
        if (between.low() instanceof Endpoint.NumberLiteral low
                && between.high() instanceof Endpoint.NumberLiteral high) {
            int order = low.value().compareTo(high.value());
            if (order > 0 || (order == 0 && !(between.lowInclusive() && between.highInclusive()))) {
                throw new TableFormatException(TableError.CELL_EMPTY_INTERVAL, "no number lies in " + between);
            }
        }
    }

    /** Without negative zero, which would be a breakpoint of its own. */
    private static double toDouble(ParameterValue.OfNumber number) {
        return number.value().doubleValue() + 0.0;
    }
}
