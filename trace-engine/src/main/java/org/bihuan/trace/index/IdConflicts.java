package org.bihuan.trace.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Finds scan ids that name visits on two days: the same id with another content. What the index holds stands; among new
 * rows the earlier day stands. Works through the ids in slices by their first bits, so that memory stays bounded whatever
 * their number; each slice is one pass over the id columns.
 */
final class IdConflicts {
    private static final int SLICE = 4 << 20;

    private final Spool spool;
    private final Journal journal;
    private final Set<RowKey> conflicting = new HashSet<>();

    /** A new row that must not enter: its id and the day it came with. */
    record RowKey(int day, long idHigh, long idLow) {}

    IdConflicts(Spool spool, Journal journal) {
        this.spool = spool;
        this.journal = journal;
    }

    /** Ids of new rows that are already taken by a visit on another day. */
    Set<RowKey> find(Iterable<Integer> journalDays) throws IOException {
        NavigableSet<Integer> newDays = spool.days();
        long ids = spool.ids();
        if (ids == 0) {
            return conflicting;
        }
        int slices = (int) (ids / SLICE) + 1;
        for (int slice = 0; slice < slices; slice++) {
            IdDays known = new IdDays((int) (ids / slices) + 16);
            for (int day : newDays) {
                enter(spool.rows(day), day, slice, slices, known);
            }
            for (int day : journalDays) {
                lookUp(journal.rows(day), day, slice, slices, known);
            }
        }
        return conflicting;
    }

    private static boolean isIn(RowColumns rows, int row, int slice, int slices) {
        return rows.hasId(row) && (int) ((rows.idHigh(row) >>> 33) % slices) == slice;
    }

    private void enter(RowColumns rows, int day, int slice, int slices, IdDays known) {
        for (int row = 0; row < rows.size; row++) {
            if (isIn(rows, row, slice, slices)) {
                int other = known.putIfAbsent(rows.idHigh(row), rows.idLow(row), day);
                if (other != day) {
                    conflicting.add(new RowKey(day, rows.idHigh(row), rows.idLow(row)));
                }
            }
        }
    }

    private void lookUp(RowColumns rows, int day, int slice, int slices, IdDays known) {
        for (int row = 0; row < rows.size; row++) {
            if (isIn(rows, row, slice, slices)) {
                int other = known.get(rows.idHigh(row), rows.idLow(row));
                if (other != IdDays.ABSENT && other != day) {
                    conflicting.add(new RowKey(other, rows.idHigh(row), rows.idLow(row)));
                }
            }
        }
    }
}
