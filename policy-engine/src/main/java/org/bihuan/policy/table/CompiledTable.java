package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table with its parameters bound. Each value of a column is a slot, each slot has the set of rows whose cell holds
 * there as bits, and the rows that match are the AND over the columns. One evaluation costs a hash look-up a text
 * column, a binary search a number column and an AND a column; it allocates nothing. Immutable, thread-safe.
 */
public final class CompiledTable {
    private final TableDefinition definition;
    private final RowMasks masks;
    private final ResultBuilder results;
    private final int words;
    private final long[] matched;
    private final int[] base;
    private final double[][] breakpoints;
    private final TextIndex[] index;
    private final InputType[] types;
    private final int[] slotCount;
    private final int[] twins;

    CompiledTable(TableDefinition definition, RowMasks masks) {
        int columns = definition.inputs().size();
        this.definition = definition;
        this.masks = masks;
        this.results = new ResultBuilder(definition, masks);
        this.words = masks.words();
        this.matched = masks.matched();
        this.base = new int[columns];
        this.breakpoints = new double[columns][];
        this.index = new TextIndex[columns];
        this.types = new InputType[columns];
        this.slotCount = new int[columns];
        this.twins = new int[columns];
        for (int column = 0; column < columns; column++) {
            ColumnSlots slots = masks.slots().get(column);
            base[column] = masks.at(column, 0);
            breakpoints[column] = slots.breakpoints();
            index[column] = slots.words();
            types[column] = slots.column().type();
            slotCount[column] = slots.count();
            twins[column] = slots.column().type() == InputType.NUMBER ? definition.twinOf(column) : -1;
        }
    }

    /** The table as written. */
    public TableDefinition definition() {
        return definition;
    }

    /** The index of a column; throws {@link IllegalArgumentException} when there is none of that name. */
    public int columnIndex(String name) {
        return definition
                .findColumn(name)
                .orElseThrow(() -> new IllegalArgumentException("table " + definition.id() + " has no column " + name));
    }

    /** An empty input, to be filled and used again and again by one thread. */
    public TableInput newInput() {
        return new TableInput(this);
    }

    /** Which rules match; throws {@link IllegalStateException} naming the column when the input lacks a value. */
    public TableResult evaluate(TableInput input) {
        requireComplete(input);
        if (words == 1) {
            long rows = rows(input);
            if ((rows & (rows - 1)) == 0 && results.isSettled(input, rows)) {
                return results.ofSingle(rows);
            }
        }
        return results.evaluate(input);
    }

    /**
     * The rows that match as bits, row 0 the lowest, rows blocked by an unset parameter left out. Allocates nothing;
     * only for tables of at most 64 rows.
     */
    public long evaluateMask(TableInput input) {
        requireOneWord();
        requireComplete(input);
        return rows(input);
    }

    private long rows(TableInput input) {
        int[] slots = input.slots();
        long rows = -1L;
        for (int column = 0; column < slots.length; column++) {
            rows &= matched[base[column] + slots[column]];
        }
        return rows;
    }

    /**
     * The rows whose cell in the column holds in the slot, as bits: the AND over all columns is {@link #evaluateMask}.
     * For working column by column over many inputs; a number that nobody knows is any slot of its column with
     * {@code false} in its twin. Only for tables of at most 64 rows.
     */
    public long rowMask(int column, int slot) {
        requireOneWord();
        return matched[base[column] + Objects.checkIndex(slot, slotCount[column])];
    }

    /** As {@link #rowMask} for an input that cannot be known because a parameter has no value. */
    public long blockedRowMask(int column) {
        requireOneWord();
        return matched[base[column] + slotCount[column]];
    }

    private void requireOneWord() {
        if (words != 1) {
            throw new IllegalStateException("table " + definition.id() + " has more than 64 rules");
        }
    }

    /** As {@link #evaluateMask} for any number of rows; {@code rows} has at least one long for each 64. */
    public void evaluateInto(TableInput input, long[] rows) {
        requireComplete(input);
        for (int word = 0; word < words; word++) {
            long bits = -1L;
            for (int column = 0; column < base.length; column++) {
                bits &= matched[base[column] + input.slot(column) * words + word];
            }
            rows[word] = bits;
        }
    }

    /** The numbers at which the answer may change as this number column grows, ascending; none across unset ones. */
    public List<Threshold> thresholds(int column) {
        List<Threshold> thresholds = new ArrayList<>();
        double[] values = breakpoints[column];
        for (int i = 0; i < values.length; i++) {
            if (differ(column, 2 * i)) {
                thresholds.add(new Threshold(values[i], false));
            }
            if (differ(column, 2 * i + 1)) {
                thresholds.add(new Threshold(values[i], true));
            }
        }
        return List.copyOf(thresholds);
    }

    private boolean differ(int column, int slot) {
        int here = masks.at(column, slot);
        int next = masks.at(column, slot + 1);
        for (int word = 0; word < words; word++) {
            if (matched[here + word] != matched[next + word]
                    || masks.possible()[here + word] != masks.possible()[next + word]) {
                return true;
            }
        }
        return false;
    }

    RowMasks masks() {
        return masks;
    }

    /** The slot of a word; throws {@link IllegalArgumentException} when the column does not list it. */
    public int textSlot(int column, String value) {
        int slot = index[column].slot(value);
        if (slot < 0) {
            requireType(column, InputType.TEXT);
            throw new IllegalArgumentException("column " + name(column) + ": '" + value + "' is not among "
                    + definition.inputs().get(column).allowed());
        }
        return slot;
    }

    /** The slot of a finite number. */
    public int numberSlot(int column, double value) {
        requireType(column, InputType.NUMBER);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("column " + name(column) + ": " + value + " is not a finite number");
        }
        return ColumnSlots.numberSlot(breakpoints[column], value);
    }

    /** The slot of true or false. */
    public int truthSlot(int column, boolean value) {
        requireType(column, InputType.BOOLEAN);
        return value ? ColumnSlots.TRUE : ColumnSlots.FALSE;
    }

    int blockedSlot(int column) {
        return slotCount[column];
    }

    boolean isNumber(int column) {
        return types[column] == InputType.NUMBER;
    }

    int twin(int column) {
        requireType(column, InputType.NUMBER);
        return twins[column];
    }

    private void requireType(int column, InputType wanted) {
        if (types[column] != wanted) {
            throw new IllegalArgumentException(
                    "column " + name(column) + " is a " + types[column].feelName() + ", not a " + wanted.feelName());
        }
    }

    /** Every column has a value, but for a number whose twin says that nobody knows it. */
    private void requireComplete(TableInput input) {
        for (long left = input.missing(); left != 0; left &= left - 1) {
            int column = Long.numberOfTrailingZeros(left);
            boolean unknown = twins[column] >= 0
                    && (input.missing() & (1L << twins[column])) == 0
                    && input.slot(twins[column]) == ColumnSlots.FALSE;
            if (!unknown) {
                throw new IllegalStateException("column " + name(column) + " has no value");
            }
        }
    }

    private String name(int column) {
        return definition.inputs().get(column).name();
    }
}
