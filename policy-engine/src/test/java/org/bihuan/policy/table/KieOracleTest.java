package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle itself on the example table. */
final class KieOracleTest {
    @Test
    void A01_the_example_is_a_table_for_kie_too() {
        KieOracle kie = KieOracle.of(ArrivalTable.bytes(), ArrivalTable.FILE);
        KieOracle.Answer answer = kie.evaluate(
                ArrivalTable.parameters(),
                Map.of(
                        "origin_risk",
                        "low",
                        "code",
                        "green",
                        "certificate_age",
                        168.0,
                        "certificate_age_known",
                        true,
                        "declared",
                        true));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.rows()).containsExactly(3);
        assertThat(answer.outcomes()).containsExactly("free");
    }

    @Test
    void A02_the_example_answers_as_in_kie() {
        int answered = KieAgreement.require(
                ArrivalTable.bytes(), ArrivalTable.FILE, ArrivalTable.parameters(), 2000, Seeds.random("A02 example"));
        assertThat(answered).isEqualTo(2000);
    }

    @Test
    void A03_a_difference_is_noticed() {
        // KIE is told another age limit than the table
        TableDefinition table = ArrivalTable.definition();
        KieOracle kie = KieOracle.of(ArrivalTable.bytes(), ArrivalTable.FILE);
        Map<String, Object> input = Map.of(
                "origin_risk",
                "low",
                "code",
                "green",
                "certificate_age",
                170.0,
                "certificate_age_known",
                true,
                "declared",
                true);
        assertThat(kie.evaluate(ArrivalTable.parameters(), input).rows())
                .isEqualTo(SlowTable.evaluate(table, ArrivalTable.parameters(), input)
                        .matched())
                .isNotEqualTo(
                        kie.evaluate(ArrivalTable.parameters().withNumber("certificate_validity_hours", 171), input)
                                .rows());
    }

    @Test
    void A04_several_matches_under_unique_are_rows_without_an_outcome() {
        String overlapping = new String(ArrivalTable.bytes(), StandardCharsets.UTF_8).replace("not(\"high\")", "-");
        KieOracle kie = KieOracle.of(overlapping.getBytes(StandardCharsets.UTF_8), ArrivalTable.FILE);
        KieOracle.Answer answer = kie.evaluate(
                ArrivalTable.parameters(),
                Map.of(
                        "origin_risk",
                        "high",
                        "code",
                        "red",
                        "certificate_age",
                        1.0,
                        "certificate_age_known",
                        true,
                        "declared",
                        true));
        assertThat(answer.rows()).containsExactly(0, 1);
        assertThat(answer.outcomes()).isEmpty();
        assertThat(answer.errors()).isNotEmpty();
    }
}
