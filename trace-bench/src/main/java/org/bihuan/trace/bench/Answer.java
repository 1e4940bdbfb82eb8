package org.bihuan.trace.bench;

import java.util.Arrays;

/** Rows of so many ints, in one array so that keeping a hundred thousand of them costs no engine much; to be compared. */
final class Answer {
    private final int columns;
    private int[] values = new int[4096];
    private int used;

    Answer(int columns) {
        this.columns = columns;
    }

    /** Appends one value; as many as there are columns make a row. */
    void add(int value) {
        if (used == values.length) {
            values = Arrays.copyOf(values, used * 2);
        }
        values[used++] = value;
    }

    int size() {
        return used / columns;
    }

    /** Where the other answer differs first; empty when it is the same, row by row. */
    String difference(Answer other) {
        for (int i = 0; i < Math.max(size(), other.size()); i++) {
            String mine = row(i);
            String theirs = other.row(i);
            if (!mine.equals(theirs)) {
                return "row " + i + ": " + mine + " against " + theirs;
            }
        }
        return "";
    }

    private String row(int index) {
        return index < size()
                ? Arrays.toString(Arrays.copyOfRange(values, index * columns, (index + 1) * columns))
                : "nothing";
    }
}
