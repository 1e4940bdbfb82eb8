package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bihuan.app.duties.TestPacks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with signal 9 in the middle of a sweep, twice, a server goes on to the same end, and no duty is doubled. */
@Tag("kill")
class KilledSweepTest {
    @TempDir
    Path folder;

    @Test
    void aKilledSweepGoesOnToTheSameEnd() throws Exception {
        long first;
        try (Run run = new Run(0)) {
            first = run.readUntilMoved(1);
            run.kill();
        }
        assertThat(first).as("in the middle").isBetween(1L, SweptServer.CHANGED - 1L);
        long second;
        try (Run run = new Run(1)) {
            second = run.readUntilMoved(first + 40);
            run.kill();
        }
        assertThat(second).as("in the middle again").isBetween(first + 1, SweptServer.CHANGED - 1L);
        try (Run run = new Run(2)) {
            assertThat(run.verdict()).isEqualTo("right");
        }
    }

    private final class Run implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;

        Run(int number) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx400m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Dbihuan.home=" + TestPacks.home().getParent(),
                            SweptServer.class.getName(),
                            folder.resolve("data").toString(),
                            Integer.toString(number))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            lines = process.inputReader();
        }

        /** Reads until so many have been moved; gives back how many. */
        long readUntilMoved(long target) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SweptServer.MOVED)) {
                    long moved = Long.parseLong(line.substring(SweptServer.MOVED.length()));
                    if (moved >= target) {
                        return moved;
                    }
                }
            }
            throw new AssertionError("it ended before " + target + " had been moved");
        }

        @Nullable String verdict() throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SweptServer.VERDICT)) {
                    return line.substring(SweptServer.VERDICT.length());
                }
            }
            return null;
        }

        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly(); // the process itself would close the stream that is still to be read
            assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }
}
