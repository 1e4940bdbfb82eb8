package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bihuan.city.movement.CityDays;
import org.bihuan.city.movement.CityShape;
import org.bihuan.trace.EngineAnswers;
import org.bihuan.trace.ObviousTrace;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.Visit;
import org.bihuan.trace.internal.file.DamagedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stragglers go into small segments, are merged when there are enough of them, and never change an answer. */
class LateArrivalTest {
    private static final int DAY = 18_979;

    @TempDir
    Path folder;

    private int indexes;

    @Test
    void lateSegmentsAnswerLikeASegmentMadeInOneGo() {
        Seeds.forEach(4, random -> {
            List<Visit> visits = city(270, random.nextInt(1000));
            Path whole = append(folder.resolve("whole-" + indexes), visits);
            List<Visit> early = new ArrayList<>();
            List<List<Visit>> late =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Visit visit : visits) {
                int part = random.nextInt(100);
                (part < 4 ? late.get(part) : early).add(visit);
            }
            Path index = append(folder.resolve("late-" + indexes++), early);
            for (int part = 0; part < 3; part++) {
                append(index, late.get(part));
                assertThat(TraceIndex.stats(index).lateSegments()).isEqualTo(3 * (part + 1));
                Path soFar = append(folder.resolve("so-far-" + indexes++), union(early, late, part));
                assertSame(index, soFar, random);
                assertThat(TraceIndex.stats(index).stays())
                        .isEqualTo(TraceIndex.stats(soFar).stays());
            }
            append(index, late.get(3));
            assertThat(TraceIndex.stats(index).lateSegments())
                    .as("merged at the fourth")
                    .isZero();
            assertThat(TraceIndex.stats(index).stays())
                    .isEqualTo(TraceIndex.stats(whole).stays());
            assertSame(index, whole, random);
        });
    }

    private static List<Visit> union(List<Visit> early, List<List<Visit>> late, int last) {
        List<Visit> all = new ArrayList<>(early);
        late.subList(0, last + 1).forEach(all::addAll);
        return all;
    }

    private static List<Visit> city(int people, long seed) {
        List<Visit> visits = new ArrayList<>();
        CityDays days = new CityDays(new CityShape(people, seed));
        for (int day = DAY; day < DAY + 3; day++) {
            days.forEachStay(
                    day,
                    (person, place, enter, leave) ->
                            visits.add(new Visit(CityShape.personId(person), CityShape.placeId(place), enter, leave)));
        }
        return visits;
    }

    private static Path append(Path index, List<Visit> visits) throws IOException {
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, IndexSettings.defaults(), line -> {})) {
            for (Visit visit : visits) {
                writer.add(RowText.of(visit.person(), visit.place(), visit.enter(), visit.leave(), null));
            }
            writer.commit();
        }
        return index;
    }

    private static void assertSame(Path one, Path other, RandomGenerator random) throws IOException {
        EngineAnswers answers = IndexTwinTest.answers(one);
        EngineAnswers expected = IndexTwinTest.answers(other);
        ObviousTrace.Question question = new ObviousTrace.Question(
                DAY * 1440 + random.nextInt(2000), DAY * 1440 + 4320, 15, Set.of(), 0, Map.of(), OptionalInt.of(40));
        for (int i = 0; i < 25; i++) {
            String person = CityShape.personId(random.nextInt(270));
            assertThat(answers.firstRing(person, question)).isEqualTo(expected.firstRing(person, question));
            assertThat(answers.secondRing(person, question)).isEqualTo(expected.secondRing(person, question));
            assertThat(answers.venues(person, question, 2)).isEqualTo(expected.venues(person, question, 2));
        }
    }

    @Test
    void anIndexSealedFromASourceAnswersAlikeAndRefusesDamageByName() throws IOException {
        CityShape shape = new CityShape(270, 5);
        Path sealed = folder.resolve("sealed");
        CityDays city = new CityDays(shape);
        new SourceIndex(sealed, IndexSettings.defaults(), line -> {})
                .seal(
                        (day, sink) -> city.forEachStay(day, sink::visit),
                        List.of(DAY, DAY + 1, DAY + 2),
                        1000,
                        shape.people(),
                        CityShape::personId,
                        shape.places(),
                        CityShape::placeId);
        Path appended = append(folder.resolve("appended"), city(270, 5));
        assertThat(TraceIndex.stats(sealed).stays())
                .isEqualTo(TraceIndex.stats(appended).stays());
        Seeds.forEach(1, random -> assertSame(sealed, appended, random));
        try (Stream<Path> files = Files.list(sealed)) {
            Path segment = files.filter(file -> file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length - 1] ^= 1;
            Files.write(segment, bytes);
            assertThatThrownBy(() -> TraceIndex.open(sealed, line -> {}))
                    .isInstanceOf(DamagedFile.class)
                    .hasMessageContaining(segment.getFileName() + " refused: its checksum differs");
            assertThatThrownBy(() -> new IndexCare(sealed).repair()).isInstanceOf(DamagedFile.class);
        }
    }
}
