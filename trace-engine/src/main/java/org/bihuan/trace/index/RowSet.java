package org.bihuan.trace.index;

/**
 * Tells new rows of one day from repeats: a row with a scan id is the same as another with that id, a row without one is
 * the same as another with equal content. Open addressing over row numbers; expected O(1) a row.
 */
final class RowSet {

    private final RowColumns rows;
    private final int[] table;
    private final int shift;

    /** A set that will hold at most so many rows of the columns. */
    RowSet(RowColumns rows, int limit) {
        this.rows = rows;
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(limit));
        table = new int[1 << bits];
        shift = 64 - bits;
    }

    /** Enters the row, or tells why it is not fresh. */
    RowOutcome add(int row) {
        int mask = table.length - 1;
        int at = (int) (hash(row) >>> shift);
        while (table[at] != 0) {
            int other = table[at] - 1;
            if (rows.hasId(row) ? isSameId(row, other) : !rows.hasId(other) && isSameContent(row, other)) {
                return isSameContent(row, other) ? RowOutcome.REPEATED : RowOutcome.CONFLICTING;
            }
            at = (at + 1) & mask;
        }
        table[at] = row + 1;
        return RowOutcome.FRESH;
    }

    private long hash(int row) {
        long value = rows.hasId(row)
                ? rows.idLow(row)
                : ((long) rows.persons[row] << 32 | rows.places[row]) * 0x9E3779B97F4A7C15L
                        + ((long) rows.enters[row] << 32 | rows.leaves[row] & 0xFFFFFFFFL);
        value = (value ^ value >>> 32) * 0xBF58476D1CE4E5B9L;
        return (value ^ value >>> 29) * 0x94D049BB133111EBL;
    }

    private boolean isSameId(int row, int other) {
        return rows.idHigh(row) == rows.idHigh(other) && rows.idLow(row) == rows.idLow(other);
    }

    private boolean isSameContent(int row, int other) {
        return rows.persons[row] == rows.persons[other]
                && rows.places[row] == rows.places[other]
                && rows.enters[row] == rows.enters[other]
                && rows.leaves[row] == rows.leaves[other];
    }
}
