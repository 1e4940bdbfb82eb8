package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The five parameters that scripts name with {@code --set}: where they apply they count, elsewhere they are refused. */
final class ScriptedParametersTest {
    private static final String HEADER = "person,arrivedAt,origin,originRisk,destination,registeredAt,code,tests\n";
    private static final String NEGATIVE = "/negative/nucleic-acid/self";

    @TempDir
    Path folder;

    private static String pack(String id) {
        return CommandLine.HOME.resolve("packs").resolve(id).toString();
    }

    private static List<String> arguments(String pack, String at, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("judge", "--pack", pack(pack), "--at", at));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    private static Answer ledger(String pack, String at, String row, String... settings) {
        return CommandLine.run(
                HEADER + row + "\n", arguments(pack, at, settings).toArray(String[]::new));
    }

    private Answer facts(String pack, String at, List<String> lines, String... settings) throws IOException {
        Path file = Files.write(folder.resolve("facts.ndjson"), lines);
        List<String> arguments = arguments(pack, at, settings);
        arguments.addAll(List.of("--facts", file.toString()));
        return CommandLine.run("", arguments.toArray(String[]::new));
    }

    private static String fact(String kind, String payload) {
        return "{\"key\": \"%s\", \"source\": \"test\", \"kind\": \"%s\", \"schema\": 1, \"subjects\": [{\"role\": \"person\", \"type\": \"person\", \"id\": \"A\"}], \"payload\": %s}"
                .formatted(kind, kind, payload);
    }

    private static String untilOf(JsonNode decision, String kind) {
        return decision.at("/measures")
                .valueStream()
                .filter(each -> each.at("/kind").asString().equals(kind))
                .map(each -> each.at("/until").isNull()
                        ? "open"
                        : each.at("/until").asString().substring(0, 10))
                .findFirst()
                .orElse("none");
    }

