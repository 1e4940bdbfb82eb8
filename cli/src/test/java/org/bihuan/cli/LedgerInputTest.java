package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.cli.CommandLine.judge;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ledger as a file: every column, its lawful and unlawful cells, and the forms that spreadsheets give such a file. */
final class LedgerInputTest {
    private static final String HEADER = "person,arrivedAt,origin,originRisk,destination";
    private static final String GOOD = "好人,2020-07-20T10:00+08:00,210211000000,medium,210302000000";

    /** A row of the needful cells with one more column. */
    private static JsonNode withCell(String column, String cell) {
        boolean known = HEADER.contains("," + column);
        String row = "甲,2020-07-20T10:00+08:00,210211000000,medium,210302000000";
        if (known) {
            String[] names = HEADER.split(",");
            String[] cells = row.split(",");
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(column)) {
                    cells[i] = cell;
                }
            }
            return judge(HEADER + "\n" + String.join(",", cells) + "\n").only();
        }
        return judge(HEADER + "," + column + "\n" + row + "," + cell + "\n").only();
    }

    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arrivedAt|2020-07-20T15:30+08:00",
                "arrivedAt|2020-07-20T15:30:59+08:00",
                "arrivedAt|2020-07-20T07:30Z",
                "origin|210211000000",
                "originRisk|high",
                "originRisk|medium",
                "originRisk|low",
                "originRisk|none",
                "destination|210302008005",
                "leftOriginAt|2020-07-20T08:00+08:00",
                "registeredAt|2020-07-20T11:00+08:00",
                "declaredAt|2020-07-19T11:00+08:00",
                "code|green",
                "code|yellow",
                "code|red",
                "code|none",
                "tests|2020-07-22T09:00+08:00/2020-07-22T20:00+08:00/negative/nucleic-acid/self",
                "tests|2020-07-22T09:00+08:00/2020-07-22T20:00+08:00/positive/antibody/other",
                "tests|2020-07-22T09:00+08:00/2020-07-22T20:00+08:00/invalid/nucleic-acid/self;",
                "tests|2020-07-31T09:00+08:00/2020-08-02T20:00+08:00//nucleic-acid/self",
                "tests|2020-07-31T09:00+08:00///nucleic-acid/self",
                "tests|2020-07-22T09:00Z/2020-07-22T20:00Z/negative/nucleic-acid/self;"
                        + " 2020-07-23T09:00Z/2020-07-23T20:00Z/negative/nucleic-acid/other",
                "port|大窑湾",
                "isolatedElsewhereDays|0",
                "isolatedElsewhereDays|14",
                "born|1986-05-03",
                "occupation|厨师",
                "symptoms|发热、咳嗽",
                "admittedAt|2020-07-20T15:00+08:00",
                "positiveAt|2020-07-21T15:00+08:00",
            })
    void everyColumnTakesItsCells(String column, String cell) {
        JsonNode decision = withCell(column, cell);
        assertThat(decision.at("/why")).as("a row of the table answered").isNotEmpty();
        // A rule may refuse, as it does of arrivals from abroad; a cell that is refused is shown in brackets
        assertThat(decision.at("/refused")
                        .valueStream()
                        .map(each -> each.at("/message").asString()))
                .noneMatch(message -> message.contains("「"));
    }

    @ParameterizedTest(name = "{0} cannot be {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arrivedAt|2020-07-20T15:30|arrivedAt|带时区",
                "arrivedAt|2020-07-20|arrivedAt|带时区",
                "arrivedAt|2020-08-01T09:00:01+08:00|arrivedAt|晚于当前时刻",
                "origin|2102|origin|12位",
                "origin|219999000000|origin|没有这个区划",
                "originRisk|重|originRisk|high、medium、low、none",
                "destination|鞍山|destination|12位",
                "leftOriginAt|早上|leftOriginAt|带时区",
                "registeredAt|2020-08-02T09:00+08:00|registeredAt|晚于当前时刻",
                "declaredAt|2020-08-02T09:00+08:00|declaredAt|晚于当前时刻",
                "code|绿|code|green、yellow、red、none",
                "tests|negative|tests|sampledAt/reportedAt/result/kind/owner",
                "tests|2020-07-22T09:00Z/2020-07-22T20:00Z/negative/nucleic-acid/self/x|tests|sampledAt/",
                "tests|2020-07-22T09:00/2020-07-22T20:00Z/negative/nucleic-acid/self|sampledAt|带时区",
                "tests|2020-08-02T09:00Z///nucleic-acid/self|sampledAt|晚于当前时刻",
                "tests|2020-07-22T09:00Z/2020-07-22T20:00Z/good/nucleic-acid/self|result|negative",
                "tests|2020-07-22T09:00Z/2020-07-22T20:00Z/negative/blood/self|kind|nucleic-acid",
                "tests|2020-07-22T09:00Z/2020-07-22T20:00Z/negative/nucleic-acid/mine|owner|self",
                "isolatedElsewhereDays|-1|isolatedElsewhereDays|不得小于",
                "isolatedElsewhereDays|两周|isolatedElsewhereDays|必须是数字",
                "born|1986-13-03|born|必须是日期",
                "born|5月3日|born|必须是日期",
                "admittedAt|2020-08-02T09:00+08:00|admittedAt|晚于当前时刻",
                "positiveAt|2020-08-02T09:00+08:00|positiveAt|晚于当前时刻",
            })
    void aBadCellIsRefusedByFieldInBothLanguages(String column, String cell, String field, String rule) {
        JsonNode decision = withCell(column, cell);
        assertThat(decision.at("/refused")
                        .valueStream()
                        .filter(each -> field.equals(each.at("/field").asString(null))))
                .as(decision.toString())
                .singleElement()
                .satisfies(refused -> assertThat(refused.at("/message").asString())
                        .contains(field, rule)
                        .matches("(?s).*[一-龥].* / .*[a-z].*"));
        assertThat(decision.at("/measures")).as("a refused row is no fact").isEmpty();
    }

    @Test
    void goodRowsGoOnBesidesBadOnesAndTheOrderIsKept() {
        Answer answer = judge(HEADER + "\n坏人,昨天,210211000000,medium,210302000000\n" + GOOD
                + "\n坏人,2020-07-20T10:00+08:00,1,medium,210302000000\n");
        assertThat(answer.code()).isZero();
        assertThat(answer.objects())
                .extracting(each -> each.at("/person").asString())
                .containsExactly("坏人", "好人");
        assertThat(answer.objects()
                        .getFirst()
                        .at("/refused")
                        .valueStream()
                        .map(each -> each.at("/field").asString("")))
                .contains("arrivedAt", "origin");
        assertThat(answer.objects().getLast().at("/refused")).isEmpty();
        assertThat(answer.objects().getLast().at("/measures/0/kind").asString()).isEqualTo("central-isolation");
    }

    @Test
    void aRowWithoutAPersonIsNamedByItsLine() {
        Answer answer = judge(HEADER + "\n,2020-07-20T10:00+08:00,210211000000,medium,210302000000\n" + GOOD + "\n");
        assertThat(answer.err()).contains("line 2: ", "person", "is required");
        assertThat(answer.objects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsByteOrderMarkSpacesAndEmptyLinesChangeNothing(String lineEnd) {
        String plain = withoutIds(judge(HEADER + "\n" + GOOD + "\n"));
        String other = "\uFEFF" + HEADER + lineEnd + lineEnd + GOOD.replace(",", " , ") + lineEnd + lineEnd;
        assertThat(withoutIds(judge(other))).isEqualTo(plain);
        assertThat(withoutIds(judge(HEADER + lineEnd + GOOD))).isEqualTo(plain);
    }

    /** A duty's id comes from its row's line, which an empty line before it shifts. */
    private static String withoutIds(Answer answer) {
        return answer.out().replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"-\"");
    }

    @Test
    void columnsComeInAnyOrderAndUnknownOnesAreNamed() {
        Answer answer = judge("备注,destination,originRisk,origin,arrivedAt,person\n"
                + "x,210302000000,medium,210211000000,2020-07-20T10:00+08:00,好人\n");
        assertThat(answer.err()).contains("left out: [备注]");
        assertThat(answer.out()).isEqualTo(judge(HEADER + "\n" + GOOD + "\n").out());
    }

    @Test
    void quotedCellsMayHoldCommasAndQuotes() {
        JsonNode decision = withCell("occupation", "\"厨师,\"\"白案\"\"\"");
        assertThat(decision.at("/refused")).isEmpty();
    }

    @Test
    void moreCellsThanColumnsAreNotCutOff() {
        JsonNode decision = judge(HEADER + "\n" + GOOD + ",21,22\n").only();
        assertThat(decision.at("/refused/0/message").asString()).contains("单元格比表头多", "more cells than the header");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNobodyInSilence() {
        for (String row : new String[] {"\"" + GOOD, "甲,2020-07-20T10:00+08:00,210211000000,medium,\"210302000000"}) {
            Answer answer = judge(HEADER + "\n" + row + "\n" + GOOD + "\n" + GOOD + "\n");
            assertThat(answer.out() + answer.err()).contains("引号", "quotation mark");
            assertThat(answer.objects())
                    .allSatisfy(each -> assertThat(each.at("/measures")).isEmpty());
        }
        JsonNode decision = judge(HEADER + ",occupation\n甲,2020-07-20T10:00Z,210211000000,medium,210302000000,\"cook\n"
                        + GOOD + ",\n")
                .only();
        assertThat(decision.at("/refused/0/field").asString()).isEqualTo("occupation");
        assertThat(decision.at("/refused/0/message").asString()).contains("引号", "quotation mark");
    }

    @Test
    void aCellOfAMegabyteIsAnErrorAndNoCrash() {
        Answer answer = judge(HEADER + "\n" + GOOD + "\n甲," + "9".repeat(1_000_000) + ",,,\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("ledger: is not valid CSV", "line 3");
    }

    @Test
    void anotherCharacterSetIsNotReadAsQuestionMarks() {
        for (Charset charset : new Charset[] {Charset.forName("GB18030"), StandardCharsets.UTF_16}) {
            Answer answer = judge((HEADER + "\n" + GOOD + "\n").getBytes(charset));
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).contains("not valid UTF-8");
        }
    }

    @Test
    void aPlannedArrivalThatIsDeclaredIsJudged() {
        JsonNode decision = judge(HEADER + ",declaredAt\n甲,2020-08-02T10:00+08:00,210211000000,medium,210302000000,"
                        + "2020-07-31T10:00+08:00\n")
                .only();
        assertThat(decision.at("/refused")).isEmpty();
        assertThat(decision.at("/measures/0/from").asString()).isEqualTo("2020-08-02T10:00:00+08:00");
    }
}
