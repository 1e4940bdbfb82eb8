package org.bihuan.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hospital cluster of the kind the 2015 MERS outbreak was made of, invented, 14 people, worked out on paper. Seoul time is
 * nine hours ahead of UTC. With 15 minutes, over the 15th and 16th of May (Seoul):
 *
 * <pre>
 * room-7, case 08:00-20:00:  room-mate 09-18 = 540;  wife 10-12 = 120;  son 17:50-18:05 = 15
 *                            cleaner 08:00-08:14 = 14 and 19:59-20:00 = 1: 15 in two encounters
 *                            nurse 5 + 5 + 5 = 15 in three;  doctor 14: not enough
 * emergency, case 09-10:     guard 09:00-09:10 and 09:55-10:00 = 15 in two;  patient-2 09:20-10:00 = 40
 *                            patient-3 enters when the case leaves: nothing
 * </pre>
 *
 * <p>Second ring: the wife, from 10:00, meets the doctor 30 min and the cook 30 min in the canteen (the cook's two stays
 * touch: one encounter); the room-mate meets the sister 22:00-06:00 at home over midnight; the son, exposed from 17:50, was
 * in the bus before that, so the driver is out; he sits with the pupil exactly 15 min and with the teacher only 14; the
 * nurse is exposed at 08:05, when she and the clerk have just left the ward station; patient-2, from 09:20, is with
 * patient-3 for 120 min, and the guard with patient-3 from 10:00 to 11:00: via two, first at 10:00.
 */
class HospitalTest {
    @TempDir
    Path folder;

    private TraceRun run = new TraceRun(Path.of("."));

    @BeforeEach
    void index() throws IOException, URISyntaxException {
        Path csv = Path.of(Objects.requireNonNull(getClass().getResource("/org/bihuan/trace/hospital.csv"))
                .toURI());
        run = new TraceRun(folder);
        run.run(
                "index",
                "--visits",
                csv.toString(),
                "--out",
                folder.resolve("index").toString());
        assertThat(run.out).startsWith("rows 31\naccepted 31\nrepeated 0\nrejected 0\n");
    }

    private static final String WINDOW = "--from 2015-05-15T00:00+09:00 --to 2015-05-17T00:00+09:00";

    @Test
    void firstRing() {
        assertThat(run.ring("case", WINDOW))
                .containsExactly(
                        "person,minutes,encounters,firstAt,lastAt",
                        "cleaner,15,2,2015-05-14T23:00:00Z,2015-05-15T11:00:00Z",
                        "guard,15,2,2015-05-16T00:00:00Z,2015-05-16T01:00:00Z",
                        "nurse,15,3,2015-05-14T23:05:00Z,2015-05-15T07:10:00Z",
                        "patient-2,40,1,2015-05-16T00:20:00Z,2015-05-16T01:00:00Z",
                        "room-mate,540,1,2015-05-15T00:00:00Z,2015-05-15T09:00:00Z",
                        "son,15,1,2015-05-15T08:50:00Z,2015-05-15T09:05:00Z",
                        "wife,120,1,2015-05-15T01:00:00Z,2015-05-15T03:00:00Z");
    }

    @Test
    void secondRing() {
        assertThat(run.ring("case", WINDOW + " --ring 2"))
                .containsExactly(
                        "person,viaCount,firstExposedAt",
                        "cook,1,2015-05-15T03:10:00Z",
                        "doctor,1,2015-05-15T03:10:00Z",
                        "patient-3,2,2015-05-16T01:00:00Z",
                        "pupil,1,2015-05-15T23:00:00Z",
                        "sister,1,2015-05-15T13:00:00Z");
        assertThat(run.ring("case", WINDOW + " --ring 2 --explain"))
                .contains("sister,room-mate,home-12,2015-05-15T13:00:00Z,2015-05-15T21:00:00Z,480")
                .contains("cook,wife,canteen,2015-05-15T03:10:00Z,2015-05-15T03:40:00Z,30")
                .contains("patient-3,guard,emergency,2015-05-16T01:00:00Z,2015-05-16T02:00:00Z,60")
                .hasSize(7);
    }

    @Test
    void placesInCommonAndVisitors() throws IOException {
        Files.writeString(folder.resolve("cases"), "case\nwife\npatient-3\n");
        assertThat(run.ask(
                        "common --min-persons 2 --persons",
                        folder.resolve("cases").toString(),
                        WINDOW))
                .containsExactly(
                        "place,persons,firstAt,lastAt",
                        "emergency,2,2015-05-16T00:00:00Z,2015-05-16T03:00:00Z",
                        "room-7,2,2015-05-14T23:00:00Z,2015-05-15T11:00:00Z");
        assertThat(run.ask("place --place", "canteen", "--from 2015-05-15T12:30+09:00 --to 2015-05-15T13:10+09:00"))
                .containsExactly(
                        "person,enter,leave",
                        "cook,2015-05-15T03:30:00Z,2015-05-15T04:10:00Z",
                        "doctor,2015-05-15T03:30:00Z,2015-05-15T04:00:00Z",
                        "wife,2015-05-15T03:30:00Z,2015-05-15T03:40:00Z");
    }
}
