package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pack check} and {@code pack show} of sound and of broken packs; {@code judge} refuses the same ones. */
final class PackCommandTest {
    private static final String TABLE = "tables/arrival-class.dmn";

    @TempDir
    Path folder;

    /** A copy of the Anshan order whose file has the first such text replaced, which must be there. */
    private Path copy(String file, String text, String other) throws IOException {
        Path source = Path.of(CommandLine.ANSHAN);
        Path copy = folder.resolve("命令");
        try (Stream<Path> paths = Files.walk(source)) {
            paths.forEach(
                    path -> copyTo(path, copy.resolve(source.relativize(path).toString())));
        }
        Path changed = copy.resolve(file);
        String before = Files.readString(changed);
        assertThat(before).contains(text);
        int at = before.indexOf(text);
        Files.writeString(changed, before.substring(0, at) + other + before.substring(at + text.length()));
        return copy;
    }

    private static void copyTo(Path source, Path target) {
        try {
            if (!Files.isDirectory(source)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(source, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer check(Path pack, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "pack";
        all[1] = "check";
        all[2] = pack.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandLine.run("", all);
    }

    /** {@code pack check} and {@code judge} both refuse it with exit code 2 and answer nothing about people. */
    private static void refused(Path pack, String... named) {
        Answer checked = check(pack);
        assertThat(checked.code()).as(checked.out()).isEqualTo(2);
        assertThat(checked.err()).contains(named).doesNotContain("Exception", "\tat ");
        Answer judged = CommandLine.run(
                "person,arrivedAt,origin\n", "judge", "--pack", pack.toString(), "--at", CommandLine.AT);
        assertThat(judged.code()).isEqualTo(2);
        assertThat(judged.out()).isEmpty();
        assertThat(judged.err()).contains(named);
    }

    @Test
    void aSoundPackPassesAndSaysWhatStaysOpen() {
        Answer answer = CommandLine.run("", "pack", "check", CommandLine.ANSHAN);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("pass arr-a-medium-risk [S0-04, S0-05, S0-06, S0-09, S0-10]")
                .contains("note pack.delegated-value: anshan-2020: the parameter home-observation-days [S0-07]")
                .containsPattern("anshan-2020 [0-9a-f]{64}: \\d+ scenarios, 0 failed, 0 errors");
        assertThat(CommandLine.run("", "pack", "check", CommandLine.SCHOOL).code())
                .isZero();
    }

    @Test
    void aScenarioThatFailsIsNamedWithTheLinesThatDiffer() throws IOException {
        Path pack = copy("scenarios/1-acceptance.yaml", "→ 2020-08-03 15:30 (S0-05", "→ 2020-08-04 15:30 (S0-05");
        Answer answer = check(pack);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).contains("FAIL arr-a-medium-risk", "1 failed");
        assertThat(answer.err())
                .contains("- measure central-isolation 2020-07-20 15:30 → 2020-08-04 15:30")
                .contains("+ measure central-isolation 2020-07-20 15:30 → 2020-08-03 15:30");
    }

    @Test
    void aChildLooserThanItsParentIsNamedWithBothValuesAndBothClauses() throws IOException {
        Path child = copy("parameters.yaml", "value: 14", "value: 7");
        Answer answer = check(child, "--parent", CommandLine.ANSHAN);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains("pack.looser")
                .contains("central-isolation-days")
                .contains("7 days is looser than the parent's 14")
                .contains("[S0-05, S0-10] under anshan-2020 [S0-05, S0-10]");
    }

    @Test
    void whereLowerIsStricterMoreIsLooser() throws IOException {
        Path child = copy("parameters.yaml", "value: 7\n    stricter: lower", "value: 8\n    stricter: lower");
        assertThat(check(child, "--parent", CommandLine.ANSHAN).err())
                .contains("certificate-validity-days", "8 days is looser than the parent's 7");
    }

    @Test
    void aStricterChildAndAnEqualOneMayBe() throws IOException {
        Path child = copy("parameters.yaml", "value: 14", "value: 21");
        assertThat(check(child, "--parent", CommandLine.ANSHAN).err()).doesNotContain("pack.looser");
        assertThat(CommandLine.run("", "pack", "check", CommandLine.ANSHAN, "--parent", CommandLine.ANSHAN)
                        .code())
                .isZero();
    }

    @Test
    void aChildInAnotherUnitThanItsParent() throws IOException {
        Path child = copy("parameters.yaml", "unit: days\n    value: 14", "unit: civil-days\n    value: 14");
        Answer answer = check(child, "--parent", CommandLine.ANSHAN);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("pack.parent-unit", "the unit is civil-days, the parent's days");
    }

    @Test
    void aGap() throws IOException {
        refused(
                copy(TABLE, "<text>&gt;= central_isolation_days</text>", "<text>&gt; central_isolation_days</text>"),
                "gap",
                TABLE);
    }

    @Test
    void anOverlap() throws IOException {
        refused(
                copy(TABLE, "<text>&lt; central_isolation_days</text>", "<text>&lt;= central_isolation_days</text>"),
                "overlap",
                TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value: null", "value:", "value: ~", "value: \"\"", "# value: 14"})
    void anEmptyValueRefusesOnlyWhatNeedsItAndBlocksActivation(String empty) throws IOException {
        Path pack = copy("parameters.yaml", "value: 14", empty);
        Answer checked = check(pack);
        assertThat(checked.out())
                .contains("blocks activation pack.empty-value: anshan-2020: the parameter "
                        + "central-isolation-days [S0-05, S0-10] has no value");
        Answer judged = CommandLine.run(
                "person,arrivedAt,origin,originRisk,destination\n"
                        + "甲,2020-07-20T10:00+08:00,210211000000,medium,210302000000\n"
                        + "乙,2020-07-20T10:00+08:00,110101000000,low,210302000000\n",
                "judge",
                "--pack",
                pack.toString(),
                "--at",
                CommandLine.AT);
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(judged.objects().getFirst().at("/refused/0/parameter").asString())
                .isEqualTo("central-isolation-days");
        assertThat(judged.objects().getLast().at("/refused")).isEmpty();
        assertThat(judged.objects().getLast().at("/duties")).isNotEmpty();
    }

    @Test
    void aKindOfMeasureThatTheLegalBasisDoesNotAllow() throws IOException {
        Path pack = copy("pack.yaml", "disease-class: class-b-managed-as-a", "disease-class: class-c");
        Answer answer = check(pack);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains("pack.legal-basis")
                .contains("(central-isolation) needs the power confine, which class-c does not give")
                .contains("第39条");
    }

    @Test
    void anExternalFunctionInATable() throws IOException {
        refused(
                copy(
                        TABLE,
                        "<text>&lt; central_isolation_days</text>",
                        "<text>function() external {java: {class: \"java.lang.System\"}}</text>"),
                TABLE);
    }

    @Test
    void aBillionLaughs() throws IOException {
        refused(
                copy(
                        TABLE,
                        "<definitions ",
                        "<!DOCTYPE definitions [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><definitions "),
                TABLE,
                "xml.doctype");
    }

    @Test
    void aFileThatLeavesThePack() throws IOException {
        Path pack = copy("rules.yaml", "episodes:", "episodes:");
        Files.delete(pack.resolve("parameters.yaml"));
        Files.createSymbolicLink(pack.resolve("parameters.yaml"), Path.of("/etc/hostname"));
        refused(pack, "symbolic links are not allowed");
    }

    @Test
    void showPrintsParametersWithUnitsAndTablesAsText() {
        Answer answer = CommandLine.run("", "pack", "show", CommandLine.ANSHAN);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("鞍山市统筹推进新冠肺炎疫情防控")
                .contains("Order of the Anshan city headquarters")
                .contains("home-observation-days = (unset) days [S0-07]")
                .contains("certificate-validity-days = 7 days")
                .contains("arrival-class (arrival)")
                .contains("< central_isolation_days");
    }
}
