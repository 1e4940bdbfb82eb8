package org.bihuan.policy.table;

import java.util.List;

/**
 * One independent input of a table, cut into classes of values that no row tells apart. A number and its twin make one
 * axis: while the number is not known its value does not matter.
 *
 * @param column the column; of a pair the number
 * @param twin the twin of a number, or -1
 * @param classes every value of the input is in exactly one of them
 */
record Axis(int column, int twin, List<ValueClass> classes) {
    Axis {
        classes = List.copyOf(classes);
    }

    /**
     * Values that no row tells apart.
     *
     * @param known false for "a number that nobody knows"
     * @param slots the slots of the column, ascending; empty when not known
     * @param matched rows whose cells hold
     * @param possible rows whose cells hold or may hold once unset parameters have values
     */
    record ValueClass(boolean known, List<Integer> slots, RowSet matched, RowSet possible) {
        ValueClass {
            slots = List.copyOf(slots);
        }
    }

    boolean isPair() {
        return twin >= 0;
    }
}
