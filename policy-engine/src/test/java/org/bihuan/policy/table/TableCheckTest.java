package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gaps, overlaps and the other findings on tables small enough to read. */
final class TableCheckTest {
    private static final List<InputColumn> INPUTS = List.of(
            InputColumn.text("risk", "high", "medium", "low", "unknown"),
            InputColumn.number("hours"),
            InputColumn.truth("hours_known"));

    private static final ParameterValues LIMIT = ParameterValues.none().withNumber("limit", 168);

    @Test
    void A01_the_example_table_has_no_fault() {
        assertThat(TableCheck.findings(ArrivalTable.definition(), ArrivalTable.parameters()))
                .isEmpty();
    }

    @Test
    void A02_a_gap_shows_the_row_that_is_missing() {
        List<Finding> findings =
                check("\"high\" | - | -", "not(\"high\") | < limit | true", "not(\"high\") | - | false");
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Gap.class, gap -> {
            assertThat(gap.missingRow()).containsExactly("\"medium\", \"low\", \"unknown\"", ">= 168", "true");
            assertThat(gap.example().byColumn())
                    .containsEntry("risk", "\"medium\"")
                    .containsEntry("hours", "168")
                    .containsEntry("hours_known", "true");
            assertThat(gap.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void A03_a_gap_of_one_single_number_is_found() {
        List<Finding> findings = check("- | < limit, > 168 | true", "- | - | false");
        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Gap.class, gap -> assertThat(gap.missingRow()).containsExactly("-", "168", "true"));
    }

    @Test
    void A04_the_number_that_nobody_knows_is_an_input_too() {
        List<Finding> findings = check("- | < 5 | true", "- | >= 5 | true", "\"high\" | - | false");
        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Gap.class,
                        gap -> assertThat(gap.missingRow())
                                .containsExactly("\"medium\", \"low\", \"unknown\"", "-", "false"));
    }

    @Test
    void A05_an_overlap_names_both_rules_and_an_input() {
        List<Finding> findings = check(
                "- | <= limit | true", "\"low\" | >= limit | true", "not(\"low\") | > limit | true", "- | - | false");
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Overlap.class, overlap -> {
            assertThat(overlap.firstRule()).isEqualTo("r0");
            assertThat(overlap.secondRule()).isEqualTo("r1");
            assertThat(overlap.example()).hasToString("risk = \"low\", hours = 168, hours_known = true");
        });
    }

    @Test
    void A06_rule_order_may_overlap() {
        TableDefinition table = new TableDefinition(
                "t", "t", HitPolicy.RULE_ORDER, INPUTS, "o", List.of(), rules("- | - | -", "\"high\" | - | -"));
        assertThat(TableCheck.findings(table, LIMIT)).isEmpty();
    }

    @Test
    void A07_a_parameter_may_open_or_close_a_gap() {
        TableDefinition table = table("- | < limit | true", "- | >= 168 | true", "- | - | false");
        assertThat(TableCheck.findings(table, LIMIT)).isEmpty();
        assertThat(TableCheck.findings(table, LIMIT.withNumber("limit", 167)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Gap.class,
                        gap -> assertThat(gap.missingRow()).containsExactly("-", "[167..168)", "true"));
        assertThat(TableCheck.findings(table, LIMIT.withNumber("limit", 169)))
                .singleElement()
                .isInstanceOf(Finding.Overlap.class);
    }

    @Test
    void A08_an_unset_parameter_is_noted_and_is_no_gap() {
        TableDefinition table = table(
                "- | < limit | true", "\"high\" | >= limit | true", "not(\"high\") | >= limit | true", "- | - | false");
        assertThat(TableCheck.findings(table, ParameterValues.none().withUnset("limit", InputType.NUMBER)))
                .singleElement()
                .isInstanceOfSatisfying(Finding.Unbound.class, unbound -> {
                    assertThat(unbound.parameter()).isEqualTo("limit");
                    assertThat(unbound.rules()).containsExactly("r0", "r1", "r2");
                    assertThat(unbound.severity()).isEqualTo(Severity.NOTE);
                });
    }

    @Test
    void A09_a_gap_beside_the_unset_parameter_is_still_found() {
        List<Finding> findings = TableCheck.findings(
                table("\"high\" | < limit | true", "- | - | false"),
                ParameterValues.none().withUnset("limit", InputType.NUMBER));
        assertThat(findings).hasSize(2);
        assertThat(findings.getLast())
                .isInstanceOfSatisfying(
                        Finding.Gap.class,
                        gap -> assertThat(gap.missingRow())
                                .containsExactly("\"medium\", \"low\", \"unknown\"", "-", "true"));
    }

    @Test
    void A10_a_rule_that_no_input_reaches_is_a_warning() {
        List<Finding> findings = check("- | (200..limit) | true", "- | - | -");
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.UnreachableRule.class, unreachable -> {
            assertThat(unreachable.rule()).isEqualTo("r0");
            assertThat(unreachable.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void A11_a_rule_that_tests_a_number_must_demand_that_it_is_known() {
        assertThat(check("- | < 5 | -", "- | >= 5 | true", "- | - | false"))
                .containsExactly(new Finding.ContradictingTwin("r0", "hours", "hours_known"));
        assertThat(check("- | < 5 | false", "- | - | -"))
                .contains(
                        new Finding.ContradictingTwin("r0", "hours", "hours_known"), new Finding.UnreachableRule("r0"));
    }

    @Test
    void A12_no_double_between_two_neighbours_is_no_gap() {
        double next = Math.nextUp(168.0);
        ParameterValues neighbours = LIMIT.withNumber("limit", new java.math.BigDecimal(next));
        assertThat(TableCheck.findings(table("- | <= 168 | true", "- | >= limit | true", "- | - | false"), neighbours))
                .isEmpty();
    }

    @Test
    void A13_few_examples_of_many_gaps() {
        TableDefinition table = table("\"high\" | 1, 3, 5, 7, 9 | true", "\"low\" | 2, 4, 6, 8 | true");
        List<Finding> findings = TableCheck.findings(table, LIMIT);
        assertThat(findings)
                .hasSizeBetween(1, 5)
                .allMatch(Finding.Gap.class::isInstance)
                .doesNotHaveDuplicates();
    }

    @Test
    void A14_a_missing_row_is_as_wide_as_it_can_be() {
        assertThat(check("\"high\" | < 5 | true", "\"low\" | > 9 | true", "- | - | false").stream()
                        .map(finding -> ((Finding.Gap) finding).missingRow()))
                .contains(List.of("\"medium\", \"low\", \"unknown\"", "<= 9", "true"));
        assertThat(check("\"high\" | < 5 | true", "not(\"high\") | < 5 | true", "\"high\" | - | false").stream()
                        .map(finding -> ((Finding.Gap) finding).missingRow()))
                .containsExactlyInAnyOrder(
                        List.of("-", ">= 5", "true"), List.of("\"medium\", \"low\", \"unknown\"", "-", "false"));
    }

    private static List<Finding> check(String... rows) {
        return TableCheck.findings(table(rows), LIMIT);
    }

    private static TableDefinition table(String... rows) {
        return new TableDefinition("t", "t", HitPolicy.UNIQUE, INPUTS, "o", List.of(), rules(rows));
    }

    private static List<Rule> rules(String... rows) {
        return Stream.iterate(0, i -> i + 1)
                .limit(rows.length)
                .map(i -> new Rule(
                        "r" + i, Stream.of(rows[i].split("\\|")).map(Cell::of).toList(), "o" + i, List.of(), ""))
                .toList();
    }
}
