package org.bihuan.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input, counts, quoting, settings: what the command line promises beyond the definition. */
class CommandLineTest {
    @TempDir
    Path folder;

    private void write(String csv) throws IOException {
        Files.writeString(folder.resolve("v.csv"), csv);
    }

    private TraceRun index(String... words) {
        TraceRun run = new TraceRun(folder);
        String[] all = new String[words.length + 5];
        System.arraycopy(words, 0, all, 5, words.length);
        System.arraycopy(
                new String[] {
                    "index",
                    "--visits",
                    folder.resolve("v.csv").toString(),
                    "--out",
                    folder.resolve("index").toString()
                },
                0,
                all,
                0,
                5);
        run.run(all);
        return run;
    }

    @Test
    void everyRejectedRowIsCountedByReason() throws IOException {
        write("""
                \uFEFFperson,place,enter,leave,id
                a,x,2021-12-18T09:00Z,2021-12-18T10:00Z,1

                ,x,2021-12-18T09:00Z,2021-12-18T10:00Z,2
                a,,2021-12-18T09:00Z,2021-12-18T10:00Z,3
                a,x,2021-12-18T09:00,2021-12-18T10:00Z,4
                a,x,2021-12-18T09:00Z,2021-12-18T10:00,5
                a,x,tomorrow,2021-12-18T10:00Z,6
                a,x,2021-12-18T09:00Z,later,7
                a,x,1639818000,2021-12-18T10:00Z,8
                a,x,2021-12-18T09:00Z,1639818000,9
                a,x,2021-12-18T09:00Z,,10
                a,x,2021-12-18T09:00Z,2021-12-18T09:00:59Z,11
                a,x,2021-12-18T09:00Z,2021-12-19T09:01Z,12
                a,x,2021-12-18T09:00Z
                a,x,2021-12-18T09:00Z,2021-12-18T10:00Z,14,15
                "a"b,x,2021-12-18T09:00Z,2021-12-18T10:00Z,16
                a,x,2021-12-18T09:00Z,2021-12-18T10:00Z,1
                a,x,2021-12-18T09:00Z,2021-12-18T11:00Z,1
                """);
        TraceRun run = index();
        assertThat(run.code).isZero();
        assertThat(run.out).isEqualTo("""
                rows 17
                accepted 1
                repeated 1
                rejected 15
                rejected malformed-row 3
                rejected empty-person 1
                rejected empty-place 1
                rejected unreadable-enter 1
                rejected enter-without-zone 1
                rejected enter-out-of-range 1
                rejected unreadable-leave 1
                rejected leave-without-zone 1
                rejected leave-out-of-range 1
                rejected missing-leave 1
                rejected leave-not-after-enter 1
                rejected longer-than-max-stay 1
                rejected same-id-other-content 1
                segments 1
                """);
    }

