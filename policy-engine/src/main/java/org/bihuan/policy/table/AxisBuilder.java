package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts the inputs of a compiled table into axes. */
final class AxisBuilder {
    private final TableDefinition definition;
    private final RowMasks masks;

    AxisBuilder(CompiledTable table) {
        this.definition = table.definition();
        this.masks = table.masks();
    }

    /** The axes, in the order of their columns. */
    List<Axis> axes() {
        Set<Integer> twins = new HashSet<>();
        for (int column = 0; column < definition.inputs().size(); column++) {
            if (definition.inputs().get(column).type() == InputType.NUMBER) {
                twins.add(definition.twinOf(column));
            }
        }
        List<Axis> axes = new ArrayList<>();
        for (int column = 0; column < definition.inputs().size(); column++) {
            if (!twins.contains(column)) {
                axes.add(axis(column));
            }
        }
        return axes;
    }

    private Axis axis(int column) {
        if (definition.inputs().get(column).type() != InputType.NUMBER) {
            RowSet all = RowSet.all(definition.rules().size());
            return new Axis(column, -1, classes(column, all, all));
        }
        int twin = definition.twinOf(column);
        List<Axis.ValueClass> classes = new ArrayList<>();
        classes.add(new Axis.ValueClass(
                false, List.of(), matched(twin, ColumnSlots.FALSE), possible(twin, ColumnSlots.FALSE)));
        classes.addAll(classes(column, matched(twin, ColumnSlots.TRUE), possible(twin, ColumnSlots.TRUE)));
        return new Axis(column, twin, classes);
    }

    /** The slots of a column, those together that the same rows accept. */
    private List<Axis.ValueClass> classes(int column, RowSet matchedBefore, RowSet possibleBefore) {
        Map<List<RowSet>, List<Integer>> slotsByRows = new LinkedHashMap<>();
        ColumnSlots slots = masks.slots().get(column);
        for (int slot = 0; slot < slots.count(); slot++) {
            if (slots.isInhabited(slot)) {
                List<RowSet> rows = List.of(
                        matched(column, slot).and(matchedBefore),
                        possible(column, slot).and(possibleBefore));
                slotsByRows.computeIfAbsent(rows, key -> new ArrayList<>()).add(slot);
            }
        }
        List<Axis.ValueClass> classes = new ArrayList<>();
        slotsByRows.forEach(
                (rows, members) -> classes.add(new Axis.ValueClass(true, members, rows.getFirst(), rows.getLast())));
        return classes;
    }

    private RowSet matched(int column, int slot) {
        return RowSet.copyOf(masks.matched(), masks.at(column, slot), masks.words());
    }

    private RowSet possible(int column, int slot) {
        return RowSet.copyOf(masks.possible(), masks.at(column, slot), masks.words());
    }
}
