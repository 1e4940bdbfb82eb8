package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** kill -9 of the program, of the server, and of both: what was committed is there after the next start. */
class KilledRunTest {
    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        PreparedFolder.copyTo(folder);
    }

    @Test
    void theServerLeftByAKilledProgramIsStoppedAndItsDataKept() throws Exception {
        ProcessHandle orphan = runAndKillProgram("before the kill");
        assertThat(runs(orphan)).as("the server outlives its program").isTrue();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, TestPrograms.embedded())) {
            assertThat(runs(orphan)).isFalse();
            assertThat(EmbeddedDatabaseTest.notes(database)).containsExactly("before the kill");
        }
    }

    @Test
    void killingBothLosesNothingCommitted() throws Exception {
        ProcessHandle orphan = runAndKillProgram("committed");
        orphan.destroyForcibly();
        while (runs(orphan)) {
            Thread.sleep(10);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, TestPrograms.embedded())) {
            assertThat(EmbeddedDatabaseTest.notes(database)).containsExactly("committed");
        }
    }

    @Test
    void aServerThatIsKilledIsStartedAgainOnItsPort() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, TestPrograms.embedded())) {
            EmbeddedDatabaseTest.insert(database, "before the kill");
            ProcessHandle killed = Postmaster.find(folder.resolve("postgresql")).orElseThrow();
            killed.destroyForcibly();
            while (runs(killed) || Postmaster.find(folder.resolve("postgresql")).isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(EmbeddedDatabaseTest.notes(untilItAnswers(database))).containsExactly("before the kill");
        }
    }

    private static EmbeddedDatabase untilItAnswers(EmbeddedDatabase database) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                EmbeddedDatabaseTest.notes(database);
                return database;
            } catch (DataAccessException _) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the database does not answer again");
    }

    private boolean runs(ProcessHandle server) {
        return Postmaster.isServerOf(folder.resolve("postgresql"), server.pid());
    }

    private ProcessHandle runAndKillProgram(String text) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process program = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dbihuan.home=" + System.getProperty("bihuan.home", "."),
                        KillMe.class.getName(),
                        folder.toString(),
                        text)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = program.inputReader()) {
            while (!KillMe.READY.equals(lines.readLine())) {
                assertThat(program.isAlive()).isTrue();
            }
        }
        ProcessHandle server = Postmaster.find(folder.resolve("postgresql")).orElseThrow();
        program.destroyForcibly();
        assertThat(program.waitFor(Duration.ofSeconds(30))).isTrue();
        return server;
    }

    /** The program that is killed. */
    static final class KillMe {
        static final String READY = "ready to be killed";

        private KillMe() {}

        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), TestPrograms.embedded());
            EmbeddedDatabaseTest.insert(database, arguments[1]);
            System.out.println(READY);
            Thread.sleep(Duration.ofMinutes(2));
        }
    }
}
