package org.bihuan.trace.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bihuan.trace.spi.VisitSink;

/**
 * Gives rows without leave the earlier of enter + assumed stay and the person's next, strictly later, enter at another
 * place; hands out all rows whose stay is then no longer than the longest believed. Rows that are too long still count as
 * an enter elsewhere. n log n in the rows of the people concerned.
 */
final class LeaveResolver {
    private final IndexSettings settings;
    private final RowColumns day;
    private final List<RowColumns> following;
    private RowColumns enters = new RowColumns(16);
    private long[] byPersonAndEnter = new long[0];

    /** For the rows of a day, with the rows of the days in which an assumed stay may be cut short. */
    LeaveResolver(IndexSettings settings, RowColumns day, List<RowColumns> following) {
        this.settings = settings;
        this.day = day;
        this.following = following;
    }

    void forEachVisit(VisitSink sink) {
        if (day.countOpen() > 0) {
            collectEnters();
        }
        for (int row = 0; row < day.size; row++) {
            int enter = day.enters[row];
            int leave = day.isOpen(row) ? assumedLeave(row) : day.leaves[row];
            if (leave - enter <= settings.maxStayMinutes()) {
                sink.visit(day.persons[row], day.places[row], enter, leave);
            }
        }
    }

    /** All enters of people with open rows, in the order of person and enter. */
    private void collectEnters() {
        BitSet people = new BitSet();
        for (int row = 0; row < day.size; row++) {
            if (day.isOpen(row)) {
                people.set(day.persons[row]);
            }
        }
        RowColumns found = new RowColumns(16);
        copy(day, people, found);
        following.forEach(rows -> copy(rows, people, found));
        enters = sorted(found, found.enters);
        byPersonAndEnter = new long[enters.size];
        RowColumns byPerson = sorted(enters, enters.persons);
        for (int i = 0; i < byPerson.size; i++) {
            byPersonAndEnter[i] = (long) byPerson.persons[i] << 32 | byPerson.enters[i];
        }
        enters = byPerson;
    }

    private static void copy(RowColumns rows, BitSet people, RowColumns into) {
        for (int row = 0; row < rows.size; row++) {
            if (people.get(rows.persons[row])) {
                into.add(rows.persons[row], rows.places[row], rows.enters[row], rows.leaves[row], 0, 0);
            }
        }
    }

    private static RowColumns sorted(RowColumns rows, int[] column) {
        long[] order = new long[rows.size];
        for (int row = 0; row < rows.size; row++) {
            order[row] = (long) column[row] << 32 | row;
        }
        Arrays.sort(order);
        RowColumns result = new RowColumns(rows.size);
        for (long key : order) {
            result.addFrom(rows, (int) key);
        }
        return result;
    }

    private int assumedLeave(int row) {
        int enter = day.enters[row];
        int assumed = enter + settings.assumedStayMinutes().orElseThrow();
        long key = (long) day.persons[row] << 32 | (enter + 1);
        int at = Arrays.binarySearch(byPersonAndEnter, key);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && byPersonAndEnter[at - 1] == key) {
            at--;
        }
        for (; at < enters.size; at++) {
            if (enters.persons[at] != day.persons[row] || enters.enters[at] >= assumed) {
                return assumed;
            }
            if (enters.places[at] != day.places[row]) {
                return enters.enters[at];
            }
        }
        return assumed;
    }
}
