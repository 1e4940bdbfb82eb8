package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Large tables that are complete and without overlap because they are the leaves of a random decision tree. */
final class DecisionTrees {
    private static final int TEXTS = 6;
    private static final int NUMBERS = 4;

    private final SplittableRandom random;
    private final List<InputColumn> columns = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private DecisionTrees(SplittableRandom random) {
        this.random = random;
        for (int i = 0; i < TEXTS; i++) {
            columns.add(InputColumn.text("t" + i, "a", "b", "c", "d", "unknown"));
        }
        for (int i = 0; i < NUMBERS; i++) {
            columns.add(InputColumn.number("n" + i));
            columns.add(InputColumn.truth("n" + i + "_known"));
        }
    }

    static TableDefinition table(SplittableRandom random, int leaves) {
        DecisionTrees tree = new DecisionTrees(random);
        String[] any = new String[tree.columns.size()];
        Arrays.fill(any, "-");
        tree.grow(any, leaves);
        return new TableDefinition("tree", "tree", HitPolicy.UNIQUE, tree.columns, "o", List.of(), tree.rules);
    }

    private void grow(String[] cells, int leaves) {
        List<Integer> free = IntStream.range(0, cells.length)
                .filter(i -> cells[i].equals("-") && isSplit(i))
                .boxed()
                .toList();
        if (leaves <= 1 || free.isEmpty()) {
            List<Cell> row = Arrays.stream(cells).map(Cell::of).toList();
            rules.add(new Rule("r" + rules.size(), row, "o" + random.nextInt(5), List.of(), ""));
            return;
        }
        int column = free.get(random.nextInt(free.size()));
        if (column < TEXTS) {
            String word = "\"" + "abcd".charAt(random.nextInt(4)) + "\"";
            grow(with(cells, column, word), leaves / 2);
            grow(with(cells, column, "not(" + word + ")"), leaves - leaves / 2);
            return;
        }
        String[] known = with(cells, column + 1, "true");
        int third = Math.max(1, leaves / 3);
        int low = random.nextInt(5) * 24;
        grow(with(cells, column + 1, "false"), 1);
        grow(with(known, column, "< " + low), third);
        grow(with(known, column, "[" + low + ".." + (low + 24) + ")"), third);
        grow(with(known, column, ">= " + (low + 24)), leaves - 2 * third);
    }

    /** Text columns, and number columns whose twin is free. */
    private boolean isSplit(int column) {
        return column < TEXTS || (column - TEXTS) % 2 == 0;
    }

    private static String[] with(String[] cells, int column, String cell) {
        String[] copy = cells.clone();
        copy[column] = cell;
        return copy;
    }
}
