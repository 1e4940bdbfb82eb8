package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --facts}: the open envelope, one object a line; a bad line is named, and the good ones are judged. */
final class EnvelopeInputTest {
    private static final String GOOD = """
            {"source":"s","key":"k1","kind":"arrival","subjects":[{"type":"person","id":"甲"}],"payload":\
            {"arrivedAt":"2020-07-20T10:00+08:00","origin":"210211000000","originRisk":"medium",\
            "destination":"210302000000"}}
            """;

    @TempDir
    Path folder;

    private Answer judge(byte[] facts) throws IOException {
        Path file = Files.write(folder.resolve("facts.ndjson"), facts);
        return CommandLine.judge("", "--facts", file.toString());
    }

    private Answer judge(String facts) throws IOException {
        return judge(facts.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void factsAndTheLedgerGiveTheSameMeasures() throws IOException {
        Answer answer = judge(GOOD);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.only().at("/measures"))
                .isEqualTo(CommandLine.judge("person,arrivedAt,origin,originRisk,destination\n"
                                + "甲,2020-07-20T10:00+08:00,210211000000,medium,210302000000\n")
                        .only()
                        .at("/measures"))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | is not a JSON object",
                "null | is not a JSON object",
                "[1] | is not a JSON object",
                "\"text\" | is not a JSON object",
                "{} | key: is required",
                "{\"key\":\"k\"} | kind: is required",
                "{\"key\":\"k\",\"kind\":\"arrival\",\"schema\":\"one\"} | schema: must be a whole number",
                "{\"key\":\"k\",\"kind\":\"arrival\",\"subjects\":[{\"type\":\"person\"}]} | subjects: each needs",
                "{\"key\":\"k\",\"kind\":\"arrival\",\"subjects\":[]} | subjects",
                "{\"key\":\"k\",\"kind\":\"arrival\",\"subjects\":{\"type\":\"person\"}} | subjects: must be a list",
                "{\"key\":\"k\",\"kind\":\"arrival\",\"subjects\":[],\"payload\":\"x\"} | payload: must be an object",
            })
    void aLineThatIsNoFactIsNamedAndTheRestJudged(String line, String rule) throws IOException {
        Answer answer = judge(line + "\n\n" + GOOD);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains(rule);
        assertThat(answer.only().at("/measures")).isNotEmpty();
    }

    @Test
    void aBadFieldIsRefusedBesideTheSubjectsOtherFacts() throws IOException {
        Answer answer = judge(GOOD
                + GOOD.replace("k1", "k2").replace("2020-07-20T10:00+08:00", "2020-07-20T10:00")
                + GOOD.replace("k1", "k3").replace("甲", "乙").replace("210302000000", "219999000000"));
        assertThat(answer.objects())
                .extracting(each -> each.at("/person").asString())
                .containsExactly("甲", "乙");
        assertThat(answer.objects().getFirst().at("/refused/0/field").asString())
                .isEqualTo("arrivedAt");
        assertThat(answer.objects().getFirst().at("/measures")).isNotEmpty();
        assertThat(answer.objects().getLast().at("/refused/0/field").asString()).isEqualTo("destination");
        assertThat(answer.objects().getLast().at("/measures")).isEmpty();
    }

    @Test
    void theSameLineTwiceIsOnceAndAnotherContentUnderItsKeyIsAConflict() throws IOException {
        assertThat(judge(GOOD + GOOD).out()).isEqualTo(judge(GOOD).out());
        Answer conflict = judge(GOOD + GOOD.replace("medium", "low"));
        assertThat(conflict.only().at("/refused/0/field").asString()).isEqualTo("key");
        assertThat(conflict.only().at("/measures/0/kind").asString()).isEqualTo("central-isolation");
    }

    @Test
    void byteOrderMarkAndLineEndsChangeNothing() throws IOException {
        String plain = judge(GOOD).out();
        Answer marked = judge("\uFEFF" + GOOD.replace("\n", "\r\n"));
        assertThat(marked.err()).isEmpty();
        assertThat(marked.out()).isEqualTo(plain);
    }

    @Test
    void anEmptyFileHasAnEmptyAnswer() throws IOException {
        assertThat(judge("")).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void whatIsNotUtf8IsSaidSo() throws IOException {
        Answer answer = judge(GOOD.getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("not valid UTF-8");
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        Answer answer = judge("{\"key\":" + "[".repeat(100_000) + "\n" + GOOD);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).contains("line 1: is not a JSON object");
        assertThat(answer.objects()).hasSize(1);
    }

    @Test
    void theExampleOfTheSchoolPackRuns() {
        Answer answer = CommandLine.run(
                "",
                "judge",
                "--pack",
                CommandLine.SCHOOL,
                "--at",
                "2020-07-24T12:00+08:00",
                "--facts",
                CommandLine.SCHOOL + "/example/cluster.ndjson");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.objects())
                .isNotEmpty()
                .anySatisfy(each -> assertThat(each.at("/duties")).isNotEmpty());
    }
}
