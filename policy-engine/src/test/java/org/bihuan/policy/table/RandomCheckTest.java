package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The gap and overlap check against looking at every input, on random small tables. */
final class RandomCheckTest {
    @Test
    void A01_gaps_overlaps_and_unreachable_rules_are_those_of_brute_force() {
        SplittableRandom random = Seeds.random("A01 check");
        RandomTables tables = new RandomTables(random, random.nextBoolean());
        int complete = 0;
        int overlapping = 0;
        for (int round = 0; round < Seeds.rounds(600); round++) {
            ParameterValues parameters = tables.parameters(random.nextInt(2) * 30);
            TableDefinition table = tables.table(3, 7);
            Truths truths = new Truths(table, parameters);
            List<Finding> findings = TableCheck.findings(table, parameters);
            String shown = TableText.render(table) + parameters + "\n" + findings;
            assertThat(findings.stream().anyMatch(Finding.Gap.class::isInstance))
                    .as(shown)
                    .isEqualTo(truths.gap);
            assertThat(findings.stream()
                            .filter(Finding.UnreachableRule.class::isInstance)
                            .map(finding -> ((Finding.UnreachableRule) finding).rule()))
                    .as(shown)
                    .containsExactlyElementsOf(truths.unreachable(table));
            List<String> pairs = findings.stream()
                    .filter(Finding.Overlap.class::isInstance)
                    .map(finding -> pair((Finding.Overlap) finding))
                    .toList();
            if (truths.pairs.size() <= 10) {
                assertThat(new TreeSet<>(pairs)).as(shown).isEqualTo(truths.pairs);
            } else {
                assertThat(pairs).as(shown).hasSize(10).isSubsetOf(truths.pairs);
            }
            findings.forEach(finding -> requireExample(table, parameters, finding));
            complete += truths.gap ? 0 : 1;
            overlapping += truths.pairs.isEmpty() ? 0 : 1;
        }
        assertThat(complete).isGreaterThan(10);
        assertThat(overlapping).isGreaterThan(50);
    }

    @Test
    void A02_putting_in_the_missing_rows_completes_a_table_without_new_overlaps() {
        SplittableRandom random = Seeds.random("A02 repair");
        RandomTables tables = new RandomTables(random, true);
        for (int round = 0; round < Seeds.rounds(200); round++) {
            ParameterValues parameters = tables.parameters(0);
            TableDefinition table = tables.table(3, 5);
            TreeSet<String> before = new Truths(table, parameters).pairs;
            int added = 0;
            for (List<Rule> missing = missing(table, parameters, added);
                    !missing.isEmpty();
                    missing = missing(table, parameters, added)) {
                added += missing.size();
                assertThat(added).as(TableText.render(table)).isLessThan(500);
                List<Rule> rules = new ArrayList<>(table.rules());
                rules.add(missing.getFirst());
                table = new TableDefinition("t", "t", table.hitPolicy(), table.inputs(), "o", List.of(), rules);
            }
            Truths after = new Truths(table, parameters);
            assertThat(after.gap).isFalse();
            assertThat(after.pairs).as(TableText.render(table)).isEqualTo(before);
        }
    }

    private static List<Rule> missing(TableDefinition table, ParameterValues parameters, int added) {
        return TableCheck.findings(table, parameters).stream()
                .filter(Finding.Gap.class::isInstance)
                .map(gap -> new Rule(
                        "added" + added,
                        ((Finding.Gap) gap).missingRow().stream().map(Cell::of).toList(),
                        "refuse",
                        List.of(),
                        ""))
                .toList();
    }

    private static void requireExample(TableDefinition table, ParameterValues parameters, Finding finding) {
        switch (finding) {
            case Finding.Gap gap -> {
                TableResult result = SlowTable.evaluate(table, parameters, BruteForce.values(gap.example()));
                assertThat(result.matched()).as(gap.message()).isEmpty();
                assertThat(result.blocked()).as(gap.message()).isEmpty();
            }
            case Finding.Overlap overlap ->
                assertThat(
                                SlowTable.evaluate(table, parameters, BruteForce.values(overlap.example()))
                                        .matched()
                                        .stream()
                                        .map(row -> table.rules().get(row).id()))
                        .as(overlap.message())
                        .contains(overlap.firstRule(), overlap.secondRule());
            case Finding.UnreachableRule _, Finding.ContradictingTwin _, Finding.Unbound _ -> {
                // No example
            }
            case Finding.TooComplex complex -> throw new AssertionError(complex.message());
        }
    }

    private static String pair(Finding.Overlap overlap) {
        return overlap.firstRule() + " " + overlap.secondRule();
    }

    /** What brute force sees. */
    private static final class Truths {
        private final TreeSet<String> pairs = new TreeSet<>();
        private final TreeSet<Integer> reached = new TreeSet<>();
        private boolean gap;

        Truths(TableDefinition table, ParameterValues parameters) {
            TableDefinition all =
                    new TableDefinition("t", "t", HitPolicy.RULE_ORDER, table.inputs(), "o", List.of(), table.rules());
            new BruteForce(table, parameters).forEach(input -> look(all, parameters, input));
            if (table.hitPolicy() == HitPolicy.RULE_ORDER) {
                pairs.clear();
            }
        }

        private void look(TableDefinition table, ParameterValues parameters, Map<String, Object> input) {
            TableResult result = SlowTable.evaluate(table, parameters, input);
            gap |= result.matched().isEmpty() && result.blocked().isEmpty();
            reached.addAll(result.matched());
            reached.addAll(result.blocked());
            for (int first : result.matched()) {
                for (int second : result.matched()) {
                    if (first < second) {
                        pairs.add(table.rules().get(first).id() + " "
                                + table.rules().get(second).id());
                    }
                }
            }
        }

        List<String> unreachable(TableDefinition table) {
            List<String> ids = new ArrayList<>();
            for (int row = 0; row < table.rules().size(); row++) {
                if (!reached.contains(row)) {
                    ids.add(table.rules().get(row).id());
                }
            }
            return ids;
        }
    }
}
