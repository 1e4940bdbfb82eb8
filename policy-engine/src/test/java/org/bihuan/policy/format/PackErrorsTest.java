package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.bihuan.policy.table.TableFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the readers of a pack refuse: one thing changed in a sound pack, and the error names file, place and rule. */
final class PackErrorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"anshan-2020", "norovirus-school", "province-plan", "test-plan"})
    void thePacksThatAreBrokenHereAreSound(String pack) {
        assertThat(BrokenPack.of(pack).read().pack().id()).isEqualTo(pack);
    }

    @ParameterizedTest(name = "{0}/{1}: \"{2}\" becomes \"{3}\"")
    @CsvFileSource(
            resources = "pack-errors.txt",
            delimiter = '|',
            quoteCharacter = '`',
            commentCharacter = '#',
            maxCharsPerColumn = 10_000)
    void oneThingWrong(String pack, String file, String text, String other, String place, String rule) {
        BrokenPack broken = BrokenPack.of(pack).with(file, text, other == null ? "" : other);
        PackFormatException fault = catchThrowableOfType(PackFormatException.class, broken::read);
        assertThat(fault).as("accepted").isNotNull();
        assertThat(fault.file()).isEqualTo(pack + "/" + file);
        assertThat(fault.place()).isEqualTo(place == null ? "" : place);
        assertThat(fault.getMessage()).contains(fault.file(), fault.place(), rule);
    }

    @Test
    void aParameterThatItsUseForbidsIsNamedWhereItIsUsed() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan")
                        .with("parameters.yaml", "unit: hours, value: 18", "unit: hours, value: 25")::read)
                .withMessageContaining(
                        "rules.yaml: duties.daily-check.repeat.due: the parameter evening-hours must be");
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("anshan-2020")
                        .with("parameters.yaml", "  central-isolation-days:", "  central-days:")::read)
                .withMessageContaining("rules.yaml: features.origin_risk: no parameter central-isolation-days");
    }

    @Test
    void aScenarioThatExpectsNothing() {
        String empty = "scenarios: [{id: a, zh: 空, en: empty, at: 2020-07-21T00:00:00+08:00}]";
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan")
                        .with("scenarios/one.yaml", empty.getBytes(StandardCharsets.UTF_8))::read)
                .withMessage("test-plan/scenarios/one.yaml: scenarios[0]: "
                        + "a scenario expects something of at least one subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "parameters.yaml", "rules.yaml"})
    void aFileThatIsMissing(String file) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan").without(file)::read)
                .withMessage("test-plan/" + file + ": is missing");
    }

    @Test
    void aTableThatIsMissing() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan").without("tables/stay.dmn")::read)
                .withMessageContaining("tables.stay.file")
                .withMessageContaining("got tables/stay.dmn");
    }

    @Test
    void bytesThatAreNoText() {
        byte[] broken = "id: 鞍山".getBytes(StandardCharsets.UTF_16);
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan").with("pack.yaml", broken)::read)
                .withMessage("test-plan/pack.yaml: is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "episodes: [1",
                "episodes: {}\nepisodes: {}",
                "episodes: !!java.lang.Runtime {}",
                "episodes: &x {}\nfeatures: *x",
                "episodes: &x {a: *x}",
                "episodes: \"a",
                "%TAG ! tag:x,2000:\n---\nepisodes: !y {}",
                "episodes: {}\n---\nepisodes: {}",
            })
    void yamlThatIsNotPlain(String yaml) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan").with("rules.yaml", yaml.getBytes(StandardCharsets.UTF_8))::read)
                .withMessageStartingWith("test-plan/rules.yaml: is not valid YAML: ");
    }

    @Test
    void yamlThatIsTooLongOrTooDeep() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(BrokenPack.of("test-plan")
                        .with("rules.yaml", "#".repeat(2_000_001).getBytes(StandardCharsets.UTF_8))::read)
                .withMessage("test-plan/rules.yaml: is longer than 2000000 characters");
        for (int depth : new int[] {40, 5_000, 100_000}) {
            assertThatExceptionOfType(PackFormatException.class)
                    .isThrownBy(BrokenPack.of("test-plan")
                            .with(
                                    "rules.yaml",
                                    "[".repeat(depth).concat("]".repeat(depth)).getBytes(StandardCharsets.UTF_8))::read)
                    .withMessageMatching("(?s)test-plan/rules.yaml: "
                            + "(is nested deeper than 30|is nested too deeply|is not valid YAML: .*)");
        }
    }

    @Test
    void aTableThatIsBrokenNamesItsFile() {
        BrokenPack broken = BrokenPack.of("anshan-2020")
                .with("tables/arrival-class.dmn", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"");
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(broken::read)
                .withMessageContaining("anshan-2020/tables/arrival-class.dmn");
    }
}