    private static List<String> missing(JsonNode decision) {
        return decision.at("/refused")
                .valueStream()
                .filter(each -> each.at("/parameter").isString())
                .map(each -> each.at("/parameter").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anshan-2020    | 1 1 0 1 0",
                "province-plan  | 1 1 1 0 1",
                "city-plan      | 1 1 1 1 1",
                "guazhou-2021   | 0 1 1 0 0",
                "lanzhou-2021   | 0 1 0 0 0",
                "jincheng-2022  | 0 1 0 0 0",
            })
    void eachAppliesWhereTheTextsSpeakOfItAndIsRefusedByNameElsewhere(String pack, String known) {
        String[] names = {
            "certificate-validity-days",
            "central-isolation-days",
            "home-isolation-days",
            "home-observation-days",
            "release-test-schedule"
        };
        String[] values = {"7", "21", "21", "21", pack.equals("city-plan") ? "1,7,7:antibody" : "1,14"};
        for (int i = 0; i < names.length; i++) {
            boolean applies = known.split(" ")[i].equals("1");
            String setting = names[i] + "=" + values[i];
            Answer answer = CommandLine.run(
                    HEADER, arguments(pack, CommandLine.AT, setting).toArray(String[]::new));
            assertThat(answer.code()).as(pack + " " + setting + answer.err()).isEqualTo(applies ? 0 : 2);
            if (!applies) {
                assertThat(answer.err()).contains("no parameter " + names[i]);
            }
            Answer bad = CommandLine.run(
                    HEADER, arguments(pack, CommandLine.AT, names[i] + "=x").toArray(String[]::new));
            assertThat(bad.code()).isEqualTo(2);
            assertThat(bad.out()).isEmpty();
            assertThat(bad.err()).contains(names[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anshan-2020, 210211000000, 210302000000, 2020-07-20, 14, 2020-08-03",
        "province-plan, 210211000000, 520102000000, 2020-07-20, 14, 2020-08-03",
        "city-plan, 210211000000, 370102000000, 2020-05-20, open, 2020-06-03",
        "guazhou-2021, 410105000000, 620922000000, 2021-10-10, none, 2021-10-24",
        "jincheng-2022, 410105000000, 140525000000, 2022-11-02, open, 2022-11-16",
    })
    void theLengthOfCentralIsolation(
            String pack, String origin, String destination, String day, String unset, String fourteen) {
        String arrived = day + "T10:00+08:00";
        String row = "A," + arrived + "," + origin + ",high," + destination + "," + arrived + ",red,";
        Answer open = ledger(pack, day + "T12:00+08:00", row);
        assertThat(open.code()).isZero();
        JsonNode first = open.only();
        assertThat(untilOf(first, "central-isolation")).isEqualTo(unset.equals("14") ? fourteen : unset);
        assertThat(missing(first).contains("central-isolation-days")).isEqualTo(!unset.equals("14"));
        JsonNode set = ledger(pack, day + "T12:00+08:00", row, "central-isolation-days=14d")
                .only();
        assertThat(untilOf(set, "central-isolation")).isEqualTo(fourteen);
        assertThat(missing(set)).doesNotContain("central-isolation-days");
        assertThat(set.at("/duties").size())
                .as("nothing of the chain is lost by setting a value")
                .isGreaterThanOrEqualTo(first.at("/duties").size());
    }

    @Test
    void aContactInLanzhouIsMovedWhateverTheLength() throws IOException {
        List<String> contact = List.of(
                fact("contact", "{\"identifiedAt\": \"2021-12-22T10:00:00+08:00\", \"contactClass\": \"close\"}"));
        Answer open = facts("lanzhou-2021", "2021-12-22T12:00+08:00", contact);
        assertThat(open.code()).isZero();
        assertThat(untilOf(open.only(), "central-isolation")).isEqualTo("open");
        assertThat(missing(open.only())).containsExactly("central-isolation-days");
        assertThat(open.only().at("/duties/0/kind").asString()).isEqualTo("transfer");
        JsonNode set = facts("lanzhou-2021", "2021-12-22T12:00+08:00", contact, "central-isolation-days=10")
                .only();
        assertThat(untilOf(set, "central-isolation")).isEqualTo("2022-01-01");
        assertThat(set.at("/refused")).isEmpty();
    }

    @Test
    void homeIsolation() throws IOException {
        String row = "A,2021-10-10T10:00+08:00,410105000000,medium,620922000000,2021-10-10T10:00+08:00,,";
        JsonNode open = ledger("guazhou-2021", "2021-10-10T12:00+08:00", row).only();
        assertThat(open.at("/measures")).as("undecided it restricts nobody").isEmpty();
        assertThat(missing(open)).contains("home-isolation-days");
        JsonNode decided = ledger("guazhou-2021", "2021-10-10T12:00+08:00", row, "620922000000:home-isolation-days=7")
                .only();
        assertThat(untilOf(decided, "home-isolation")).isEqualTo("2021-10-17");
        List<String> discharged = List.of(
                fact("discharge", "{\"dischargedAt\": \"2020-06-01T10:00:00+08:00\", \"diagnosis\": \"confirmed\"}"));
        for (String pack : List.of("province-plan", "city-plan")) {
            String at = "2020-06-20T10:00+08:00";
            assertThat(untilOf(facts(pack, at, discharged).only(), "home-isolation"))
                    .as(pack)
                    .isEqualTo("2020-06-29");
            assertThat(untilOf(
                            facts(pack, at, discharged, "home-isolation-days=21")
                                    .only(),
                            "home-isolation"))
                    .as(pack)
                    .isEqualTo("2020-07-06");
        }
    }

    @Test
    void homeObservationOfAnEntrantOfTheCity() throws IOException {
        List<String> entrant = List.of(
                fact(
                        "arrival",
                        "{\"arrivedAt\": \"2020-05-20T15:00:00+08:00\", \"destination\": \"370102000000\", \"port\": \"青岛机场\", \"isolatedElsewhereDays\": 14}"),
                fact(
                        "entry",
                        "{\"arrivedAt\": \"2020-05-20T15:00:00+08:00\", \"portDivision\": \"370214000000\", \"releasedElsewhereAt\": \"2020-05-20T10:00:00+08:00\"}"));
        String at = "2020-05-20T16:00+08:00";
        assertThat(untilOf(facts("city-plan", at, entrant).only(), "home-observation"))
                .isEqualTo("2020-06-03");
        assertThat(untilOf(
                        facts("city-plan", at, entrant, "home-observation-days=21")
                                .only(),
                        "home-observation"))
                .isEqualTo("2020-06-10");
    }

    @Test
    void theValidityOfACertificateInTheCity() {
        String row = "A,2020-05-20T10:00+08:00,210211000000,medium,370102000000,2020-05-20T10:00+08:00,green,"
                + "2020-05-14T10:00+08:00/2020-05-14T20:00+08:00" + NEGATIVE;
        String at = "2020-05-20T12:00+08:00";
        JsonNode open = ledger("city-plan", at, row).only();
        assertThat(missing(open)).contains("certificate-validity-days");
        assertThat(open.at("/measures/0/kind").asString()).isEqualTo("central-isolation");
        JsonNode short5 =
                ledger("city-plan", at, row, "certificate-validity-days=5").only();
        assertThat(short5.at("/duties").toString()).contains("key-area-antibody");
        JsonNode long7 =
                ledger("city-plan", at, row, "certificate-validity-days=7").only();
        assertThat(long7.at("/duties").toString()).doesNotContain("key-area-antibody");
        assertThat(missing(long7)).doesNotContain("certificate-validity-days");
    }

    @Test
    void theScheduleOfTheCityTakesAntibodyTests() throws IOException {
        List<String> entrant = List.of(
                fact(
                        "arrival",
                        "{\"arrivedAt\": \"2020-05-20T10:00:00+08:00\", \"destination\": \"370102000000\", \"port\": \"济南机场\"}"),
                fact("entry", "{\"enteredAt\": \"2020-05-20T10:00:00+08:00\", \"portDivision\": \"370100000000\"}"));
        String at = "2020-05-20T12:00+08:00";
        Answer open = facts("city-plan", at, entrant);
        assertThat(open.code()).isZero();
        assertThat(missing(open.only())).contains("release-test-schedule", "central-isolation-days");
        assertThat(open.only().at("/duties").toString())
                .contains("point-to-point")
                .doesNotContain("isolation-tests");
        JsonNode set = facts("city-plan", at, entrant, "release-test-schedule=1,7,7:antibody")
                .only();
        assertThat(missing(set)).containsExactlyInAnyOrder("central-isolation-days", "notified-bodies");
        assertThat(set.at("/duties")
                        .valueStream()
                        .filter(each -> each.at("/obligation").asString().equals("isolation-tests")))
                .hasSize(3);
        Answer few = facts("city-plan", at, entrant, "release-test-schedule=1,7");
        assertThat(few.code()).isEqualTo(2);
        assertThat(few.err()).contains("S1-193");
        assertThat(few.out()).isEmpty();
    }

    private static Answer check(String pack, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("pack", "check", pack(pack)));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return CommandLine.run("", arguments.toArray(String[]::new));
    }

    @Test
    void whatIsSetNoLongerBlocksActivation() {
        String[] all = {
            "certificate-validity-days=7",
            "flagged-cities=210200000000",
            "flagged-sources=210000000000",
            "release-test-schedule=1,14",
            "clearance-days=30"
        };
        assertThat(check("province-plan").out().lines().filter(line -> line.startsWith("blocks activation")))
                .hasSize(5);
        Answer filled = check("province-plan", all);
        assertThat(filled.code()).as(filled.err()).isZero();
        assertThat(filled.out()).doesNotContain("blocks activation");
        assertThat(check("province-plan", all[0], all[1], all[2], all[3])
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("blocks activation")))
                .singleElement()
                .asString()
                .contains("clearance-days");
        assertThat(check("province-plan", "nothing=1").code()).isEqualTo(2);
        assertThat(check("province-plan", "release-test-schedule=14").err()).contains("S1-006");
    }
}
