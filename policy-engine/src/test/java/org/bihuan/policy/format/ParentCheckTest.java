package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.policy.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a child says something else than its parent, the notification names both clauses, in both languages. */
final class ParentCheckTest {
    private static Pack with(String value) {
        return BrokenPack.of("anshan-2020")
                .withoutScenarios()
                .with("parameters.yaml", "value: 14", "value: " + value)
                .read()
                .pack();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7    | 14   | pack.looser       | true  | 7 days is looser than the parent's 14    | 7 days 宽于上级的 14",
                "21   | 14   | pack.stricter     | false | 21 days is stricter than the parent's 14 | 21 days 严于上级的 14",
                "null | 14   | pack.parent-value | false | left open here, the parent says 14 days  | 本级未定，上级定为 14 days",
                "14   | null | pack.parent-open  | false | the value here is 14 days, left open by the parent | 本级定为 14 days，上级未定",
            })
    void namesBothClauses(String child, String parent, String code, boolean isError, String en, String zh) {
        assertThat(ParentCheck.of(with(child), with(parent)))
                .filteredOn(problem -> !problem.code().startsWith("pack.row-"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.isError()).isEqualTo(isError);
                    assertThat(problem.blocksActivation()).isEqualTo(isError);
                    assertThat(problem.message())
                            .contains("central-isolation-days", "[S0-05, S0-10] under anshan-2020 [S0-05, S0-10]", en);
                    assertThat(problem.wording().zh()).contains("[S0-05, S0-10] 与上级 anshan-2020 [S0-05, S0-10]", zh);
                });
    }

    /** Anshan isolates whatever is shown; the province lets who shows both go after one test. */
    @Test
    void rowsThatAnswerTheSamePersonOtherwiseNameBothClauses() {
        Pack anshan = BrokenPack.of("anshan-2020").read().pack();
        Pack province = BrokenPack.of("province-plan").read().pack();
        assertThat(ParentCheck.of(anshan, province))
                .filteredOn(problem -> problem.code().equals("pack.row-stricter"))
                .anySatisfy(problem -> {
                    assertThat(problem.message())
                            .contains(
                                    "anshan-2020 [S0-05, S0-09, S0-10] says central-isolation",
                                    "the parent province-plan [S1-005] says test-then-release",
                                    "origin_risk = ",
                                    "code_shown = green",
                                    "own_certificate = negative");
                    assertThat(problem.wording().zh()).contains("居住与外出严于上级", "同时有效时从严");
                });
        assertThat(ParentCheck.of(province, anshan))
                .filteredOn(problem -> problem.code().equals("pack.row-looser"))
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains(
                                "province-plan [S1-005] says test-then-release",
                                "[S0-05, S0-09, S0-10]",
                                "looser here"));
        assertThat(ParentCheck.of(anshan, province))
                .extracting(PackCheck.Problem::message)
                .noneMatch(message -> message.contains("declaration"));
        assertThat(ParentCheck.of(anshan, anshan)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14,14", "null,null"})
    void agreementIsNotWorthAWord(String child, String parent) {
        assertThat(ParentCheck.of(with(child), with(parent))).isEqualTo(List.of());
    }
}
