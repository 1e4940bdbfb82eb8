package org.bihuan.trace.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of ints, to be compared between engines. */
final class Answer {
    private final List<int[]> rows = new ArrayList<>();

    void add(int... row) {
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    /** Where the other answer differs first; empty when it is the same, row by row. */
    String difference(Answer other) {
        for (int i = 0; i < Math.max(rows.size(), other.rows.size()); i++) {
            String mine = i < rows.size() ? Arrays.toString(rows.get(i)) : "nothing";
            String theirs = i < other.rows.size() ? Arrays.toString(other.rows.get(i)) : "nothing";
            if (!mine.equals(theirs)) {
                return "row " + i + ": " + mine + " against " + theirs;
            }
        }
        return "";
    }
}
