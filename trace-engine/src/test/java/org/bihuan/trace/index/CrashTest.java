package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                List<String> said = runAndKill(index, parts, random.nextInt(20, 500));
                int done = parts + (int) said.stream().filter(line -> line.startsWith("done")).count();
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

    /** Lets the child work until it has begun something, then for some milliseconds more, and kills it. */
    private static List<String> runAndKill(Path index, int part, int millis) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        CrashChild.class.getName(),
                        index.toString(),
                        String.valueOf(part))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
            said.add(String.valueOf(reader.readLine()));
            TimeUnit.MILLISECONDS.sleep(millis);
            child.destroyForcibly();
            reader.lines().forEach(said::add);
        } catch (IOException closed) {
            said.add("closed");
        }
        child.waitFor();
        assertThat(said.getFirst()).isEqualTo("begin " + part);
        return said;
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