    @Test
    void brokenUtf8IsRejectedAndAStrayQuoteDoesNotSwallowTheRest() throws IOException {
        byte[] head = "person,place,enter,leave\n\"a,x,0,10\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve("v.csv"))) {
            out.write(head);
            for (int row = 0; row < 10_000; row++) {
                out.write(("p" + row + ",x,0,10\r\n").getBytes(StandardCharsets.UTF_8));
            }
            out.write(new byte[] {'p', (byte) 0xC0, (byte) 0x80, ',', 'x', ',', '0', ',', '9', '\n'});
            out.write(new byte[] {'p', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ',', 'x', ',', '0', ',', '9'});
        }
        TraceRun run = index();
        assertThat(run.out)
                .contains("accepted 10000\n")
                .contains("malformed-row 1\n")
                .contains("invalid-utf8 2\n");
    }

    @Test
    void idsMayHoldAnythingAndComeBackQuoted() throws IOException {
        write("leave,id,person,enter,place\n10,,\"a \"\"b\"\", c\nd\",0,\"x,y\"\n10,,李四,0,\"x,y\"\n");
        assertThat(index().code).isZero();
        TraceRun run = new TraceRun(folder);
        run.ask("place --place", "x,y", "--from 0 --to 100");
        assertThat(run.out)
                .isEqualTo("person,enter,leave\n\"a \"\"b\"\", c\nd\",1970-01-01T00:00:00Z,1970-01-01T00:10:00Z\n"
                        + "李四,1970-01-01T00:00:00Z,1970-01-01T00:10:00Z\n");
        run.ask("ring --min-overlap 1m --person", "李四", "--from 0 --to 100 --format json");
        assertThat(run.out).contains("{\"person\":\"a \\\"b\\\", c\\u000ad\",\"minutes\":10,\"encounters\":1,");
    }

    @Test
    void gzipIsReadWhateverItsName() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("v.csv")))) {
            out.write("person,place,enter,leave\na,x,0,10\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(index().out).contains("accepted 1\n");
    }

    @Test
    void anAppendWithOtherSettingsIsRefused() throws IOException {
        write("person,place,enter,leave\na,x,0,\n");
        assertThat(index("--assumed-stay", "60m").code).isZero();
        for (String[] other :
                new String[][] {{}, {"--assumed-stay", "61m"}, {"--assumed-stay", "60m", "--max-stay", "12h"}}) {
            TraceRun run = index(other);
            assertThat(run.code).isEqualTo(2);
            assertThat(run.err).contains("was made with --assumed-stay 60m and --max-stay 1440m");
        }
        assertThat(index("--assumed-stay", "1h", "--max-stay", "1d").code).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ring --person a --from 0 --to 100 | --min-overlap: is required",
                "ring --person a --from 0 --to 100 --min-overlap 15 | --min-overlap: '15' is not a whole number",
                "ring --person a --from 0 --to 100 --min-overlap 0m | is less than 1m",
                "ring --person a --from 100 --to 100 --min-overlap 1m | --to: 100 is not later than --from 100",
                "ring --person a --from x --to 100 --min-overlap 1m | --from: time 'x' is neither ISO 8601",
                "ring --person a --from 0 --to 100 --min-overlap 1m --ring 3 | --ring: '3' is neither 1 nor 2",
                "ring --person a --from 0 --to 100 --min-overlap 1m --crowd-cap 0 | --crowd-cap: '0' is not a whole",
                "ring --person a --from 0 --to 100 --min-overlap 1m --format xml | --format: 'xml' is neither",
                "ring --person a --from 0 --to 100 --min-overlap 1m --frm 1 | unknown option '--frm'",
                "ring --person a --person b --from 0 --to 9 --min-overlap 1m | --person: given twice",
                "ring --from 0 --to 100 --min-overlap 1m | --person: one person",
                "common --persons nowhere --from 0 --to 9 --min-persons 2 | there is no file 'nowhere'",
                "place --place nowhere --from 0 --to 9 | --place: not in the index: 'nowhere'",
                "dance | unknown command 'dance'",
            })
    void aWrongQuestionExitsTwoAndNamesFieldValueAndRule(String words, String message) throws IOException {
        write("person,place,enter,leave\na,x,0,10\n");
        index();
        TraceRun run = new TraceRun(folder);
        String index = words.equals("dance") ? "" : " --index " + folder.resolve("index");
        run.run((words + index).split(" "));
        assertThat(run.err).contains(message).containsPattern("\\p{IsHan}");
        assertThat(run.code).isEqualTo(2);
        assertThat(run.out).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsOption() throws IOException {
        Path packed = folder.resolve("v.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("person,place,enter,leave\na,x,0,10\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length - 9));
        TraceRun cut = index();
        assertThat(cut.code).isEqualTo(3);
        assertThat(cut.err).contains("--visits:不能读文件 '" + packed + "'。 --visits: '" + packed + "' cannot be read: ");
        assertThat(Files.exists(folder.resolve("index/MANIFEST"))).isFalse();
        TraceRun run = new TraceRun(folder);
        run.run(
                "index",
                "--visits",
                folder.toString(),
                "--out",
                folder.resolve("index").toString());
        assertThat(run.code).isEqualTo(3);
        assertThat(run.err).contains("--visits: '" + folder + "' cannot be read: Is a directory");
        run.run("index", "--visits", packed.toString(), "--out", packed.toString());
        assertThat(run.code).isEqualTo(3);
        assertThat(run.err).contains("'" + packed + "'");
    }

    @Test
    void aHeaderWithoutAColumnIsRefusedAndNothingIsMade() throws IOException {
        write("person,place,enter\na,x,0\n");
        TraceRun run = index();
        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("must hold the column 'leave' once");
        assertThat(Files.exists(folder.resolve("index/MANIFEST"))).isFalse();
    }

    @Test
    void droppedDaysAreGoneAndTheirHashesLogged() throws IOException {
        write("person,place,enter,leave\na,x,0,10\na,x,1440,1450\nb,x,2880,2890\n");
        index();
        TraceRun run = new TraceRun(folder);
        run.run("drop", "--index", folder.resolve("index").toString(), "--before", "1970-01-02");
        assertThat(run.code).isZero();
        assertThat(run.out.lines()).hasSize(2);
        run.run("stats", "--index", folder.resolve("index").toString());
        assertThat(run.out).contains("stays 2\n").contains("first-day 1970-01-02\n");
        assertThat(Files.readString(folder.resolve("index/retention.log")))
                .containsPattern("2022-01-01T00:00:00Z dropped rows-1970-01-01-000001.rows sha256 [0-9a-f]{64}\n")
                .containsPattern("dropped segment-1970-01-01-000001.seg sha256 [0-9a-f]{64}\n");
    }

    @Test
    void manyCasesAtOnceBeginEachRowWithTheCase() throws IOException {
        write("person,place,enter,leave\na,x,0,30\nb,x,0,30\nc,y,0,30\nd,y,10,30\n");
        index();
        Files.writeString(folder.resolve("cases"), "person\na\nc\n");
        TraceRun run = new TraceRun(folder);
        run.ask("ring --min-overlap 15m --persons", folder.resolve("cases").toString(), "--from 0 --to 100");
        assertThat(run.out.lines())
                .containsExactly(
                        "case,person,minutes,encounters,firstAt,lastAt",
                        "a,b,30,1,1970-01-01T00:00:00Z,1970-01-01T00:30:00Z",
                        "c,d,20,1,1970-01-01T00:10:00Z,1970-01-01T00:30:00Z");
    }
}
