package org.bihuan.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edge cases drawn in the README, one test a picture, worked out by hand. Times are of 2021-12-18, UTC. */
class EdgeCaseTest {
    private static final String FIRST = "person,minutes,encounters,firstAt,lastAt";
    private static final String SECOND = "person,viaCount,firstExposedAt";

    @TempDir
    Path folder;

    /** Turns {@code "P cafe 09:00 10:00; ..."} into rows; a time may name another day as 19/00:30. */
    private TraceRun index(String settings, String stays) throws IOException {
        String[] rows = stays.split(";");
        for (int i = 0; i < rows.length; i++) {
            String[] words = rows[i].trim().split(" +");
            String leave = words.length > 3 ? time(words[3]) : "";
            rows[i] = words[0] + "," + words[1] + "," + time(words[2]) + "," + leave;
        }
        return TraceRun.index(folder, settings, rows);
    }

    private static String time(String text) {
        return "2021-12-" + (text.contains("/") ? text.replace("/", "T") : "18T" + text) + "Z";
    }

    private static String at(String time) {
        return "2021-12-" + (time.contains("/") ? time.replace("/", "T") : "18T" + time) + ":00Z";
    }

    @Test
    void e01_timesAreFlooredToTheMinute() throws IOException {
        TraceRun run = index("", "P cafe 09:00:59 10:00:59; Q cafe 09:45:59 11:00");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,15,1," + at("09:45") + "," + at("10:00"));
    }

    @Test
    void e02_whoEntersWhenTheOtherLeavesSharesNothing() throws IOException {
        TraceRun run = index("", "P cafe 09:00 10:00; Q cafe 10:00 11:00");
        assertThat(run.ask("ring --person", "P", "--min-overlap 1m")).containsExactly(FIRST);
    }

    @Test
    void e03_aStayOfNoLengthIsRejectedAndCounted() throws IOException {
        TraceRun run = index("", "P cafe 09:00:10 09:00:50; P cafe 10:00 09:00; Q cafe 09:00 11:00");
        assertThat(run.out).contains("accepted 1\n").contains("rejected leave-not-after-enter 2\n");
    }

    @Test
    void e04_touchingStaysAtOnePlaceAreOne() throws IOException {
        TraceRun run = index("", "P cafe 09:00 09:10; P cafe 09:10 09:20; Q cafe 08:00 09:15; Q cafe 09:15 12:00");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,20,1," + at("09:00") + "," + at("09:20"));
    }

    @Test
    void e05_staysAtTwoPlacesBothStandAndAreSummed() throws IOException {
        TraceRun run = index("", "P mall 09:00 10:00; P cafe 09:20 09:30; Q mall 09:52 12:00; Q cafe 09:20 09:28");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,16,2," + at("09:20") + "," + at("10:00"));
    }

    @Test
    void e06_staysAreClippedToTheWindow() throws IOException {
        TraceRun run = index("", "P cafe 09:00 10:00; Q cafe 09:00 10:00");
        String window = "--from 2021-12-18T09:40Z --to 2021-12-18T09:55Z";
        assertThat(run.ring("P", window)).containsExactly(FIRST, "Q,15,1," + at("09:40") + "," + at("09:55"));
        assertThat(run.ring("P", "--from 2021-12-18T09:41Z --to 2021-12-18T09:55Z"))
                .containsExactly(FIRST);
    }

    @Test
    void e07_theLongestStayIsJudgedBeforeUniting() throws IOException {
        TraceRun run = index(
                "--max-stay 24h",
                "P home 00:00 20:00; P home 18:00 19/12:00; P den 00:00 19/00:01; Q home 19/11:00 19/12:00");
        assertThat(run.out).contains("rejected longer-than-max-stay 1\n");
        assertThat(run.ask("place --place", "home", "")).contains("P," + at("00:00") + "," + at("19/12:00"));
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,60,1," + at("19/11:00") + "," + at("19/12:00"));
    }

