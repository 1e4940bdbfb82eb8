package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

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
                        "origin_risk", "low",
                        "code", "green",
                        "certificate_age", 168.0,
                        "certificate_age_known", true,
                        "declared", true));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.rows()).containsExactly(3);
        assertThat(answer.outcomes()).containsExactly("free");
    }
}
