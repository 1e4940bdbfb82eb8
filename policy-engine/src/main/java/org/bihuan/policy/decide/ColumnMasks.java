package org.bihuan.policy.decide;

import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that each value of each column leaves, for the values of one division: the answer to a person is
 * the AND over the columns. Immutable once made.
 */
final class ColumnMasks {
    private final long[][] byCode;
    private final double[][] bounds;
    private final long[][] bySlot;

    private ColumnMasks(int columns) {
        byCode = new long[columns][];
        bounds = new double[columns][];
        bySlot = new long[columns][];
    }

    static @Nullable ColumnMasks of(
            WhatIfSide side,
            String kind,
            @Nullable String key,
            ValueColumn[] columns,
            @Nullable DivisionCode division) {
        if (key == null) {
            return null;
        }
        BoundTable bound = side.bound(kind, key, division);
        CompiledTable table = bound.table();
        ColumnMasks masks = new ColumnMasks(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int column = bound.inputs().get(i).column();
            long[] byCode = new long[ValueColumn.FIRST_WORD + columns[i].words().size()];
            if (columns[i].words().isEmpty()) {
                masks.addNumbers(i, column, table, byCode);
            } else {
                byCode[ValueColumn.BLOCKED] = table.blockedRowMask(column);
                for (int word = 0; word < columns[i].words().size(); word++) {
                    byCode[ValueColumn.FIRST_WORD + word] = table.rowMask(
                            column, table.textSlot(column, columns[i].words().get(word)));
                }
            }
            masks.byCode[i] = byCode;
        }
        return masks;
    }

    private void addNumbers(int i, int column, CompiledTable table, long[] byCode) {
        byCode[ValueColumn.BLOCKED] = table.blockedRowMask(column);
        boolean number = table.definition().inputs().get(column).type() == org.bihuan.policy.table.InputType.NUMBER;
        if (!number) {
            return;
        }
        int twin = table.columnIndex(table.definition().inputs().get(column).twinName());
        double[] points = table.thresholds(column).stream()
                .mapToDouble(Threshold::value)
                .distinct()
                .sorted()
                .toArray();
        bounds[i] = points;
        long known = table.rowMask(twin, table.truthSlot(twin, true));
        long[] slots = new long[2 * points.length + 1];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = known & table.rowMask(column, table.numberSlot(column, inside(points, slot)));
        }
        bySlot[i] = slots;
        byCode[ValueColumn.BLOCKED] &= table.blockedRowMask(twin);
        byCode[ValueColumn.UNKNOWN] = table.rowMask(twin, table.truthSlot(twin, false));
    }

    /** Some number of the slot; between two neighbouring doubles there may be none, and then nobody has it. */
    private static double inside(double[] points, int slot) {
        int above = slot / 2;
        if (points.length == 0) {
            return 0;
        }
        if (slot % 2 == 1) {
            return points[above];
        }
        if (above == 0) {
            return Math.nextDown(points[0]);
        }
        return above == points.length ? Math.nextUp(points[above - 1]) : Math.nextUp(points[above - 1]);
    }

    /** The rows that answer the person. */
    long answer(byte[][] codes, double[][] numbers, int row) {
        long rows = -1L;
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i][row];
            rows &= code == ValueColumn.NUMBER ? bySlot[i][slot(bounds[i], numbers[i][row])] : byCode[i][code];
        }
        return rows & Long.MAX_VALUE;
    }

    /** Two slots for each bound below the value, one more when it is a bound; counting has no branch to be guessed. */
    private static int slot(double[] bounds, double value) {
        int slot = 0;
        for (double bound : bounds) {
            slot += (bound < value ? 1 : 0) + (bound <= value ? 1 : 0);
        }
        return slot;
    }
}
