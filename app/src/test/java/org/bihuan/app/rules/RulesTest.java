package org.bihuan.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.PackFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may come into force: no order and no value looser than what stands above it, no table with a gap. */
@Tag("database")
class RulesTest {
    private static final Instant NOW = Instant.parse("2020-07-26T00:00:00Z");
    private static final String DAYS = "central-isolation-days";
    private static final String TABLE = "tables/arrival-class.dmn";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private Rules rules;

    @BeforeEach
    void anew() {
        DATABASE.jdbcOfOwner().sql("truncate rules.setting, rules.activation").update();
        rules = new Rules(new RuleStore(DATABASE.jdbc()), new EventStore(DATABASE.jdbc()));
    }

    /** The Anshan order in a folder of its own. */
    private Path anshan(String name) {
        return TestPacks.copy("anshan-2020", folder.resolve(name));
    }

    /** With the days of central isolation left to the districts, 14 being their bound. */
    private Path left(String name) {
        return TestPacks.replace(
                anshan(name), "parameters.yaml", "(?s)(central-isolation-days:.*?set-by: )pack", "$1county");
    }

    private void activate(Path pack) {
        assertThat(rules.activate(pack, TestPacks.home(), NOW, "test")).isTrue();
    }

    private void refused(Path pack, String... named) {
        int before = rules.active().size();
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> rules.activate(pack, TestPacks.home(), NOW, "test"))
                .satisfies(error -> assertThat(error.getMessage()).contains(named));
        assertThat(rules.active()).hasSize(before);
    }

    private Rules.Setting set(String parameter, String value) {
        return rules.set(
                "anshan-2020",
                parameter,
                DivisionCode.of("210302000000"),
                value,
                NOW.plusSeconds(1),
                "test",
                "decided");
    }

    private void refusedValue(String value, String zh, String en) {
        assertThat(set(DAYS, value))
                .isInstanceOfSatisfying(
                        Rules.Setting.Refused.class,
                        refused -> assertThat(refused.message().split(" / ", 2))
                                .hasSize(2)
                                .satisfies(texts -> assertThat(texts[0]).contains(DAYS + "=" + value, zh))
                                .satisfies(texts -> assertThat(texts[1]).contains(DAYS + "=" + value, en)));
        assertThat(setting()).isEmpty();
    }

    private java.util.Optional<String> setting() {
        PackPolicy policy = rules.current(NOW).getFirst();
        return policy.findSetting(DAYS, DivisionCode.of("210302000000")).map(set -> Objects.toString(set.value()));
    }

    @Test
    void aValueLooserThanTheOrderIsNotSetAndAStricterOneIs() {
        activate(left("a"));
        refusedValue("13", "宽于命令 anshan-2020 [S0-05, S0-10] 规定的 14", "is looser than 14 of the order anshan-2020");
        assertThat(set(DAYS, "21")).isInstanceOf(Rules.Setting.Done.class);
        assertThat(setting()).contains("21");
    }

    @Test
    void aValueLooserThanTheParentIsNotSet() {
        Path parent = TestPacks.replace(anshan("parent"), "pack.yaml", "id: anshan-2020", "id: liaoning-order-14");
        activate(TestPacks.with(parent, "home-observation-days", 7));
        activate(anshan("child"));
        assertThat(set("home-observation-days", "6"))
                .isInstanceOfSatisfying(
                        Rules.Setting.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains(
                                        "home-observation-days=6",
                                        "命令 liaoning-order-14 [S0-07] 规定的 7",
                                        "set 7 or more"));
        assertThat(set("home-observation-days", "7")).isInstanceOf(Rules.Setting.Done.class);
    }

    @Test
    void aValueUnderWhichATableHasAGapIsNotSet() {
        activate(TestPacks.replace(left("a"), TABLE, "&lt; central_isolation_days", "&lt; 14"));
        refusedValue("21", "会使决策表 anshan-2020/" + TABLE, "would break the table anshan-2020/" + TABLE);
    }

    @ParameterizedTest
    @CsvSource({"7.5, 须为不小于 0, must be a whole number of days", "20h, 单位 days, wrong unit h"})
    void whatIsNoValueIsRefusedInBothLanguages(String value, String zh, String en) {
        activate(left("a"));
        refusedValue(value, zh, en);
    }

    @Test
    void aVersionWhoseTableHasAGapUnderAValueThatIsSetMayNotComeIntoForce() {
        activate(left("a"));
        assertThat(set(DAYS, "21")).isInstanceOf(Rules.Setting.Done.class);
        refused(
                TestPacks.replace(left("b"), TABLE, "&lt; central_isolation_days", "&lt; 14"),
                TABLE,
                "no rule answers",
                "with the values of 210302000000");
    }

    @Test
    void aVersionThatADistrictHasSetALooserValueForMayNotComeIntoForceUntilTheDistrictHasSetAnother() {
        activate(left("a"));
        assertThat(set(DAYS, "21")).isInstanceOf(Rules.Setting.Done.class);
        Path stricter = TestPacks.with(left("b"), DAYS, 28);
        refused(stricter, "210302000000", DAYS + "=21 days is looser than 28 of the order anshan-2020");
        assertThat(set(DAYS, "28")).isInstanceOf(Rules.Setting.Done.class);
        activate(stricter);
    }

    @Test
    void aValueThatANewVersionNoLongerDelegatesIsHeardNoMore() {
        activate(left("a"));
        assertThat(set(DAYS, "21")).isInstanceOf(Rules.Setting.Done.class);
        activate(TestPacks.with(anshan("b"), DAYS, 28));
        assertThat(setting()).isEmpty();
    }

    @Test
    void anOrderLooserThanItsParentMayNotComeIntoForceWhileTheParentIsThere() {
        Path parent = TestPacks.replace(anshan("parent"), "pack.yaml", "id: anshan-2020", "id: liaoning-order-14");
        activate(parent);
        refused(
                TestPacks.with(anshan("child"), DAYS, 7),
                "parameter central-isolation-days, anshan-2020 [S0-05, S0-10] under liaoning-order-14 [S0-05, S0-10]",
                "7 days is looser than the parent's 14");
        activate(TestPacks.with(anshan("sound"), DAYS, 21));
    }

    @Test
    void anOrderWhoseParentIsNotThereIsBoundByNothing() {
        activate(TestPacks.with(anshan("a"), DAYS, 7));
    }
}
