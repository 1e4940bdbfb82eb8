package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.internal.segment.DaySegment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * kill -9 while rows are added, sealed and merged, several times amid each: what was said to be done is there, the rest is
 * there whole or not at all, and the next writer clears away what was left lying about.
 */
class CrashTest {
    private static final int HITS = 3;
    private static final int KILLS = 30;

    @TempDir
    Path folder;

    private int fresh;

    @ParameterizedTest
    @CsvSource({"add, true", "seal, true", "seal, false", "merge, false"})
    void everyAppendIsThereWholeOrNotAtAll(String phase, boolean withOpen) {
        Seeds.forEach(1, random -> {
            Path index = folder.resolve("killed");
            int parts = 0;
            int hits = 0;
            for (int kill = 0; hits < HITS && kill < KILLS; kill++) {
                List<String> said = runAndKill(index, parts, withOpen, phase, random);
                hits += said.getLast().startsWith(phase + " ") ? 1 : 0;
                int done = parts
                        + (int) said.stream()
                                .filter(line -> line.startsWith("done"))
                                .count();
                if (ManifestFile.exists(index)) {
                    parts = check(index, withOpen, done);
                } else {
                    assertThat(done).isZero();
                }
            }
            assertThat(hits).as("kills amid " + phase).isEqualTo(HITS);
        });
    }

    /** Returns how many parts the index holds. */
    private int check(Path index, boolean withOpen, int done) throws IOException {
        long rows = TraceIndex.stats(index).rows();
        int parts = Math.toIntExact(rows / CrashChild.ROWS);
        assertThat(rows % CrashChild.ROWS).as("rows of a part torn apart").isZero();
        assertThat(parts).isBetween(done, done + 1);
        Path whole = folder.resolve("fresh-" + fresh++);
        for (int part = 0; part < parts; part++) {
            CrashChild.append(whole, part, withOpen, line -> {});
        }
        assertThat(stays(index)).as("as it was left").isEqualTo(stays(whole));
        new IndexCare(index).merge();
        assertThat(stays(index)).as("merged").isEqualTo(stays(whole));
        assertThat(named(index)).as("nothing left lying about").containsAll(files(index));
        return parts;
    }

    /** Lets the child reach the phase once or a few times, then for some milliseconds more, and kills it. */
    private List<String> runAndKill(Path index, int part, boolean withOpen, String phase, RandomGenerator random)
            throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        CrashChild.class.getName(),
                        index.toString(),
                        String.valueOf(part),
                        String.valueOf(withOpen))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int times = random.nextInt(1, 4);
        while (child.isAlive() && count(said, phase) < times) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(0, 12_000));
        assertThat(child.isAlive()).isTrue();
        child.destroyForcibly();
        child.waitFor();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines.getFirst()).isEqualTo("add " + part);
        return lines;
    }

    private static long count(Path said, String phase) throws IOException {
        return Files.readAllLines(said).stream()
                .filter(line -> line.startsWith(phase + " "))
                .count();
    }

    /** All stays by text, each counted once however many segments of its day hold it. */
    private static TreeMap<String, TreeSet<Integer>> stays(Path directory) throws IOException {
        List<String> notices = new ArrayList<>();
        TraceIndex index = TraceIndex.open(directory, notices::add);
        assertThat(notices).isEmpty();
        TreeMap<String, TreeSet<Integer>> minutes = new TreeMap<>();
        for (DaySegment segment : index.engine().segments()) {
            segment.forEachStay((person, place, enter, leave) -> {
                TreeSet<Integer> at = minutes.computeIfAbsent(
                        index.person(person) + " " + index.place(place), key -> new TreeSet<>());
                for (int minute = enter; minute < leave; minute++) {
                    at.add(minute);
                }
            });
        }
        return minutes;
    }

    private static TreeSet<String> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            TreeSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        }
    }

    private static TreeSet<String> named(Path index) throws IOException {
        TreeSet<String> names = new TreeSet<>(ManifestFile.read(index).fileNames());
        names.add(ManifestFile.NAME);
        names.add(ManifestFile.COPY);
        names.add(IndexLock.NAME);
        return names;
    }
}
