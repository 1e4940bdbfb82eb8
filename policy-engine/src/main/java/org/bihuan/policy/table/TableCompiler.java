package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Turns a definition with its parameters into slots and row masks. */
final class TableCompiler {
    private final TableDefinition definition;
    private final CellBinder binder;

    private TableCompiler(TableDefinition definition, ParameterValues parameters) {
        this.definition = definition;
        this.binder = new CellBinder(parameters);
    }

    static CompiledTable compile(TableDefinition definition, ParameterValues parameters) {
        TableCompiler compiler = new TableCompiler(definition, parameters);
        List<ColumnSlots> slots = new ArrayList<>();
        List<List<SlotCell>> cells = new ArrayList<>();
        try {
            for (int column = 0; column < definition.inputs().size(); column++) {
                ColumnSlots columnSlots = compiler.slots(column);
                slots.add(columnSlots);
                cells.add(compiler.cells(column, columnSlots));
            }
        } catch (TableFormatException fault) {
            throw fault.inTable(definition.id());
        }
        return new CompiledTable(definition, new RowMasks(definition, slots, cells));
    }

    private ColumnSlots slots(int column) {
        InputColumn input = definition.inputs().get(column);
        TreeSet<Double> breakpoints = new TreeSet<>();
        for (Rule rule : definition.rules()) {
            try {
                binder.check(input, rule.cells().get(column).test(), breakpoints);
            } catch (TableFormatException fault) {
                throw fault.inRule(rule.id())
                        .inColumn(input.name())
                        .offending(rule.cells().get(column).text());
            }
        }
        return new ColumnSlots(
                input, breakpoints.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<SlotCell> cells(int column, ColumnSlots slots) {
        List<SlotCell> cells = new ArrayList<>();
        for (Rule rule : definition.rules()) {
            cells.add(binder.resolve(slots, rule.cells().get(column).test()));
        }
        return List.copyOf(cells);
    }
}
