package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bihuan.trace.EngineAnswers;
import org.bihuan.trace.ObviousTrace;
import org.bihuan.trace.RandomWorld;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.TwinTest;
import org.bihuan.trace.Visit;
import org.bihuan.trace.internal.file.DamagedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cut, altered, lengthened, swapped, emptied, missing or foreign file of an index is refused by its name, or built again
 * from the journal with the same answers; never does it change an answer.
 */
class FuzzTest {
    @TempDir
    Path folder;

    private int copies;

    private record World(ObviousTrace.Question question, List<String> people, List<Object> answers, Path index) {}

    @Test
    void aDamagedFileIsRefusedByNameOrBuiltAgain() {
        Seeds.forEach(2, random -> {
            World world = world(random);
            World other = world(random);
            for (String name : files(world.index)) {
                for (int damage = 0; damage < 7; damage++) {
                    Path copy = copy(world.index);
                    if (damage(copy, name, damage, other.index, random)) {
                        check(world, copy, name);
                    }
                    remove(copy);
                }
            }
        });
    }

    private World world(RandomGenerator random) throws IOException {
        RandomWorld world = new RandomWorld(random);
        List<Visit> visits = world.visits(60, true);
        IndexSettings settings = new IndexSettings(OptionalInt.of(45), 1440);
        Path index = folder.resolve("world-" + copies++);
        for (int append = 0; append < 2; append++) {
            try (TraceIndexWriter writer = TraceIndexWriter.open(index, settings, line -> {})) {
                for (int i = 0; i < visits.size(); i++) {
                    boolean isSecond = i >= 55;
                    if (isSecond == (append == 1)) {
                        Visit visit = visits.get(i);
                        writer.add(RowText.of(visit.person(), visit.place(), visit.enter(), visit.leave(), "s" + i));
                    }
                }
                writer.commit();
            }
        }
        ObviousTrace twin = new ObviousTrace(visits, settings.assumedStayMinutes(), 1440);
        TwinTest.compare(world, random, twin, IndexTwinTest.answers(index));
        List<String> people = List.copyOf(twin.people());
        ObviousTrace.Question question = new ObviousTrace.Question(
                RandomWorld.DAY_ZERO, RandomWorld.DAY_ZERO + 7200, 5, Set.of(), 10, Map.of(), OptionalInt.of(4));
        return new World(question, people, ask(question, people, IndexTwinTest.answers(index)), index);
    }

    private static List<Object> ask(ObviousTrace.Question question, List<String> people, EngineAnswers answers) {
        List<Object> all = new ArrayList<>();
        for (String person : people) {
            all.add(answers.explain(person, question, 1));
            all.add(answers.secondRing(person, question));
            all.add(answers.venues(person, question, 2));
        }
        return all;
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(IndexLock.NAME))
                    .sorted()
                    .toList();
        }
    }

    private Path copy(Path directory) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy-" + copies++));
        for (String name : files(directory)) {
            Files.copy(directory.resolve(name), copy.resolve(name));
        }
        return copy;
    }

    private static void remove(Path directory) throws IOException {
        for (String name : files(directory)) {
            Files.delete(directory.resolve(name));
        }
    }

    /** Whether the file is another one afterwards. */
    private static boolean damage(Path index, String name, int kind, Path other, RandomGenerator random)
            throws IOException {
        Path file = index.resolve(name);
        byte[] before = Files.readAllBytes(file);
        byte[] after = before.clone();
        switch (kind) {
            case 0 -> after = Arrays.copyOf(before, random.nextInt(before.length));
            case 1 -> after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(8));
            case 2 -> after = Arrays.copyOf(before, before.length + 1 + random.nextInt(9));
            case 3 -> after[4] = 9; // the version
            case 4 -> after = new byte[0];
            case 5 -> {
                String namesake = files(other).stream()
                        .filter(candidate -> candidate.substring(0, 4).equals(name.substring(0, 4)))
                        .findFirst()
                        .orElse(name);
                Path foreign = other.resolve(namesake);
                after = Files.exists(foreign) ? Files.readAllBytes(foreign) : after;
            }
            default -> {
                Files.delete(file);
                return true;
            }
        }
        Files.write(file, after);
        return !Arrays.equals(before, after);
    }

    private static void check(World world, Path index, String name) throws IOException {
        List<String> notices = new ArrayList<>();
        try {
            TraceIndex opened = TraceIndex.open(index, notices::add);
            boolean isSilentlyHarmless = name.startsWith("MANIFEST") // the other copy stands in
                    || name.startsWith("rows-") // not read by questions
                    || name.endsWith(".order") // worked out again
                    || name.endsWith(".ids"); // bytes behind the marked end are nobody's
            if (!isSilentlyHarmless) {
                assertThat(notices).anyMatch(notice -> notice.contains(name));
            }
            EngineAnswers answers = new EngineAnswers(
                    opened.engine(),
                    id -> opened.findPerson(id).orElse(-1),
                    opened::person,
                    id -> opened.findPlace(id).orElse(-1),
                    opened::place);
            assertThat(ask(world.question, world.people, answers)).isEqualTo(world.answers);
            repair(world, index, name);
        } catch (DamagedFile refused) {
            assertThat(refused).hasMessageContaining(refused.fileName() + " refused: ");
            if (!name.equals(ManifestFile.NAME)) { // another index's whole manifest: its files are the refused ones
                assertThat(refused.fileName()).isEqualTo(name);
            }
        }
    }

    private static void repair(World world, Path index, String name) throws IOException {
        if (name.startsWith("rows-")) {
            return; // the source itself: what is damaged there comes back only from the caller's files
        }
        new IndexCare(index).repair();
        assertThat(ask(world.question, world.people, IndexTwinTest.answers(index)))
                .isEqualTo(world.answers);
        Files.delete(index.resolve(ManifestFile.NAME)); // the copy alone is an index, too
        assertThat(ask(world.question, world.people, IndexTwinTest.answers(index)))
                .isEqualTo(world.answers);
    }

    @Test
    void aDamagedJournalIsRefusedByNameWhenItIsNeeded() throws IOException {
        Path index = folder.resolve("journal");
        IndexSettings settings = IndexSettings.defaults();
        try (TraceIndexWriter writer = TraceIndexWriter.open(index, settings, line -> {})) {
            writer.add(RowText.of("p", "a", 100, 200, null));
            writer.commit();
        }
        for (String name : files(index)) {
            if (name.startsWith("rows-") || name.startsWith("segment-")) {
                byte[] bytes = Files.readAllBytes(index.resolve(name));
                bytes[bytes.length / 2] ^= 4;
                Files.write(index.resolve(name), bytes);
            }
        }
        List<String> notices = new ArrayList<>();
        assertThatThrownBy(() -> TraceIndex.open(index, notices::add))
                .isInstanceOf(DamagedFile.class)
                .hasMessageContaining("rows-1970-01-01");
        assertThat(notices).anyMatch(notice -> notice.contains("segment-1970-01-01"));
    }
}
