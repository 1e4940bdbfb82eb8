package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks for pairs of rows that accept one input. Two rows do exactly when on every axis some class is accepted by both,
 * so that no search is needed.
 */
final class OverlapSearch {
    private final List<Axis> axes;
    private final int rows;

    OverlapSearch(List<Axis> axes, int rows) {
        this.axes = axes;
        this.rows = rows;
    }

    /** The rows below this one that accept an input that it accepts. */
    List<Integer> overlapping(int row) {
        RowSet together = RowSet.all(rows);
        for (Axis axis : axes) {
            RowSet onAxis = RowSet.none(rows);
            for (Axis.ValueClass value : axis.classes()) {
                if (value.matched().contains(row)) {
                    onAxis = onAxis.or(value.matched());
                }
            }
            together = together.and(onAxis);
        }
        List<Integer> below = new ArrayList<>();
        for (int other = row + 1; other < rows; other++) {
            if (together.contains(other)) {
                below.add(other);
            }
        }
        return below;
    }

    /** The inputs that both rows accept, given that there are some. */
    Box common(int first, int second) {
        List<SortedSet<Integer>> chosen = new ArrayList<>();
        for (Axis axis : axes) {
            SortedSet<Integer> classes = new TreeSet<>();
            for (int index = 0; index < axis.classes().size(); index++) {
                RowSet matched = axis.classes().get(index).matched();
                if (matched.contains(first) && matched.contains(second)) {
                    classes.add(index);
                }
            }
            chosen.add(classes);
        }
        return new Box(axes, chosen);
    }

    /** Whether no input reaches the row, whatever unset parameters will be. */
    boolean isUnreachable(int row) {
        return axes.stream()
                .anyMatch(axis -> axis.classes().stream()
                        .noneMatch(value -> value.possible().contains(row)));
    }
}
