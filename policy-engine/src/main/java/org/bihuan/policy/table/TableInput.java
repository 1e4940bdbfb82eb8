package org.bihuan.policy.table;

import java.util.Arrays;
import java.util.Set;

/**
 * The values of one evaluation, column by column. Made once a thread and filled again and again; a value stays until
 * the next one is put in. Not thread-safe.
 */
public final class TableInput {
    private final CompiledTable table;
    private final int[] slots;
    private final String[][] blockedBy;
    private long missing;
    private long blocked;

    TableInput(CompiledTable table) {
        int columns = table.definition().inputs().size();
        this.table = table;
        this.slots = new int[columns];
        this.blockedBy = new String[columns][];
        Arrays.fill(blockedBy, new String[0]);
        clear();
    }

    /** Takes all values out. */
    public void clear() {
        missing = -1L >>> (Long.SIZE - slots.length);
        blocked = 0;
        Arrays.fill(slots, 0);
    }

    /** A word; throws {@link IllegalArgumentException} when the column does not list it. */
    public void text(int column, String value) {
        put(column, table.textSlot(column, value));
    }

    /** A number that is known; its twin column is set apart. Throws when it is not finite. */
    public void number(int column, double value) {
        put(column, table.numberSlot(column, value));
    }

    /** True or false. */
    public void truth(int column, boolean value) {
        put(column, table.truthSlot(column, value));
    }

    /** A number that is known, and {@code true} in its twin column. */
    public void known(int column, double value) {
        number(column, value);
        truth(table.twin(column), true);
    }

    /** A number that nobody knows: {@code false} in its twin column. */
    public void unknown(int column) {
        truth(table.twin(column), false);
        missing |= 1L << column;
        blocked &= ~(1L << column);
        slots[column] = 0;
    }

    /** The value cannot be known because this parameter, or field, has no value. */
    public void blocked(int column, String parameterOrField) {
        blocked(column, Set.of(parameterOrField));
    }

    /** The value cannot be known because these parameters, or fields, have no value. */
    public void blocked(int column, Set<String> parametersOrFields) {
        put(column, table.blockedSlot(column));
        blocked |= 1L << column;
        blockedBy[column] = parametersOrFields.toArray(String[]::new);
    }

    /** As above, and of a number nobody can say either whether it is known. */
    public void blockedWithTwin(int column, String parameterOrField) {
        blocked(column, parameterOrField);
        if (table.isNumber(column)) {
            blocked(table.twin(column), parameterOrField);
        }
    }

    private void put(int column, int slot) {
        slots[column] = slot;
        missing &= ~(1L << column);
        blocked &= ~(1L << column);
    }

    int slot(int column) {
        return slots[column];
    }

    int[] slots() {
        return slots;
    }

    /** The columns without a value, as bits. */
    long missing() {
        return missing;
    }

    boolean anyBlocked() {
        return blocked != 0;
    }

    boolean isBlocked(int column) {
        return (blocked & (1L << column)) != 0;
    }

    String[] blockedBy(int column) {
        return blockedBy[column];
    }
}
