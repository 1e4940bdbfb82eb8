package org.bihuan.policy.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.policy.decide.BoundPack;
import org.bihuan.policy.format.PackCheck.Problem;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Vocabulary.MeasureKind;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.Rule;

/**
 * Finds where two orders answer the same person differently: a row of the child and a row of the parent that some input
 * fits, whose measures restrict differently. Rows are conjunctions over columns, so two rows meet exactly when they meet
 * in every column they share, and nothing has to be tried in combination. Columns are the same when they have the same
 * name; tables of more than 64 rows are not compared. A row that refuses says nothing, and contradicts nothing. Pure.
 */
final class RowContradictions {
    private final Pack child;
    private final Pack parent;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private RowContradictions(Pack child, Pack parent) {
        this.child = child;
        this.parent = parent;
    }

    /** What rows of one outcome each have in common: their clauses, and an input that fits the first pair. */
    private record Found(
            String tables,
            OutcomeDefinition mine,
            OutcomeDefinition theirs,
            String axis,
            boolean stricter,
            Set<String> myClauses,
            Set<String> theirClauses,
            String example) {}

    /** Notifications, one for each pair of outcomes that meet and differ on an axis, with the clauses of both. */
    static List<Problem> of(Pack child, Pack parent) {
        RowContradictions search = new RowContradictions(child, parent);
        for (TableUse mine : child.tables()) {
            for (TableUse theirs : parent.tables()) {
                boolean small = mine.definition().rules().size() <= SharedColumns.MOST_ROWS
                        && theirs.definition().rules().size() <= SharedColumns.MOST_ROWS;
                if (small
                        && mine.episode().equals(theirs.episode())
                        && restricts(child, mine)
                        && restricts(parent, theirs)) {
                    search.compare(mine, theirs);
                }
            }
        }
        return search.found.values().stream().map(search::problem).toList();
    }

    private void compare(TableUse mine, TableUse theirs) {
        SharedColumns columns = SharedColumns.of(compiled(child, mine), compiled(parent, theirs));
        for (int i = 0; i < mine.definition().rules().size(); i++) {
            for (int j = 0; j < theirs.definition().rules().size(); j++) {
                Rule row = mine.definition().rules().get(i);
                Rule other = theirs.definition().rules().get(j);
                Map<String, Integer> ranks = ranks(child, row);
                Map<String, Integer> bounds = ranks(parent, other);
                if (ranks.equals(bounds) || refuses(child, row) || refuses(parent, other)) {
                    continue;
                }
                String example = columns.example(i, j);
                if (example != null) {
                    differ(mine, theirs, row, other, ranks, bounds, example);
                }
            }
        }
    }

    private void differ(
            TableUse mine,
            TableUse theirs,
            Rule row,
            Rule other,
            Map<String, Integer> ranks,
            Map<String, Integer> bounds,
            String example) {
        Set<String> axes = new TreeSet<>(ranks.keySet());
        axes.addAll(bounds.keySet());
        for (String axis : axes) {
            int difference = ranks.getOrDefault(axis, 0) - bounds.getOrDefault(axis, 0);
            if (difference != 0) {
                String tables = mine.key().equals(theirs.key()) ? mine.key() : mine.key() + ", " + theirs.key();
                Found pair = found.computeIfAbsent(
                        tables + "/" + row.outcome() + "/" + other.outcome() + "/" + axis,
                        key -> new Found(
                                tables,
                                outcome(child, row),
                                outcome(parent, other),
                                axis,
                                difference > 0,
                                new TreeSet<>(),
                                new TreeSet<>(),
                                example));
                pair.myClauses().addAll(row.clauses());
                pair.theirClauses().addAll(other.clauses());
            }
        }
    }

    private Problem problem(Found pair) {
        Wording axis = Objects.requireNonNull(child.vocabulary().axes().get(pair.axis()));
        return new Problem(
                pair.stricter() ? "pack.row-stricter" : "pack.row-looser",
                false,
                false,
                new Wording(
                        pair.tables() + "：" + child.id() + " " + pair.myClauses() + " 为 "
                                + pair.mine().name() + "，上级 " + parent.id() + " " + pair.theirClauses() + " 为 "
                                + pair.theirs().name() + "；" + axis.zh() + (pair.stricter() ? "严于上级" : "宽于上级")
                                + "，同时有效时从严；例如 " + pair.example(),
                        pair.tables() + ": " + child.id() + " " + pair.myClauses() + " says "
                                + pair.mine().name() + ", the parent " + parent.id() + " " + pair.theirClauses()
                                + " says " + pair.theirs().name() + "; "
                                + (pair.stricter() ? "stricter" : "looser") + " here (" + axis.en()
                                + "), and while both are in force the stricter holds; for example " + pair.example()));
    }

    /** A table that only marks or demands things of officials is no answer to one that confines. */
    private static boolean restricts(Pack pack, TableUse table) {
        return table.definition().rules().stream()
                .anyMatch(row -> !ranks(pack, row).isEmpty());
    }

    /** The strictest rank of the measures a row imposes, by axis; what restricts nobody does not count. */
    private static Map<String, Integer> ranks(Pack pack, Rule row) {
        Map<String, Integer> ranks = new TreeMap<>();
        for (String key : outcome(pack, row).measures()) {
            MeasureKind kind = Objects.requireNonNull(pack.vocabulary()
                    .measures()
                    .get(Objects.requireNonNull(pack.measures().get(key)).kind()));
            if (kind.restricts()) {
                ranks.merge(kind.axis(), kind.rank(), Math::max);
            }
        }
        return ranks;
    }

    private static boolean refuses(Pack pack, Rule row) {
        return outcome(pack, row).refusal() != null;
    }

    private static OutcomeDefinition outcome(Pack pack, Rule row) {
        return Objects.requireNonNull(pack.outcomes().get(row.outcome()));
    }

    private static CompiledTable compiled(Pack pack, TableUse table) {
        Map<String, ParameterValue> values = new TreeMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            ParameterValue own = definition.value();
            if (own != null) {
                values.put(definition.id(), own);
            }
        }
        return table.definition().compile(BoundPack.cellValues(pack, values));
    }
}
