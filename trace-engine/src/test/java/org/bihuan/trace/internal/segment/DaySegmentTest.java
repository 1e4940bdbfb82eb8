package org.bihuan.trace.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.file.DamagedFile;
import org.bihuan.trace.internal.file.DurableFiles;
import org.bihuan.trace.internal.file.FileMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places large enough for hour tables and searches, people with thousands of stays: against plain loops. */
class DaySegmentTest {
    private static final int DAY = 18_979;
    private static final int BASE = DAY * 1440;

    private record Row(int person, int place, int enter, int leave) {}

    @Test
    void everyScanFindsWhatAPlainLoopFinds() {
        Seeds.forEach(40, random -> {
            int people = random.nextInt(1, 4000);
            int places = random.nextInt(1, 6);
            int spread = random.nextBoolean() ? 1 : 100_000;
            List<Row> rows = rows(random, random.nextInt(0, 6000), people, places, spread);
            DaySegment segment = build(rows);
            assertThat(segment.stays()).isEqualTo(rows.size());
            for (int question = 0; question < 60; question++) {
                int place = random.nextInt(places + 1) * spread;
                int from = BASE + random.nextInt(-1500, 2000);
                int to = from + (random.nextInt(3) == 0 ? random.nextInt(1, 3000) : random.nextInt(1, 90));
                assertThat(found(segment, place, from, to)).isEqualTo(expected(rows, place, from, to));
                int person = random.nextInt(people + 1) * spread;
                assertThat(read(segment, person, from, to)).isEqualTo(expectedStays(rows, person, from, to));
            }
        });
    }