    @Test
    void e08_aMissingLeaveIsTheAssumedStayOrTheNextEnterElsewhere() throws IOException {
        TraceRun run = index(
                "--assumed-stay 60m",
                "P cafe 09:00; P cafe 09:10; P mall 09:30; Q cafe 09:00 12:00; Q mall 09:00 12:00");
        assertThat(run.ask("place --place", "cafe", "")).contains("P," + at("09:00") + "," + at("09:30"));
        assertThat(run.ask("place --place", "mall", "")).contains("P," + at("09:30") + "," + at("10:30"));
        run.append("person,place,enter,leave", "--assumed-stay 60m", "P,bus,2021-12-18T09:40Z,2021-12-18T09:45Z");
        assertThat(run.ask("place --place", "mall", "")).contains("P," + at("09:30") + "," + at("09:40"));
    }

    @Test
    void e09_aLateAppendCutsAStayAssumedTheDayBefore() throws IOException {
        TraceRun run = index("--assumed-stay 60m", "P cafe 23:50; Q cafe 23:00 19/02:00");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,60,1," + at("23:50") + "," + at("19/00:50"));
        run.append("person,place,enter,leave", "--assumed-stay 60m", "P,bus,2021-12-19T00:20Z,2021-12-19T00:30Z");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,30,1," + at("23:50") + "," + at("19/00:20"));
    }

    @Test
    void e10_theSecondRingStartsAtTheFirstExposure() throws IOException {
        TraceRun run = index(
                "",
                "P cafe 10:00 11:00; Q cafe 10:30 12:00; Q bus 08:00 09:00; R bus 08:00 09:00; S cafe 11:00 12:00;"
                        + "Q mall 10:00 10:44; T mall 10:00 10:44; Q gym 10:00 10:45; U gym 10:00 10:45");
        assertThat(run.ring("P", "--ring 2")).containsExactly(SECOND, "S,1," + at("11:00"), "U,1," + at("10:30"));
        assertThat(run.ring("P", "--ring 2 --explain"))
                .containsExactly(
                        "person,via,place,from,to,minutes",
                        "S,Q,cafe," + at("11:00") + "," + at("12:00") + ",60",
                        "U,Q,gym," + at("10:30") + "," + at("10:45") + ",15");
    }

    @Test
    void e11_minutesAreNeverSummedOverSeveralPeopleOfTheFirstRing() throws IOException {
        TraceRun run = index(
                "",
                "P cafe 09:00 10:00; Q cafe 09:00 10:00; R cafe 09:00 10:00; Q bus 11:00 11:14; R bus 11:14 11:28;"
                        + "S bus 11:00 11:28; Q tram 12:00 12:15; R tram 12:05 12:20; T tram 12:00 12:20");
        assertThat(run.ring("P", "--ring 2")).containsExactly(SECOND, "T,2," + at("12:00"));
        assertThat(run.ring("P", "--ring 2 --members-only")).containsExactly("person", "T");
    }

    @Test
    void e12_lingerExtendsOnlyTheExposingPersonsLeave() throws IOException {
        TraceRun run = index("", "P cafe 09:00 10:00; Q cafe 10:10 11:00; R cafe 08:00 08:59");
        assertThat(run.ring("P", "--linger 29m")).containsExactly(FIRST, "Q,19,1," + at("10:10") + "," + at("10:29"));
        assertThat(run.ring("Q", "--linger 24h")).containsExactly(FIRST);
        assertThat(run.ring("P", "")).containsExactly(FIRST);
        Files.writeString(folder.resolve("linger"), "place,linger\ncafe,25m\n");
        assertThat(run.ring("P", "--linger-places " + folder.resolve("linger")))
                .containsExactly(FIRST, "Q,15,1," + at("10:10") + "," + at("10:25"));
    }

    @Test
    void e13_aStayBeforeTheWindowDoesNotLingerIntoIt() throws IOException {
        TraceRun run = index("", "P cafe 09:00 10:00; Q cafe 10:00 11:00");
        String window = "--linger 1h --to 2021-12-19T00:00Z --from ";
        assertThat(run.ring("P", window + "2021-12-18T10:00Z")).containsExactly(FIRST);
        assertThat(run.ring("P", window + "2021-12-18T09:59Z"))
                .containsExactly(FIRST, "Q,60,1," + at("10:00") + "," + at("11:00"));
    }

