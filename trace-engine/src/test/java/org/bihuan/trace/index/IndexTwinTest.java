package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.bihuan.trace.EngineAnswers;
import org.bihuan.trace.ObviousTrace;
import org.bihuan.trace.RandomWorld;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.TwinTest;
import org.bihuan.trace.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order and the number of appends, merges and repeats, the index gives the twin's answers. */
class IndexTwinTest {
    @TempDir
    Path folder;

    private int indexes;

    @Test
    void theOrderOfAppendsDoesNotMatter() {
        Seeds.forEach(40, random -> {
            RandomWorld world = new RandomWorld(random);
            IndexSettings settings = settings(random);
            boolean withIds = random.nextBoolean();
            List<Visit> visits = world.visits(random.nextInt(1, 100), random.nextBoolean());
            ObviousTrace twin = new ObviousTrace(visits, settings.assumedStayMinutes(), settings.maxStayMinutes());
            Path one = appended(visits, settings, withIds, random);
            Path other = appended(visits, settings, withIds, random);
            TwinTest.compare(world, random, twin, answers(one));
            IndexStats stats = TraceIndex.stats(one);
            IndexStats otherStats = TraceIndex.stats(other);
            assertThat(stats.stays()).isEqualTo(otherStats.stays());
            assertThat(stats.rows()).isEqualTo(otherStats.rows());
            assertThat(stats.people()).isEqualTo(otherStats.people());
            new IndexCare(other).merge();
            assertThat(TraceIndex.stats(other).stays()).isEqualTo(stats.stays());
            assertThat(TraceIndex.stats(other).lateSegments()).isZero();
            TwinTest.compare(world, random, twin, answers(other));
        });
    }

    private static IndexSettings settings(RandomGenerator random) {
        int[] assumed = {1, 30, 60, 1439, 1440, 3000};
        OptionalInt stay =
                random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(assumed[random.nextInt(assumed.length)]);
        return new IndexSettings(stay, random.nextBoolean() ? 1440 : random.nextInt(1, 2000));
    }

    /** The visits in a random order, in one to five appends, some rows twice, sometimes merged in between. */
    private Path appended(List<Visit> visits, IndexSettings settings, boolean withIds, RandomGenerator random)
            throws IOException {
        Path index = folder.resolve("index-" + indexes++);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            rows.add(i);
            if (random.nextInt(8) == 0) {
                rows.add(i);
            }
        }
        Collections.shuffle(rows, new Random(random.nextLong()));
        int appends = random.nextInt(1, 6);
        for (int append = 0; append < appends; append++) {
            List<Integer> part = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                boolean isRepeat = append > 0 && random.nextInt(10) == 0;
                if (i % appends == append || isRepeat) {
                    part.add(rows.get(i));
                }
            }
            append(index, visits, part, settings, withIds);
            if (random.nextInt(4) == 0) {
                new IndexCare(index).merge();
            }
        }
        return index;
    }

    private static void append(
            Path index, List<Visit> visits, List<Integer> rows, IndexSettings settings, boolean withIds)
            throws IOException {
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, settings, line -> {})) {
            for (int row : rows) {
                Visit visit = visits.get(row);
                String id = withIds ? "scan " + row : null;
                writer.add(RowText.of(visit.person(), visit.place(), visit.enter(), visit.leave(), id));
            }
            AppendReport report = writer.commit();
            long rejected = report.rejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(report.rows()).isEqualTo(rows.size());
            assertThat(report.accepted() + rejected).isEqualTo(report.rows());
        }
    }

    static EngineAnswers answers(Path directory) throws IOException {
        List<String> notices = new ArrayList<>();
        TraceIndex index = TraceIndex.open(directory, notices::add);
        assertThat(notices).isEmpty();
        return new EngineAnswers(
                index.engine(),
                id -> index.findPerson(id).orElse(-1),
                index::person,
                id -> index.findPlace(id).orElse(-1),
                index::place);
    }

    @Test
    void aRowWithoutIdIsItsOwnIdentity() throws IOException {
        Path index = folder.resolve("plain");
        Visit visit = new Visit("p", "a", 100, 200);
        append(index, List.of(visit, visit), List.of(0, 1), IndexSettings.defaults(), false);
        assertThat(TraceIndex.stats(index).rows()).isEqualTo(1);
        append(index, List.of(visit), List.of(0), IndexSettings.defaults(), false);
        assertThat(TraceIndex.stats(index).rows()).isEqualTo(1);
    }

    @Test
    void theSameIdWithAnotherContentIsAConflictNotARepeat() throws IOException {
        Path index = folder.resolve("conflict");
        IndexSettings settings = IndexSettings.defaults();
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, settings, line -> {})) {
            writer.add(RowText.of("p", "a", 100, 200, "1"));
            writer.add(RowText.of("p", "a", 100, 201, "1"));
            writer.add(RowText.of("p", "a", 5000, 5001, "1"));
            writer.add(RowText.of("q", "a", 5000, 5001, "2"));
            AppendReport report = writer.commit();
            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.rejected()).containsOnlyKeys(Rejection.SAME_ID_OTHER_CONTENT);
        }
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, settings, line -> {})) {
            writer.add(RowText.of("p", "b", 9000, 9100, "1"));
            writer.add(RowText.of("p", "a", 100, 200, "1"));
            AppendReport report = writer.commit();
            assertThat(report.accepted()).isZero();
            assertThat(new LinkedHashSet<>(report.rejected().keySet()))
                    .containsExactlyInAnyOrder(Rejection.SAME_ID_OTHER_CONTENT, Rejection.REPEATED);
        }
    }
}
