package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;

/**
 * The ledger of 50 travellers, line by line as it was last looked at. After a wanted change run with
 * {@code -Dbihuan.golden=write}, and read the difference in version control before keeping it.
 */
final class LedgerGoldenTest {
    private static final Path LEDGER = Path.of(CommandLine.ANSHAN, "ledger/travellers-50.csv");
    private static final Path GOLDEN =
            CommandLine.HOME.resolve("cli/src/test/resources/golden/travellers-50.decisions.jsonl");

    /** The pack's hash changes with each of its letters, and is looked at by another test. */
    private static List<String> lines(Answer answer) {
        return answer.out()
                .lines()
                .map(line -> line.replaceFirst("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":\"-\""))
                .toList();
    }

    @Test
    void everyTravellerIsJudgedAsBefore() throws IOException {
        Answer answer = CommandLine.judge(Files.readString(LEDGER));
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        if ("write".equals(System.getProperty("bihuan.golden"))) {
            Files.write(GOLDEN, lines(answer), StandardCharsets.UTF_8);
        }
        assertThat(lines(answer)).isEqualTo(Files.readAllLines(GOLDEN));
    }

    @Test
    void theFiveBadRowsOfTheLedgerAreRefusedAndAllFiftyAnswered() throws IOException {
        Answer answer = CommandLine.judge(Files.readString(LEDGER));
        assertThat(answer.objects()).hasSize(50);
        assertThat(answer.objects().stream()
                        .filter(each -> each.at("/refused")
                                .valueStream()
                                .anyMatch(refused -> !refused.at("/field").isNull()
                                        && !refused.at("/field").isMissingNode()))
                        .map(each -> each.at("/person").asString()))
                .contains("P90000019", "P90000042", "P90000048", "P90000049", "P90000050");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        String ledger = Files.readString(LEDGER);
        String once = CommandLine.judge(ledger).out();
        assertThat(CommandLine.judge(ledger).out()).isEqualTo(once);
        assertThat(once).matches("(?s).*\"hash\":\"[0-9a-f]{64}\".*").endsWith("\n");
    }

    @Test
    void timesArePrintedWithSecondsAndOffset() throws IOException {
        assertThat(CommandLine.judge(Files.readString(LEDGER)).out())
                .doesNotContainPattern("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[+Z]")
                .containsPattern("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00\"");
    }
}