    @Test
    void e14_aPlaceOverTheCrowdCapIsReportedNotExpanded() throws IOException {
        TraceRun run = index(
                "",
                "P stadium 09:00 12:00; Q stadium 10:00 11:00; R stadium 20:00 21:00; P cafe 13:00 14:00; Q cafe 13:00 13:20");
        assertThat(run.ring("P", "--crowd-cap 3")).containsExactly(FIRST, "Q,80,2," + at("10:00") + "," + at("13:20"));
        assertThat(run.err).isEmpty();
        assertThat(run.ring("P", "--crowd-cap 2")).containsExactly(FIRST, "Q,20,1," + at("13:00") + "," + at("13:20"));
        assertThat(run.err)
                .isEqualTo("venue exposure: place=stadium,people=3,firstAt=" + at("09:00") + ",lastAt=" + at("12:00")
                        + "\n");
        assertThat(String.join("", run.ring("P", "--crowd-cap 2 --format json")))
                .contains("\"venueExposures\":[{\"place\":\"stadium\",\"people\":3,\"firstAt\":\"" + at("09:00")
                        + "\",\"lastAt\":\"" + at("12:00") + "\"}]");
        // in the window only two people were there
        assertThat(run.ring("P", "--crowd-cap 2 --from 2021-12-18T09:00Z --to 2021-12-18T20:00Z"))
                .containsExactly(FIRST, "Q,80,2," + at("10:00") + "," + at("13:20"));
    }

    @Test
    void e15_excludedPlacesNeverCount() throws IOException {
        TraceRun run = index("", "P mall 09:00 10:00; Q mall 09:00 10:00; P cafe 11:00 12:00; R cafe 11:00 12:00");
        Files.writeString(folder.resolve("places"), "place\nmall\nnowhere\n");
        assertThat(run.ring("P", "--exclude-places " + folder.resolve("places")))
                .containsExactly(FIRST, "R,60,1," + at("11:00") + "," + at("12:00"));
        assertThat(run.err).contains("'nowhere' is not in the index");
    }

    @Test
    void e16_aStayOverMidnightIsOneEncounter() throws IOException {
        TraceRun run = index(
                "", "P home 20:00 19/06:00; Q home 22:00 19/00:00; Q home 19/00:00 19/05:00; R home 23:55 19/00:10");
        assertThat(run.ring("P", ""))
                .containsExactly(
                        FIRST,
                        "Q,420,1," + at("22:00") + "," + at("19/05:00"),
                        "R,15,1," + at("23:55") + "," + at("19/00:10"));
    }

    @Test
    void e16_theCasesOwnStaysThatTouchAtMidnightAreOne() throws IOException {
        TraceRun run = index("", "P home 22:00 19/00:00; P home 19/00:00 19/06:00; Q home 21:00 19/07:00");
        assertThat(run.ring("P", "")).containsExactly(FIRST, "Q,480,1," + at("22:00") + "," + at("19/06:00"));
    }

    @Test
    void e17_answersAreSortedByTheBytesOfUtf8() throws IOException {
        TraceRun run = index(
                "",
                "P c 09:00 10:00; \uD83D\uDE00 c 09:00 10:00; \uFF5E c 09:00 10:00; z c 09:00 10:00; Z c 09:00 10:00;"
                        + "é c 09:00 10:00; 张 c 09:00 10:00; p10 c 09:00 10:00; p1 c 09:00 10:00");
        assertThat(run.ring("P", "--members-only"))
                .containsExactly("person", "Z", "p1", "p10", "z", "é", "张", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void e18_unknownPersonsExitTwoAndNoStaysGiveTheHeader() throws IOException {
        TraceRun run = index("", "P cafe 09:00 10:00; Q cafe 09:00 10:00");
        assertThat(run.ring("X", "")).isEmpty();
        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("'X'");
        String later = "--from 2022-01-01T00:00Z --to 2022-01-02T00:00Z";
        assertThat(run.ring("P", later)).containsExactly(FIRST);
        assertThat(run.code).isZero();
        assertThat(run.ring("P", "--from 2021-12-18T00:00 --to 2021-12-19T00:00Z"))
                .isEmpty();
        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("--from").contains("has no zone");
        assertThat(List.of(run.out)).containsExactly("");
    }
}