    /** Rows no two of which belong together, so that uniting changes nothing. */
    private static List<Row> rows(RandomGenerator random, int count, int people, int places, int spread) {
        List<Row> rows = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int pair = 0; pair < people * places; pair++) {
            order.add(pair);
        }
        Collections.shuffle(order, new Random(random.nextLong()));
        for (int pair : order.subList(0, Math.min(count, order.size()))) {
            int enter = BASE + random.nextInt(1440);
            int[] longest = {3, 119, 120, 121, 122, 600, 2000};
            int length = random.nextInt(1, longest[random.nextInt(longest.length)]);
            rows.add(new Row(pair / places * spread, pair % places * spread, enter, enter + length));
        }
        return rows;
    }

    private static DaySegment build(List<Row> rows) {
        DaySegmentBuilder builder = new DaySegmentBuilder(DAY, 0);
        rows.forEach(row -> builder.add(row.person, row.place, row.enter, row.leave));
        return builder.build();
    }

    private static List<Row> found(DaySegment segment, int place, int from, int to) {
        Matches matches = new Matches();
        segment.collectPlace(place, from, to, matches);
        List<Row> found = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            found.add(new Row(matches.person(i), place, matches.from(i), matches.to(i)));
        }
        found.sort(Comparator.comparingInt(Row::person));
        return found;
    }

    private static List<Row> expected(List<Row> rows, int place, int from, int to) {
        return rows.stream()
                .filter(row -> row.place == place && row.enter < to && row.leave > from)
                .map(row -> new Row(row.person, place, Math.max(from, row.enter), Math.min(to, row.leave)))
                .sorted(Comparator.comparingInt(Row::person))
                .toList();
    }

    private static List<Row> read(DaySegment segment, int person, int from, int to) {
        StayBuffer stays = new StayBuffer();
        segment.readPerson(person, from, to, stays);
        List<Row> read = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            read.add(new Row(person, stays.place(i), stays.from(i), stays.to(i)));
        }
        return read;
    }

    private static List<Row> expectedStays(List<Row> rows, int person, int from, int to) {
        return rows.stream()
                .filter(row -> row.person == person && row.enter < to && row.leave > from)
                .map(row -> new Row(person, row.place, Math.max(from, row.enter), Math.min(to, row.leave)))
                .sorted(Comparator.comparingInt(Row::place))
                .toList();
    }

    @Test
    void touchingOverlappingNestedAndEqualStaysAreUnited() {
        DaySegment segment = build(List.of(
                new Row(1, 1, BASE + 100, BASE + 200),
                new Row(1, 1, BASE + 200, BASE + 210),
                new Row(1, 1, BASE + 120, BASE + 130),
                new Row(1, 1, BASE + 100, BASE + 200),
                new Row(1, 2, BASE + 100, BASE + 200),
                new Row(1, 1, BASE + 211, BASE + 220),
                new Row(2, 1, BASE + 210, BASE + 211)));
        assertThat(segment.stays()).isEqualTo(4);
        assertThat(read(segment, 1, BASE, BASE + 1440))
                .containsExactly(
                        new Row(1, 1, BASE + 100, BASE + 210),
                        new Row(1, 1, BASE + 211, BASE + 220),
                        new Row(1, 2, BASE + 100, BASE + 200));
    }

    @Test
    void onePersonAtAHundredThousandPlacesAndOnePlaceWithAMillionStays() {
        int million = 1_000_000;
        DaySegmentBuilder builder = new DaySegmentBuilder(DAY, 16);
        for (int i = 1; i <= million; i++) {
            if (i <= 100_000) {
                builder.add(0, i, BASE + i % 1440, BASE + i % 1440 + 5);
            }
            builder.add(i, 0, BASE + i % 1440, BASE + i % 1440 + 1 + i % 300);
        }
        DaySegment segment = builder.build();
        assertThat(segment.stays()).isEqualTo(million + 100_000);
        assertThat(read(segment, 0, BASE, BASE + 1440)).hasSize(100_000);
        assertThat(found(segment, 0, BASE, BASE + 3000)).hasSize(million);
        long expected = IntStream.rangeClosed(1, million)
                .filter(i -> i % 1440 < 701 && i % 1440 + 1 + i % 300 > 700)
                .count();
        assertThat(found(segment, 0, BASE + 700, BASE + 701)).hasSize((int) expected);
        TraceEngine engine = TraceEngine.of(List.of(segment), IdOrder.natural(), IdOrder.natural());
        FirstRing ring = engine.firstRing(700, RingRule.of(new Window(BASE, BASE + 3000), 1), QueryLimit.none());
        long met = IntStream.rangeClosed(1, million)
                .filter(i -> i != 700 && i % 1440 < 801 && i % 1440 + 1 + i % 300 > 700)
                .count();
        assertThat(ring.contacts()).hasSize((int) met);
    }

    @Test
    void theFileGivesBackTheSegment(@TempDir Path folder) {
        Seeds.forEach(10, random -> {
            int spread = random.nextBoolean() ? 1 : 100_000;
            List<Row> rows = rows(random, random.nextInt(0, 3000), 2000, 4, spread);
            FileMark mark = SegmentFile.write(folder.resolve("a.seg"), build(rows));
            DaySegment segment = SegmentFile.read(folder, mark, DAY);
            List<Row> read = new ArrayList<>();
            segment.forEachStay((person, place, enter, leave) -> read.add(new Row(person, place, enter, leave)));
            assertThat(read).containsExactlyInAnyOrderElementsOf(rows);
        });
    }

    @Test
    void aFileOfAnotherVersionKindOrDayIsRefusedThoughItsChecksumIsRight(@TempDir Path folder) throws IOException {
        FileMark good = SegmentFile.write(folder.resolve("a.seg"), build(List.of(new Row(1, 1, BASE, BASE + 9))));
        refused(folder, good, DAY + 1, "it holds day " + DAY);
        int[] start = header(folder, good);
        refused(folder, write(folder, start[0], start[1] + 1), DAY, "it has version 3, this program reads version 2");
        refused(folder, write(folder, start[0] + 1, start[1]), DAY, "it is not a trace segment");
        refused(folder, write(folder, start[0], start[1]), DAY, "it ends too early");
    }

    private static int[] header(Path folder, FileMark mark) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(mark.name())));
        bytes.order(bytes.getInt(4) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return new int[] {bytes.getInt(0), bytes.getInt(4)};
    }

    private static FileMark write(Path folder, int magic, int version) throws IOException {
        return DurableFiles.write(folder.resolve("b.seg"), writer -> {
            writer.putInt(magic);
            writer.putInt(version);
        });
    }

    private static void refused(Path folder, FileMark mark, int day, String why) {
        assertThatThrownBy(() -> SegmentFile.read(folder, mark, day))
                .isInstanceOf(DamagedFile.class)
                .hasMessageContaining(mark.name() + " refused: " + why);
    }
}
