package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that would make an order looser, or leave somebody without an answer. */
final class SettingCheckTest {
    private static final Instant AT = Instant.parse("2020-07-26T00:00:00Z");
    private static final DivisionCode DISTRICT = DivisionCode.of("210302000000");
    private static final String DAYS = "central-isolation-days";
    private static final String TABLE = "tables/arrival-class.dmn";

    /** Nothing stands against it. */
    private static final Wording MAY_BE = new Wording("", "");

    private static BrokenPack anshan() {
        return BrokenPack.of("anshan-2020");
    }

    /** The order with one of its own values left to the district, which stays its bound. */
    private static BrokenPack left(String value) {
        return anshan().with("parameters.yaml", value + "\n    set-by: pack", value + "\n    set-by: county");
    }

    /** With a table that fits 14 days alone: another number leaves a gap or makes an overlap. */
    private static Pack rigid() {
        return left("stricter: higher")
                .with(TABLE, "&lt; central_isolation_days", "&lt; 14")
                .read()
                .pack();
    }

    private static ParameterSetting setting(String parameter, @Nullable DivisionCode division, long value) {
        return new ParameterSetting(parameter, division, new ParameterValue.Whole(value), AT);
    }

    private static Wording refusal(Pack pack, List<Pack> above, String parameter, long value) {
        return SettingCheck.refusal(pack, above, List.of(), setting(parameter, DISTRICT, value))
                .orElse(MAY_BE);
    }

    @Test
    void whereHigherIsStricterLessThanTheOrderIsRefused() {
        Pack pack = left("stricter: higher").read().pack();
        assertThat(refusal(pack, List.of(), DAYS, 13))
                .isEqualTo(new Wording(
                        "central-isolation-days=13（days）宽于命令 anshan-2020 [S0-05, S0-10] 规定的 14；数值越大越严，请填 14 或更大",
                        "central-isolation-days=13 days is looser than 14 of the order anshan-2020 [S0-05, S0-10];"
                                + " higher is stricter: set 14 or more"));
        assertThat(refusal(pack, List.of(), DAYS, 14)).isEqualTo(MAY_BE);
        assertThat(refusal(pack, List.of(), DAYS, 21)).isEqualTo(MAY_BE);
    }

    @Test
    void whereLowerIsStricterMoreThanTheOrderIsRefused() {
        Pack pack = left("stricter: lower").read().pack();
        Wording refusal = refusal(pack, List.of(), "certificate-validity-days", 8);
        assertThat(refusal.zh()).contains("certificate-validity-days=8", "规定的 7", "请填 7 或更小");
        assertThat(refusal.en()).contains("looser than 7", "lower is stricter: set 7 or less");
        assertThat(refusal(pack, List.of(), "certificate-validity-days", 7)).isEqualTo(MAY_BE);
        assertThat(refusal(pack, List.of(), "certificate-validity-days", 6)).isEqualTo(MAY_BE);
    }

    @Test
    void whereNeitherIsStricterAnythingMayBe() {
        Pack pack = anshan().read().pack();
        assertThat(refusal(pack, List.of(), "release-test-opens-hours", 1)).isEqualTo(MAY_BE);
        assertThat(refusal(pack, List.of(), "release-test-opens-hours", 100)).isEqualTo(MAY_BE);
    }

    @Test
    void anOrderTwoAboveBindsWhatTheOrderItselfLeavesOpen() {
        Pack top = anshan().with("pack.yaml", "id: anshan-2020", "id: national")
                .with("pack.yaml", "id: liaoning-order-14", "id: anshan-2020") // a circle, which must end
                .with("parameters.yaml", "value: null", "value: 7")
                .read()
                .pack();
        Pack middle = anshan().with("pack.yaml", "id: anshan-2020", "id: liaoning-order-14")
                .with("pack.yaml", "parent:\n  id: liaoning-order-14", "parent:\n  id: national")
                .read()
                .pack();
        Pack pack = anshan().read().pack();
        List<Pack> above = PackCheck.above(pack, List.of(pack, top, middle));
        assertThat(above).containsExactly(middle, top);
        Wording refusal = refusal(pack, above, "home-observation-days", 6);
        assertThat(refusal.en())
                .contains("home-observation-days=6 days is looser than 7 of the order national [S0-07]");
        assertThat(refusal(pack, above, "home-observation-days", 7)).isEqualTo(MAY_BE);
        assertThat(refusal(pack, List.of(), "home-observation-days", 0)).isEqualTo(MAY_BE);
    }

