package org.bihuan.policy.table;

import java.util.List;

/**
 * For every slot of every column the set of rows whose cell holds there, and of those whose cell may hold once unset
 * parameters have values. A set is {@code words} longs in a row; one further slot a column stands for "blocked: the
 * input cannot be known". Immutable.
 */
final class RowMasks {
    private final List<ColumnSlots> slots;
    private final List<List<SlotCell>> cells;
    private final int words;
    private final int[] base;
    private final long[] matched;
    private final long[] possible;
    private final boolean open;

    RowMasks(TableDefinition definition, List<ColumnSlots> slots, List<List<SlotCell>> cells) {
        this.slots = List.copyOf(slots);
        this.cells = List.copyOf(cells);
        this.words = (definition.rules().size() + Long.SIZE - 1) / Long.SIZE;
        this.base = new int[slots.size()];
        int size = 0;
        for (int column = 0; column < base.length; column++) {
            base[column] = size;
            size += (slots.get(column).count() + 1) * words;
        }
        this.matched = new long[size];
        this.possible = new long[size];
        boolean anyOpen = false;
        for (int column = 0; column < base.length; column++) {
            anyOpen |= fill(column);
        }
        this.open = anyOpen;
        for (int column = 0; column < base.length; column++) {
            if (slots.get(column).column().type() == InputType.NUMBER) {
                guard(column, definition.twinOf(column));
            }
        }
    }

    /** Whether a cell depends on an unset parameter. */
    private boolean fill(int column) {
        boolean anyOpen = false;
        int blocked = slots.get(column).count();
        for (int row = 0; row < cells.get(column).size(); row++) {
            SlotCell cell = cells.get(column).get(row);
            for (int slot = 0; slot < blocked; slot++) {
                Truth truth = cell.at(slot);
                set(column, slot, row, truth);
                anyOpen |= truth == Truth.OPEN;
            }
            set(column, blocked, row, cell.any() ? Truth.YES : Truth.OPEN);
        }
        return anyOpen;
    }

    private void set(int column, int slot, int row, Truth truth) {
        int word = at(column, slot) + row / Long.SIZE;
        long bit = 1L << row;
        if (truth == Truth.YES) {
            matched[word] |= bit;
        }
        if (truth != Truth.NO) {
            possible[word] |= bit;
        }
    }

    /** While the twin says a number is not known, no row that tests the number can match; put into the twin's masks. */
    private void guard(int number, int twin) {
        int blocked = slots.get(number).count();
        for (int word = 0; word < words; word++) {
            long free = matched[at(number, blocked) + word];
            matched[at(twin, ColumnSlots.FALSE) + word] &= free;
            possible[at(twin, ColumnSlots.FALSE) + word] &= free;
            matched[at(twin, slots.get(twin).count()) + word] &= free;
        }
    }

    /** Whether some cell depends on an unset parameter. */
    boolean anyOpen() {
        return open;
    }

    int words() {
        return words;
    }

    List<ColumnSlots> slots() {
        return slots;
    }

    SlotCell cell(int column, int row) {
        return cells.get(column).get(row);
    }

    /** Index of the first word of a slot in {@link #matched()} and {@link #possible()}. */
    int at(int column, int slot) {
        return base[column] + slot * words;
    }

    long[] matched() {
        return matched;
    }

    long[] possible() {
        return possible;
    }
}
