package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example table, read from its file and asked as the judge would. */
final class ArrivalTableTest {
    private final TableDefinition definition = ArrivalTable.definition();
    private final CompiledTable table = definition.compile(ArrivalTable.parameters());
    private final TableInput input = table.newInput();

    @Test
    void A01_reads_the_file() {
        assertThat(definition.id()).isEqualTo("arrival");
        assertThat(definition.hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        assertThat(definition.inputs())
                .extracting(InputColumn::name)
                .containsExactly("origin_risk", "code", "certificate_age", "certificate_age_known", "declared");
        assertThat(definition.outcomes()).contains("central", "refuse");
        assertThat(definition.rules()).hasSize(10);
        assertThat(definition.rules().get(1).clauses()).containsExactly("X-1", "X-2");
        assertThat(definition.rules().get(1).note()).isEqualTo("红码");
        assertThat(definition.parameterNames()).containsExactly("certificate_validity_hours");
    }

    @Test
    void A02_below_equal_and_above_the_certificate_age() {
        assertThat(ask("low", "green", 167.999, true)).isEqualTo("free");
        assertThat(ask("low", "green", 168, true)).isEqualTo("free");
        assertThat(ask("low", "green", 168.001, true)).isEqualTo("test-at-once");
    }

    @Test
    void A03_an_unknown_number_matches_only_rows_that_do_not_look_at_it() {
        fill("low", "none", true);
        input.unknown(table.columnIndex("certificate_age"));
        TableResult result = table.evaluate(input);
        assertThat(definition.rules().get(result.matched().getFirst()).id()).isEqualTo("low-no-certificate");
    }

    @Test
    void A04_thresholds_say_on_which_side_the_answer_changes() {
        assertThat(table.thresholds(2)).containsExactly(new Threshold(0, false), new Threshold(168, true));
    }

    @Test
    void A05_an_unset_parameter_blocks_only_the_answers_that_need_it() {
        CompiledTable unset =
                definition.compile(ParameterValues.none().withUnset("certificate_validity_hours", InputType.NUMBER));
        TableInput asked = unset.newInput();
        asked.text(0, "low");
        asked.text(1, "green");
        asked.known(2, 100);
        asked.truth(4, true);
        TableResult blocked = unset.evaluate(asked);
        assertThat(blocked.matched()).isEmpty();
        assertThat(blocked.blockedBy()).containsExactly("certificate_validity_hours");
        asked.text(0, "high");
        assertThat(unset.evaluate(asked).matched()).containsExactly(0);
        assertThat(unset.evaluate(asked).blockedBy()).isEmpty();
    }

    private String ask(String risk, String code, double age, boolean declared) {
        fill(risk, code, declared);
        input.known(table.columnIndex("certificate_age"), age);
        TableResult result = table.evaluate(input);
        assertThat(result.matched()).hasSize(1);
        assertThat(table.evaluateMask(input)).isEqualTo(1L << result.matched().getFirst());
        return definition.rules().get(result.matched().getFirst()).outcome();
    }

    private void fill(String risk, String code, boolean declared) {
        input.clear();
        input.text(table.columnIndex("origin_risk"), risk);
        input.text(table.columnIndex("code"), code);
        input.truth(table.columnIndex("declared"), declared);
    }
}
