package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The acceptance of orders (part 2.1) and arrivals (part 2.4) of the clause catalogue, on the command line. */
final class PlansAcceptanceTest {
    private static final String PROVINCE =
            CommandLine.HOME.resolve("packs/province-plan").toString();
    private static final String CITY =
            CommandLine.HOME.resolve("packs/city-plan").toString();
    private static final String AT = "2020-07-26T12:00:00+08:00";
    private static final String HEADER =
            "person,arrivedAt,origin,originRisk,destination,registeredAt,declaredAt,code,tests\n";
    /** From a medium-risk area of Dalian on 20 July, green code, own negative certificate of four days. */
    private static final String TRAVELLER =
            HEADER + "甲,2020-07-20T12:00:00+08:00,210211000000,medium,210302000000,2020-07-20T12:30:00+08:00,"
                    + "2020-07-20T10:00:00+08:00,green,"
                    + "2020-07-16T10:00:00+08:00/2020-07-16T20:00:00+08:00/negative/nucleic-acid/self";

    private static Answer judge(String ledger, String at, List<String> packs, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("judge", "--at", at));
        packs.forEach(pack -> arguments.addAll(List.of("--pack", pack)));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return CommandLine.run(ledger, arguments.toArray(String[]::new));
    }

    private static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.get(field).asString()));
        return texts;
    }

    @Test
    void anshanIsolatesForFourteenDaysWhateverIsShown() {
        JsonNode decision = judge(TRAVELLER, AT, List.of(CommandLine.ANSHAN)).only();
        assertThat(texts(decision.at("/measures"), "kind")).containsExactly("central-isolation");
        assertThat(decision.at("/measures/0/from").asString()).isEqualTo("2020-07-20T12:00:00+08:00");
        assertThat(decision.at("/measures/0/until").asString()).isEqualTo("2020-08-03T12:00:00+08:00");
        assertThat(decision.at("/measures/0/clauses").toString()).contains("S0-05", "S0-10");
        assertThat(decision.at("/packs/0/version").asString()).isEqualTo("1");
        assertThat(texts(decision.at("/duties"), "kind")).containsExactly("nucleic-acid-test", "nucleic-acid-test");
        assertThat(decision.at("/refused")).isEmpty();
    }

    @Test
    void theProvinceRefusesUntilXIsEntered() {
        JsonNode decision = judge(TRAVELLER, AT, List.of(PROVINCE)).only();
        assertThat(decision.at("/measures")).isEmpty();
        assertThat(decision.at("/duties")).isEmpty();
        assertThat(texts(decision.at("/refused"), "parameter")).containsExactly("certificate-validity-days");
    }

    @Test
    void withXTheProvinceAnswersOneTestThenRelease() {
        JsonNode decision = judge(TRAVELLER, AT, List.of(PROVINCE), "certificate-validity-days=7")
                .only();
        assertThat(decision.at("/refused")).isEmpty();
        assertThat(texts(decision.at("/measures"), "kind")).containsExactly("await-result");
        assertThat(decision.at("/measures/0/clauses").toString()).contains("S1-005");
        assertThat(texts(decision.at("/duties"), "obligation")).containsOnlyOnce("arrival-test");
        assertThat(decision.at("/release/possibleAt").isNull()).isTrue();
        JsonNode tested = judge(
                        TRAVELLER + ";2020-07-20T13:00:00+08:00/2020-07-20T21:00:00+08:00/negative/nucleic-acid/self",
                        AT,
                        List.of(PROVINCE),
                        "certificate-validity-days=7d")
                .only();
        assertThat(tested.at("/measures")).isEmpty();
        assertThat(tested.at("/release/possibleAt").asString()).isEqualTo("2020-07-20T21:00:00+08:00");
    }

    @ParameterizedTest
    @CsvSource({"4, await-result", "3, central-isolation"})
    void whatXIsDecides(String days, String kind) {
        // On 20 July at noon the certificate of the 16th at noon is exactly four days old.
        String exact = TRAVELLER.replace("2020-07-16T10:00:00", "2020-07-16T12:00:00");
        JsonNode decision = judge(
                        exact, AT, List.of(PROVINCE), "certificate-validity-days=" + days, "release-test-schedule=1,14")
                .only();
        assertThat(texts(decision.at("/measures"), "kind")).containsExactly(kind);
    }

    @Test
    void underBothTheStricterHoldsAndBothAreNamed() {
        JsonNode decision = judge(TRAVELLER, AT, List.of(CommandLine.ANSHAN, PROVINCE), "certificate-validity-days=7")
                .only();
        assertThat(texts(decision.at("/measures"), "kind")).containsExactly("central-isolation");
        assertThat(texts(decision.at("/packs"), "id")).containsExactly("anshan-2020", "province-plan");
        assertThat(texts(decision.at("/why"), "pack")).contains("anshan-2020", "province-plan");
    }

    @Test
    void fourPeopleFromDalianUnderAnshan() {
        String ledger = HEADER
                + "A,2020-07-20T15:30:00+08:00,210211000000,medium,210302000000,2020-07-26T09:00:00+08:00,,,\n"
                + "B,2020-07-25T18:00:00+08:00,210211000000,low,210302000000,2020-07-26T08:00:00+08:00,"
                + "2020-07-26T08:00:00+08:00,green,"
                + "2020-07-22T09:00:00+08:00/2020-07-22T20:00:00+08:00/negative/nucleic-acid/self\n"
                + "C,2020-07-25T20:00:00+08:00,210211000000,low,210302000000,2020-07-26T08:30:00+08:00,,green,\n"
                + "D,2020-07-13T10:00:00+08:00,210211000000,medium,210302000000,2020-07-26T09:30:00+08:00,,,\n";
        List<JsonNode> decisions = judge(
                        ledger, AT, List.of(CommandLine.ANSHAN), "210302000000:home-observation-days=7")
                .objects();
        assertThat(decisions).hasSize(4);
        JsonNode a = decisions.get(0);
        assertThat(a.at("/measures/0/until").asString()).isEqualTo("2020-08-03T15:30:00+08:00");
        assertThat(texts(a.at("/duties"), "obligation")).containsExactly("release-test", "release-test");
        assertThat(texts(decisions.get(1).at("/measures"), "kind")).containsExactly("home-observation");
        assertThat(texts(decisions.get(2).at("/duties"), "obligation")).containsExactly("immediate-test");
        JsonNode d = decisions.get(3);
        assertThat(d.at("/measures")).isEmpty();
        assertThat(d.at("/duties")).isEmpty();
        assertThat(d.at("/why/0/clauses").toString()).contains("S0-09");
    }

    @ParameterizedTest
    @CsvSource({"2020-05-18T10:00:00+08:00, late", "2020-05-17T10:00:00+08:00, ahead", "'', never"})
    void theCityWantsThreeDays(String declared, String row) {
        String ledger = "person,arrivedAt,origin,destination,declaredAt,port\n"
                + "甲,2020-05-20T10:00:00+08:00,,370102000000," + declared + ",上海浦东机场\n";
        JsonNode decision =
                judge(ledger, "2020-05-20T11:00:00+08:00", List.of(CITY)).only();
        assertThat(texts(decision.at("/why"), "row")).contains(row);
    }

    @Test
    void theCityIsolatesWithoutAnEndUntilALengthIsSet() {
        String ledger = HEADER
                + "甲,2020-05-20T10:00:00+08:00,230102000000,medium,370102000000,2020-05-20T10:30:00+08:00,,green,\n";
        JsonNode open =
                judge(ledger, "2020-05-20T11:00:00+08:00", List.of(CITY)).only();
        assertThat(texts(open.at("/measures"), "kind")).containsExactly("central-isolation");
        assertThat(open.at("/measures/0/until").isNull()).isTrue();
        assertThat(texts(open.at("/refused"), "parameter")).containsExactly("central-isolation-days");
        assertThat(texts(open.at("/duties"), "obligation"))
                .containsExactlyInAnyOrder(
                        "under-control", "key-area-health-check", "key-area-nucleic-acid", "key-area-antibody");
        JsonNode set = judge(ledger, "2020-05-20T11:00:00+08:00", List.of(CITY), "central-isolation-days=14")
                .only();
        assertThat(set.at("/measures/0/until").asString()).isEqualTo("2020-06-03T10:00:00+08:00");
        assertThat(set.at("/refused")).isEmpty();
        Answer checked = CommandLine.run("", "pack", "check", CITY);
        assertThat(checked.code()).isZero();
        assertThat(checked.out())
                .contains("blocks activation pack.empty-value: city-plan: the parameter central-isolation-days")
                .contains("没有值，须先依法设定");
    }

    @Test
    void aScheduleIsSetAsAWholeAndNeverBelowTheOrder() {
        String ledger = TRAVELLER.replace("green", "red");
        JsonNode decision = judge(ledger, AT, List.of(PROVINCE), "release-test-schedule=1,3-5,13")
                .only();
        assertThat(texts(decision.at("/duties"), "dueAt"))
                .contains("2020-07-21T00:00:00+08:00", "2020-07-25T00:00:00+08:00", "2020-08-02T00:00:00+08:00");
        Answer few = judge(ledger, AT, List.of(PROVINCE), "release-test-schedule=14");
        assertThat(few.code()).isEqualTo(2);
        assertThat(few.err()).contains("release-test-schedule=14", "fewer than the 2 of [S1-006]");
        assertThat(few.out()).isEmpty();
    }

    @Test
    void aChildThatSaysSomethingElseThanItsParentNamesBothClausesInBothLanguages() {
        Answer answer = CommandLine.run("", "pack", "check", CITY, "--parent", PROVINCE);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("note pack.parent-value: parameter central-isolation-days, city-plan [S1-192, S1-202] under "
                        + "province-plan [S1-006, S1-010]: left open here, the parent says 14 days")
                .contains("city-plan [S1-192, S1-202] 与上级 province-plan [S1-006, S1-010]：本级未定，上级定为 14 days");
        Answer looser = CommandLine.run("", "pack", "check", PROVINCE, "--parent", CommandLine.ANSHAN);
        assertThat(looser.out())
                .contains("note pack.parent-value: parameter certificate-validity-days, province-plan "
                        + "[S1-005, S1-006, S1-007] under anshan-2020 [S0-07]: left open here, the parent says 7 days");
    }
}