    @Test
    void aValueUnderWhichATableHasAGapIsRefused() {
        Wording refusal = refusal(rigid(), List.of(), DAYS, 21);
        assertThat(refusal.zh())
                .startsWith("central-isolation-days=21（210302000000）会使决策表 anshan-2020/" + TABLE + " 有空缺或重叠：没有规则回答 ");
        assertThat(refusal.en())
                .startsWith("central-isolation-days=21 in 210302000000 would break the table anshan-2020/" + TABLE
                        + ": no rule answers ");
        assertThat(refusal(rigid(), List.of(), DAYS, 14)).isEqualTo(MAY_BE);
    }

    @Test
    void aValueUnderWhichTwoRulesAnswerIsRefused() {
        Pack pack = left("stricter: higher")
                .with("parameters.yaml", "stricter: higher\n    set-by: county", "stricter: none\n    set-by: county")
                .with(TABLE, "&lt; central_isolation_days", "&lt; 14")
                .read()
                .pack();
        Wording refusal = refusal(pack, List.of(), DAYS, 10);
        assertThat(refusal.zh()).contains("规则 dalian-risk 与 dalian-risk-period-over 同时回答 ");
        assertThat(refusal.en()).contains("rules dalian-risk and dalian-risk-period-over both answer ");
    }

    @Test
    void aValueForAllIsCheckedWhereAnotherIsSetToo() {
        Pack pack = rigid();
        ParameterSetting district = setting(DAYS, DISTRICT, 21);
        assertThat(SettingCheck.refusal(pack, List.of(), List.of(district), setting(DAYS, null, 14)))
                .hasValueSatisfying(wording -> assertThat(wording.en()).contains("in 210302000000"));
    }

    @Test
    void theTablesOfAPackAreAskedInEachDivisionWithTheValueInForceThere() {
        Pack pack = rigid();
        ParameterSetting district = setting(DAYS, DISTRICT, 21);
        ParameterSetting all = setting(DAYS, null, 14);
        assertThat(PackCheck.tables(pack, List.of())).isEmpty();
        // Whichever is named first: the smaller division's value is in force in it.
        for (List<ParameterSetting> settings : List.of(List.of(district, all), List.of(all, district))) {
            assertThat(PackCheck.tables(pack, settings))
                    .isNotEmpty()
                    .allMatch(problem -> problem.blocksActivation()
                            && problem.message().endsWith("(with the values of 210302000000)"));
        }
    }

    @Test
    void whatIsSetTooLooseOrStandsNoLongerIsToldApart() {
        Pack pack = left("stricter: higher").read().pack();
        assertThat(PackCheck.looserSettings(pack, List.of(), List.of(setting(DAYS, DISTRICT, 7))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("210302000000", "central-isolation-days=7 days is looser than 14"));
        assertThat(PackCheck.looserSettings(
                        pack, List.of(), List.of(setting(DAYS, DISTRICT, 7), setting(DAYS, DISTRICT, 14))))
                .isEmpty();
    }

    @Test
    void aDelegatedValueInATableMayStayUnset() {
        Pack pack = left("stricter: higher")
                .with("parameters.yaml", "value: 14", "value: null")
                .withoutScenarios()
                .read()
                .pack();
        assertThat(PackCheck.all(pack))
                .anyMatch(problem -> problem.code().equals("table.unbound"))
                .noneMatch(PackCheck.Problem::blocksActivation);
    }
}
