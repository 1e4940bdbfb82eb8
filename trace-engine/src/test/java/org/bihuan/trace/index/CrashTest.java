package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bihuan.trace.Seeds;
import org.bihuan.trace.internal.segment.DaySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while rows are indexed, sealed and merged: what was said to be done is there, the rest is there whole or not. */
class CrashTest {
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    @Test
    void everyAppendIsThereWholeOrNotAtAll() {
        Seeds.forEach(1, random -> {
            Path index = folder.resolve("killed");
            int parts = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                List<String> said = runAndKill(index, parts, random.nextInt(1, 7), random.nextInt(0, 150));
                int done = parts
                        + (int) said.stream()
                                .filter(line -> line.startsWith("done"))
                                .count();
                if (!ManifestFile.exists(index)) {
                    assertThat(done).isZero();
                    continue;
                }
                long rows = TraceIndex.stats(index).rows();
                parts = Math.toIntExact(rows / 3000);
                assertThat(rows % 3000).as("rows of a part torn apart").isZero();
                assertThat(parts).isBetween(done, done + 1);
                assertThat(stays(index)).isEqualTo(stays(fresh(parts, kill)));
            }
            assertThat(parts).isPositive();
        });
    }

    /** Lets the child work until it has said so many lines, then for some milliseconds more, and kills it. */
    private List<String> runAndKill(Path index, int part, int patience, int millis) throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        CrashChild.class.getName(),
                        index.toString(),
                        String.valueOf(part))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (child.isAlive() && Files.readAllLines(said).size() < patience) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        assertThat(child.isAlive()).isTrue();
        child.destroyForcibly();
        child.waitFor();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines.getFirst()).isEqualTo("begin " + part);
        return lines;
    }

    private Path fresh(int parts, int name) throws IOException {
        Path index = folder.resolve("fresh-" + name);
        for (int part = 0; part < parts; part++) {
            CrashChild.append(index, part);
        }
        return index;
    }

    /** All stays by text, each counted once however many segments of its day hold it. */
    private static TreeMap<String, Boolean> stays(Path directory) throws IOException {
        new IndexCare(directory).merge();
        List<String> notices = new ArrayList<>();
        TraceIndex index = TraceIndex.open(directory, notices::add);
        assertThat(notices).isEmpty();
        TreeMap<String, Boolean> stays = new TreeMap<>();
        for (DaySegment segment : index.engine().segments()) {
            segment.forEachStay((person, place, enter, leave) ->
                    stays.put(index.person(person) + " " + index.place(place) + " " + enter + " " + leave, true));
        }
        return stays;
    }
}
