package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The small ledgers of Guazhou, Lanzhou and Jincheng, line by line as they were last looked at. After a wanted change
 * run with {@code -Dbihuan.golden=write}, and read the difference in version control before keeping it.
 */
final class CountyLedgersTest {
    private static final Path GOLDEN = CommandLine.HOME.resolve("cli/src/test/resources/golden");
    private static final Path PACKS = CommandLine.HOME.resolve("packs");

    private static Answer judge(String pack, String ledger, String at, String... settings) throws IOException {
        String[] all = new String[settings.length * 2 + 5];
        all[0] = "judge";
        all[1] = "--pack";
        all[2] = PACKS.resolve(pack).toString();
        all[3] = "--at";
        all[4] = at;
        for (int i = 0; i < settings.length; i++) {
            all[5 + 2 * i] = "--set";
            all[6 + 2 * i] = settings[i];
        }
        return CommandLine.run(
                Files.readString(PACKS.resolve(pack).resolve("ledger").resolve(ledger)), all);
    }

    private static Answer foxconn(String... settings) throws IOException {
        return judge("jincheng-2022", "foxconn-12.csv", "2022-11-02T12:00+08:00", settings);
    }

    private static JsonNode of(Answer answer, String person) {
        return answer.objects().stream()
                .filter(each -> each.at("/person").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> refused(JsonNode decision, String what) {
        return decision.at("/refused")
                .valueStream()
                .map(each -> each.at("/" + what))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "guazhou-2021, arrivals-8.csv, 2021-10-11T12:00+08:00",
        "lanzhou-2021, contacts-6.csv, 2021-12-22T18:00+08:00",
        "jincheng-2022, foxconn-12.csv, 2022-11-02T12:00+08:00",
    })
    void everyRowIsJudgedAsBefore(String pack, String ledger, String at) throws IOException {
        Answer answer = judge(pack, ledger, at);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
        List<String> lines = answer.out()
                .lines()
                .map(line -> line.replaceFirst("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":\"-\""))
                .toList();
        Path golden = GOLDEN.resolve(pack + ".decisions.jsonl");
        if ("write".equals(System.getProperty("bihuan.golden"))) {
            Files.write(golden, lines, StandardCharsets.UTF_8);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    @Test
    void aMissingLengthGivesAMeasureWithoutEndAndTheRestOfTheChain() throws IOException {
        JsonNode first = of(foxconn(), "F01");
        assertThat(first.at("/measures/0/kind").asString()).isEqualTo("central-isolation");
        assertThat(first.at("/measures/0/until").isNull()).isTrue();
        assertThat(refused(first, "parameter")).contains("central-isolation-days");
        assertThat(first.at("/duties")
                        .valueStream()
                        .map(each -> each.at("/kind").asString()))
                .contains("transfer", "nucleic-acid-test", "placement", "health-check", "pre-declaration");
    }

    @Test
    void aLengthThatIsSetEndsTheMeasure() throws IOException {
        Answer answer = foxconn("central-isolation-days=7");
        assertThat(of(answer, "F01").at("/measures/0/until").asString()).isEqualTo("2022-11-09T10:00:00+08:00");
        assertThat(answer.objects())
                .allSatisfy(each -> assertThat(refused(each, "parameter")).doesNotContain("central-isolation-days"));
        assertThat(foxconn("central-isolation-days=7h").code()).isEqualTo(2);
    }

    @Test
    void twoBadCellsAreNamedByColumnAndAllTwelveAreAnswered() throws IOException {
        Answer answer = foxconn();
        assertThat(answer.objects()).hasSize(12);
        assertThat(refused(of(answer, "F11"), "field")).contains("transport");
        assertThat(refused(of(answer, "F12"), "field")).contains("destination");
    }

    @Test
    void oneDistrictMayHaveAnotherLengthThanTheNext() throws IOException {
        Answer answer = foxconn("central-isolation-days=7", "140524000000:central-isolation-days=10");
        assertThat(of(answer, "F01").at("/measures/0/until").asString()).isEqualTo("2022-11-09T10:00:00+08:00");
        assertThat(of(answer, "F03").at("/measures/0/until").asString()).isEqualTo("2022-11-12T09:00:00+08:00");
    }

    @Test
    void eachPackSaysWhatKeepsItFromBeingPutInForce() {
        Answer jincheng = CommandLine.run(
                "", "pack", "check", PACKS.resolve("jincheng-2022").toString());
        assertThat(jincheng.code()).as(jincheng.err()).isZero();
        assertThat(jincheng.out().lines().filter(line -> line.startsWith("blocks activation")))
                .extracting(line -> line.replaceAll(".*the parameter (\\S+) .*", "$1"))
                .containsExactly(
                        "central-isolation-days",
                        "pushed-areas",
                        "history-lookback-days",
                        "chain-transfer-hours",
                        "code-hours",
                        "transit-hours",
                        "closing-days",
                        "risk-note-hours",
                        "self-report-test-hours");
        assertThat(CommandLine.run(
                                "",
                                "pack",
                                "check",
                                PACKS.resolve("lanzhou-2021").toString())
                        .out())
                .contains("blocks activation pack.empty-value: lanzhou-2021: the parameter central-isolation-days");
        assertThat(CommandLine.run(
                                "",
                                "pack",
                                "check",
                                PACKS.resolve("guazhou-2021").toString())
                        .out())
                .contains(
                        "blocks activation pack.empty-value: guazhou-2021: the parameter declaration-lead-days",
                        "note pack.delegated-value: guazhou-2021: the parameter central-isolation-days");
    }
}
