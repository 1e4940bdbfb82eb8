package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.table.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Answers all people of a block by two tables and counts equal pairs of answers. Linear in people and columns; a thread
 * takes every so many-th part and counts for itself.
 */
final class ColumnJudge {
    private static final int PART = 1 << 16;

    private final WhatIf.Block block;
    private final WhatIfSide before;
    private final WhatIfSide after;
    private final @Nullable ColumnMasks[] old;
    private final @Nullable ColumnMasks[] fresh;

    ColumnJudge(WhatIf.Block block, WhatIfSide before, WhatIfSide after) {
        this.block = block;
        this.before = before;
        this.after = after;
        int divisions = block.divisions.size();
        this.old = new @Nullable ColumnMasks[divisions];
        this.fresh = new @Nullable ColumnMasks[divisions];
        for (int i = 0; i < divisions; i++) {
            WhatIfQuestion question = block.question;
            DivisionCode division = block.divisions.get(i);
            old[i] = ColumnMasks.of(before, question.kind(), question.before(), block.old, division);
            fresh[i] = ColumnMasks.of(after, question.kind(), question.after(), block.fresh, division);
        }
    }

    List<WhatIf.Count> run(int threads) {
        PairCounts all = IntStream.range(0, Math.max(1, threads))
                .parallel()
                .mapToObj(thread -> count(thread, Math.max(1, threads)))
                .reduce(new PairCounts(), PairCounts::plus);
        List<WhatIf.Count> counts = new ArrayList<>();
        all.forEach((division, mine, theirs, people) -> counts.add(new WhatIf.Count(
                block.question.name(),
                block.divisions.get(division),
                answer(before, block.question.before(), mine),
                answer(after, block.question.after(), theirs),
                people)));
        return counts;
    }

    private PairCounts count(int thread, int threads) {
        PairCounts counts = new PairCounts();
        byte[][] oldCodes = codes(block.old);
        double[][] oldNumbers = numbers(block.old);
        byte[][] freshCodes = codes(block.fresh);
        double[][] freshNumbers = numbers(block.fresh);
        for (int start = thread * PART; start < block.size; start += threads * PART) {
            int end = Math.min(block.size, start + PART);
            for (int row = start; row < end; row++) {
                int division = block.division[row];
                counts.add(
                        division,
                        answer(old[division], oldCodes, oldNumbers, block.states[2 * row], row),
                        answer(fresh[division], freshCodes, freshNumbers, block.states[2 * row + 1], row));
            }
        }
        return counts;
    }

    /** Rows as bits where the tables are asked; minus the state where they are not. */
    private static long answer(@Nullable ColumnMasks masks, byte[][] codes, double[][] numbers, byte state, int row) {
        return state == WhatIf.State.JUDGED.ordinal() && masks != null
                ? masks.answer(codes, numbers, row)
                : -1L - state;
    }

    private static byte[][] codes(ValueColumn[] columns) {
        return Arrays.stream(columns).map(ValueColumn::codes).toArray(byte[][]::new);
    }

    private static double[][] numbers(ValueColumn[] columns) {
        return Arrays.stream(columns).map(ValueColumn::numbers).toArray(double[][]::new);
    }

    private final Map<WhatIfSide, Map<Long, WhatIf.Answer>> known = new HashMap<>();

    private WhatIf.Answer answer(WhatIfSide side, @Nullable String table, long bits) {
        return known.computeIfAbsent(side, each -> new HashMap<>()).computeIfAbsent(bits, each -> {
            if (each < 0 || table == null) {
                return new WhatIf.Answer(WhatIf.State.values()[(int) (-1L - each)], List.of(), List.of());
            }
            var use = side.bound(block.question.kind(), table, null).use();
            List<Rule> rules = use.definition().rules();
            List<String> outcomes = new ArrayList<>();
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < rules.size(); row++) {
                if ((each & (1L << row)) != 0) {
                    outcomes.add(rules.get(row).outcome());
                    rows.add(use.key() + "/" + rules.get(row).id());
                }
            }
            return new WhatIf.Answer(WhatIf.State.JUDGED, List.copyOf(outcomes), List.copyOf(rows));
        });
    }
}
