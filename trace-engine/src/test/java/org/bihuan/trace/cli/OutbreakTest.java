package org.bihuan.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An outbreak of the size of Korea's in 2015, invented: 199 people, 321 stays, made so that every answer is a line of
 * arithmetic. All times UTC, threshold 15 minutes.
 *
 * <pre>
 * room 8104     c001 three whole days, 15 to 17 May; visitor vK comes at 08:00 + (K-1) h and stays K minutes, K = 1..36:
 *               shares K minutes: v15..v36
 * ambulance     c001 and driver d01 seven times 5 min = 35; with d02 twice 7 = 14: not d02
 * emergency     c001 on the 20th from 00:00 to 12:00; patient eK since 20:00 the day before until 3K min after midnight,
 *               K = 1..80: shares 3K minutes: e05..e80
 *
 * home          eK, K = 1..54, and fK from 22:00 on the 21st, eight hours: f05..f54, since e01..e04 are not in the first ring
 * market        on the 23rd eK, K = 55..80, from 09:00 for K min. Seller s01 09:40-10:05 shares min(K,65) - 40 >= 15 with
 *               all 26; s02 09:50-10:30 shares K - 50: 15 or more with e65..e80, 16 people; s03 from 10:10 shares K - 70,
 *               10 at most and 55 in all: never summed, not in the ring
 * cafe          on the 25th vK, K = 15..36, and wK for K - 1 minutes: w16..w36
 * dispatch      d03 was with d01 two hours before d01 was exposed: not in the ring
 * emergency     after midnight eK shares with e01..e04 at most 12 minutes: they stay out
 * </pre>
 */
class OutbreakTest {
    private static final String WINDOW = "--from 2015-05-15T00:00Z --to 2015-06-01T00:00Z";

    @TempDir
    Path folder;

    private TraceRun run = new TraceRun(Path.of("."));

    @BeforeEach
    void index() throws IOException, URISyntaxException {
        Path csv = Path.of(Objects.requireNonNull(getClass().getResource("/org/bihuan/trace/outbreak.csv"))
                .toURI());
        run = new TraceRun(folder);
        run.run(
                "index",
                "--visits",
                csv.toString(),
                "--out",
                folder.resolve("index").toString());
        assertThat(run.out).startsWith("rows 321\naccepted 321\nrepeated 0\nrejected 0\n");
    }

    private static String name(String letter, int number) {
        return String.format(Locale.ROOT, "%s%02d", letter, number);
    }

    /** A time so many minutes after midnight of a day of May. */
    private static String at(int day, int minutes) {
        return String.format(
                Locale.ROOT, "2015-05-%02dT%02d:%02d:00Z", day + minutes / 1440, minutes / 60 % 24, minutes % 60);
    }

    private static List<String> visitors() {
        return IntStream.rangeClosed(15, 36)
                .mapToObj(k -> name("v", k) + "," + k + ",1," + at(15, 480 + 60 * (k - 1)) + ","
                        + at(15, 480 + 60 * (k - 1) + k))
                .toList();
    }

    @Test
    void firstRing() {
        List<String> expected = new ArrayList<>(List.of("person,minutes,encounters,firstAt,lastAt"));
        expected.add("d01,35,7," + at(18, 540) + "," + at(18, 540 + 6 * 60 + 5));
        for (int k = 5; k <= 80; k++) {
            expected.add(name("e", k) + "," + 3 * k + ",1," + at(20, 0) + "," + at(20, 3 * k));
        }
        expected.addAll(visitors());
        assertThat(run.ring("c001", WINDOW)).containsExactlyElementsOf(expected);
    }

    @Test
    void secondRing() {
        List<String> expected = new ArrayList<>(List.of("person,viaCount,firstExposedAt"));
        for (int k = 5; k <= 54; k++) {
            expected.add(name("f", k) + ",1," + at(21, 22 * 60));
        }
        expected.add("s01,26," + at(23, 580));
        expected.add("s02,16," + at(23, 590));
        for (int k = 16; k <= 36; k++) {
            expected.add(name("w", k) + ",1," + at(25, 720));
        }
        assertThat(run.ring("c001", WINDOW + " --ring 2")).containsExactlyElementsOf(expected);
        assertThat(run.ring("c001", WINDOW + " --ring 2 --members-only"))
                .containsExactlyElementsOf(expected.stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
        assertThat(run.ring("c001", WINDOW + " --ring 2 --explain"))
                .hasSize(1 + 50 + 26 + 16 + 21)
                .contains("s02,e65,market," + at(23, 590) + "," + at(23, 605) + ",15");
    }

    @Test
    void theCrowdedEmergencyRoomIsReportedAndNotExpanded() {
        List<String> expected = new ArrayList<>(List.of("person,minutes,encounters,firstAt,lastAt"));
        expected.add("d01,35,7," + at(18, 540) + "," + at(18, 540 + 6 * 60 + 5));
        expected.addAll(visitors());
        assertThat(run.ring("c001", WINDOW + " --crowd-cap 80")).containsExactlyElementsOf(expected);
        assertThat(run.err)
                .isEqualTo("venue exposure: place=h2-emergency,people=81,firstAt=" + at(20, 0) + ",lastAt="
                        + at(20, 720) + "\n");
        assertThat(run.ring("c001", WINDOW + " --crowd-cap 81")).hasSize(1 + 1 + 76 + 22);
    }

    @Test
    void visitorsOfTheMarket() {
        List<String> expected = new ArrayList<>(List.of("person,enter,leave"));
        for (int k = 75; k <= 80; k++) {
            expected.add(name("e", k) + "," + at(23, 614) + "," + at(23, 540 + k));
        }
        expected.add("s02," + at(23, 614) + "," + at(23, 630));
        expected.add("s03," + at(23, 614) + "," + at(23, 720));
        assertThat(run.ask("place --place", "market", "--from 2015-05-23T10:14Z --to 2015-05-24T00:00Z"))
                .containsExactlyElementsOf(expected);
    }
}
