package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks for inputs that no row answers: axis by axis, keeping the rows still alive. A branch ends when no row is left
 * (a gap), when some row accepts all that is left (no gap), or when the same rows were alive at the same axis before.
 * Exact, exponential at worst, and so given a budget of steps.
 */
final class GapSearch {
    /** How many branches may be looked at: some seconds at most. */
    private static final long STEPS = 4_000_000;

    private static final int STATES = 200_000;
    private static final int EXAMPLES = 5;
    private static final int GAPS_SEEN = 200;

    private final List<Axis> axes;
    private final List<RowSet> free = new ArrayList<>();
    private final Set<State> seen = new HashSet<>();
    private final Set<Box> gaps = new LinkedHashSet<>();
    private final List<Integer> path = new ArrayList<>();
    private final RowSet all;
    private long steps;
    private int gapsSeen;
    private boolean exhausted;

    private record State(int axis, RowSet alive) {}

    GapSearch(List<Axis> axes, int rows) {
        // Axes cut into many classes come first: each class keeps few rows, so that branches end early
        this.axes = axes.stream()
                .sorted(Comparator.comparingInt(axis -> -axis.classes().size()))
                .toList();
        this.all = RowSet.all(rows);
        RowSet accepting = all;
        free.add(all);
        for (Axis axis : this.axes.reversed()) {
            for (Axis.ValueClass value : axis.classes()) {
                accepting = accepting.and(value.possible());
            }
            free.addFirst(accepting);
        }
    }

    /** Some gaps as boxes as wide as easily found; empty when there is none or the budget is spent. */
    Set<Box> gaps() {
        search(0, all);
        return gaps;
    }

    /** Whether the budget was spent before all was seen; without a gap found nothing is proved then. */
    boolean isExhausted() {
        return exhausted;
    }

    /** How many branches were looked at. */
    long steps() {
        return steps;
    }

    private void search(int axis, RowSet alive) {
        if (alive.isEmpty()) {
            gapsSeen++;
            gaps.add(widened());
            return;
        }
        if (alive.intersects(free.get(axis)) || !seen.add(new State(axis, alive))) {
            return;
        }
        for (int index = 0; index < axes.get(axis).classes().size() && !isOver(); index++) {
            path.add(index);
            search(axis + 1, alive.and(axes.get(axis).classes().get(index).possible()));
            path.removeLast();
        }
    }

    private boolean isOver() {
        exhausted |= ++steps > STEPS || seen.size() > STATES;
        return exhausted || gaps.size() >= EXAMPLES || gapsSeen >= GAPS_SEEN;
    }

    /** The classes on the path, with every class added that still leaves no row in the box. */
    private Box widened() {
        List<SortedSet<Integer>> chosen = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            chosen.add(axis < path.size() ? new TreeSet<>(Set.of(path.get(axis))) : everyClass(axis));
        }
        for (int axis = 0; axis < path.size(); axis++) {
            RowSet others = rowsOfOthers(chosen, axis);
            if (!rows(axis, everyClass(axis)).intersects(others)) {
                chosen.set(axis, everyClass(axis));
                continue;
            }
            boolean known = axes.get(axis).classes().get(path.get(axis)).known();
            for (int index = 0; index < axes.get(axis).classes().size(); index++) {
                Axis.ValueClass candidate = axes.get(axis).classes().get(index);
                // Known and unknown together cannot be said in one cell, but for '-' tried above
                if (candidate.known() == known && !candidate.possible().intersects(others)) {
                    chosen.get(axis).add(index);
                }
            }
        }
        return new Box(axes, chosen);
    }

    private SortedSet<Integer> everyClass(int axis) {
        SortedSet<Integer> every = new TreeSet<>();
        for (int index = 0; index < axes.get(axis).classes().size(); index++) {
            every.add(index);
        }
        return every;
    }

    private RowSet rowsOfOthers(List<SortedSet<Integer>> chosen, int except) {
        RowSet rows = all;
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axis != except) {
                rows = rows.and(rows(axis, chosen.get(axis)));
            }
        }
        return rows;
    }

    /** Rows that accept at least one of the classes. */
    private RowSet rows(int axis, SortedSet<Integer> classes) {
        RowSet rows = axes.get(axis).classes().get(classes.first()).possible();
        for (int index : classes) {
            rows = rows.or(axes.get(axis).classes().get(index).possible());
        }
        return rows;
    }
}
