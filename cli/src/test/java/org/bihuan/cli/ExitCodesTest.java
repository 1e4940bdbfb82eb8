package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exit codes: 0 when people were judged, whatever had to be refused; 2 when a pack or a setting is wrong; 1 when the
 * command line or the input cannot be used. In each bad case the answer stays empty and the reason is named.
 */
final class ExitCodesTest {
    private static final String HEADER = "person,arrivedAt,origin,destination\n";

    @ParameterizedTest(name = "{0} gives {1}, naming {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                            | 1 | name a command",
                "judges                                                      | 1 | unknown command judges",
                "judge                                                       | 1 | --at is required",
                "judge --pack ANSHAN                                         | 1 | --at is required",
                "judge --at AT                                               | 1 | --pack DIR is required",
                "judge --pack ANSHAN --at                                    | 1 | --at needs a value",
                "judge --pack ANSHAN --at AT --at AT                         | 1 | --at may stand only once",
                "judge --pack ANSHAN --at 2020-08-01T09:00:00                | 1 | 时间必须带时区",
                "judge --pack ANSHAN --at 2020-08-01                         | 1 | offset or Z",
                "judge --pack ANSHAN --at 2020-02-30T09:00Z                  | 1 | \"2020-02-30T09:00Z\"",
                "judge --pack ANSHAN --at tomorrow                           | 1 | \"tomorrow\"",
                "judge --pack ANSHAN --at AT --colour red                    | 1 | unknown option --colour",
                "judge --pack ANSHAN --at AT facts.csv                       | 1 | what is facts.csv",
                "judge --pack ANSHAN --at AT --facts nowhere.ndjson          | 1 | --facts nowhere.ndjson",
                "judge --pack nowhere --at AT                                | 2 | nowhere: is not a folder",
                "judge --pack HOME/scripts --at AT                           | 2 | pack.yaml",
                "judge --pack ANSHAN --at AT --set home-observation=7        | 2 | no parameter home-observation",
                "judge --pack ANSHAN --at AT --set home-observation-days=7h  | 2 | wrong unit h",
                "judge --pack ANSHAN --at AT --set home-observation-days=    | 2 | must be a whole number of days",
                "judge --pack ANSHAN --at AT --set home-observation-days=-1  | 2 | must be a whole number of days",
                "judge --pack ANSHAN --at AT --set home-observation-days=1.5 | 2 | must be a whole number of days",
                "judge --pack ANSHAN --at AT --set home-observation-days     | 2 | must be name=value",
                "judge --pack ANSHAN --at AT --set flagged-sources=2102      | 2 | 12-digit division codes",
                "judge --pack ANSHAN --at AT --set 2103:home-observation-days=7         | 2 | 12-digit division",
                "judge --pack ANSHAN --at AT --set 099999999999:home-observation-days=7 | 2 | 12-digit division",
                "judge --pack ANSHAN --at AT --set 219999000000:home-observation-days=7 | 2 | no such division",
                "judge --pack ANSHAN --at AT --set 210302008000:home-observation-days=7 | 2 | county",
                "pack                                                        | 1 | usage: pack check DIR",
                "pack check                                                  | 1 | usage: pack check DIR",
                "pack burn ANSHAN                                            | 1 | unknown: pack burn",
                "pack check nowhere                                          | 2 | nowhere: is not a folder",
                "pack show nowhere                                           | 2 | nowhere: is not a folder",
                "pack check ANSHAN --parent nowhere                          | 2 | nowhere: is not a folder",
                "clauses S0-01                                               | 1 | clauses takes no arguments",
            })
    void whatCannotBeDoneIsNamedAndAnswersNothing(String line, int code, String named) {
        Answer answer = CommandLine.run(HEADER, words(line));
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(named).doesNotContain("Exception", "\tat ");
    }

    private static String[] words(String line) {
        return line == null
                ? new String[0]
                : Arrays.stream(line.strip().split(" +"))
                        .map(word -> word.replace("ANSHAN", CommandLine.ANSHAN)
                                .replace("HOME", CommandLine.HOME.toString())
                                .replaceFirst("^AT$", CommandLine.AT))
                        .toArray(String[]::new);
    }

    @Test
    void aLedgerOfOneHeaderHasAnEmptyAnswer() {
        assertThat(CommandLine.judge(HEADER)).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void anEmptyInputIsNoLedger() {
        Answer answer = CommandLine.judge("");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("ledger: line 1: is empty; it needs a header line");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aMissingColumnIsNamed() {
        Answer answer = CommandLine.judge("person,arrivedAt\n甲,2020-07-20T10:00+08:00\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("the column origin is missing");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aColumnThatStandsTwiceIsNamedAndOneThatMeansNothingMay() {
        Answer answer = CommandLine.judge("person,person,arrivedAt,origin\n甲,乙,2020-07-20T10:00+08:00,210211000000\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("the column person stands twice");
        assertThat(CommandLine.judge("x,x,person,arrivedAt,origin\n").code()).isZero();
    }

    @Test
    void refusedRowsAreNoReasonToFail() {
        Answer answer = CommandLine.judge(HEADER + "甲,yesterday,1,2\n");
        assertThat(answer.code()).isZero();
        assertThat(answer.objects()).hasSize(1);
    }

    @Test
    void optionsMayBeJoinedByAnEqualsSign() {
        Answer answer = CommandLine.run(
                HEADER,
                "judge",
                "--pack=" + CommandLine.ANSHAN,
                "--at=2020-08-01T09:00Z",
                "--set=home-observation-days=7");
        assertThat(answer).isEqualTo(new Answer(0, "", ""));
    }
}
