package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A box of inputs: on each axis a set of classes, by index.
 *
 * @param axes the axes of the table
 * @param chosen the classes of each axis, none empty
 */
record Box(List<Axis> axes, List<SortedSet<Integer>> chosen) {
    /** A row of cells that answers the inputs of the box: these at least, and as S-FEEL can say it these only. */
    List<String> row(List<ColumnSlots> slots) {
        String[] cells = new String[slots.size()];
        Arrays.fill(cells, "-");
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            if (chosen.get(i).size() == axis.classes().size()) {
                continue;
            }
            SortedSet<Integer> members = new TreeSet<>();
            for (int index : chosen.get(i)) {
                members.addAll(axis.classes().get(index).slots());
            }
            if (axis.isPair()) {
                cells[axis.twin()] = Boolean.toString(!members.isEmpty());
            }
            if (!members.isEmpty()) {
                cells[axis.column()] = slots.get(axis.column()).cell(List.copyOf(members));
            }
        }
        return List.of(cells);
    }

    /** One input of the box. */
    ExampleInput example(List<ColumnSlots> slots) {
        String[] literals = new String[slots.size()];
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            Axis.ValueClass value = axis.classes().get(chosen.get(i).first());
            ColumnSlots column = slots.get(axis.column());
            literals[axis.column()] =
                    value.known() ? column.example(value.slots().getFirst()) : Decimals.text(0);
            if (axis.isPair()) {
                literals[axis.twin()] = Boolean.toString(value.known());
            }
        }
        List<ExampleInput.Value> values = new ArrayList<>();
        for (int column = 0; column < literals.length; column++) {
            values.add(new ExampleInput.Value(slots.get(column).column().name(), literals[column]));
        }
        return new ExampleInput(values);
    }
}
