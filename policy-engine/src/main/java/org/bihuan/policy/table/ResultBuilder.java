package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes results out of row masks. The answers that need no explanation are made once. Immutable. */
final class ResultBuilder {
    private final TableDefinition definition;
    private final RowMasks masks;
    private final TableResult nothing = new TableResult(List.of(), List.of(), new TreeSet<>());
    private final List<TableResult> single = new ArrayList<>();

    ResultBuilder(TableDefinition definition, RowMasks masks) {
        this.definition = definition;
        this.masks = masks;
        for (int row = 0; row < definition.rules().size(); row++) {
            single.add(new TableResult(List.of(row), List.of(), new TreeSet<>()));
        }
    }

    /** Whether no blocked row can change the answer; the rows that match are given, of a table of one word. */
    boolean isSettled(TableInput input, long rows) {
        return (rows != 0 && definition.hitPolicy() == HitPolicy.UNIQUE) || !(input.anyBlocked() || masks.anyOpen());
    }

    /** The answer of no row or one. */
    TableResult ofSingle(long rows) {
        return rows == 0 ? nothing : single.get(Long.numberOfTrailingZeros(rows));
    }

    TableResult evaluate(TableInput input) {
        long[] matched = rows(input, masks.matched());
        List<Integer> hits = indexes(matched);
        if (definition.hitPolicy() != HitPolicy.UNIQUE || hits.isEmpty()) {
            long[] open = rows(input, masks.possible());
            for (int word = 0; word < open.length; word++) {
                open[word] &= ~matched[word];
            }
            List<Integer> blocked = indexes(open);
            if (!blocked.isEmpty()) {
                return new TableResult(hits, blocked, blockedBy(input, blocked));
            }
        }
        return switch (hits.size()) {
            case 0 -> nothing;
            case 1 -> single.get(hits.getFirst());
            default -> new TableResult(hits, List.of(), new TreeSet<>());
        };
    }

    private long[] rows(TableInput input, long[] source) {
        long[] rows = new long[masks.words()];
        Arrays.fill(rows, -1L);
        for (int column = 0; column < masks.slots().size(); column++) {
            int at = masks.at(column, input.slot(column));
            for (int word = 0; word < rows.length; word++) {
                rows[word] &= source[at + word];
            }
        }
        return rows;
    }

    private SortedSet<String> blockedBy(TableInput input, List<Integer> rows) {
        SortedSet<String> names = new TreeSet<>();
        for (int row : rows) {
            for (int column = 0; column < masks.slots().size(); column++) {
                SlotCell cell = masks.cell(column, row);
                if (!input.isBlocked(column)) {
                    cell.addUnset(input.slot(column), names);
                } else if (!isMatched(column, input.slot(column), row)) {
                    names.addAll(List.of(input.blockedBy(column)));
                }
            }
        }
        return names;
    }

    private boolean isMatched(int column, int slot, int row) {
        return (masks.matched()[masks.at(column, slot) + row / Long.SIZE] & (1L << row)) != 0;
    }

    private static List<Integer> indexes(long[] rows) {
        List<Integer> indexes = new ArrayList<>();
        for (int word = 0; word < rows.length; word++) {
            for (long left = rows[word]; left != 0; left &= left - 1) {
                indexes.add(word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        return indexes;
    }
}
