package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 6: a fact acknowledged is a fact kept. The server, its PostgreSQL or one of PostgreSQL's sessions is killed with
 * signal 9 at random moments while facts come in and workers work; afterwards nothing is lost, doubled or stuck. The full law is 20
 * kills ({@code -Dbihuan.law.rounds=20}, some two minutes); each check makes {@value #KILLS}, one of each victim. A seed
 * repeats facts and victims; the moment within a run is the machine's.
 */
@Tag("kill")
class KillLawTest {
    private static final int KILLS = 3;

    private enum Victim {
        SERVER,
        POSTGRES,
        SESSION
    }

    @TempDir
    Path folder;

    private int acknowledged;

    @Test
    void whatWasAcknowledgedIsKeptAndWhatIsDerivedIsRight() throws Exception {
        Long replayed = Long.getLong("bihuan.seed");
        long seed = replayed == null ? System.nanoTime() : replayed;
        System.out.println("kills: replay with -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        int rounds = LawRounds.number(KILLS);
        int size = 60 * rounds;
        for (int round = 0; round < rounds; round++) {
            Victim victim = Victim.values()[round % Victim.values().length];
            try (Run run = new Run(seed, size, Math.max(0, acknowledged - random.nextInt(4)))) {
                int target = Math.min(acknowledged + 1 + random.nextInt(50), 70 * (round + 1));
                run.readUntil(target);
                Thread.sleep(random.nextInt(60));
                switch (victim) {
                    case SERVER -> run.kill();
                    case POSTGRES -> {
                        kill(postmaster());
                        run.kill();
                    }
                    case SESSION -> {
                        postmaster()
                                .children()
                                .filter(KillLawTest::isSession)
                                .findAny()
                                .ifPresent(KillLawTest::kill);
                        run.readUntil(acknowledged + 3); // the server goes on by itself
                        run.kill();
                    }
                }
                run.readUntil(Integer.MAX_VALUE); // what it said before it died
            }
            System.out.println("killed " + victim + " after " + acknowledged + " facts");
        }
        try (Run run = new Run(seed, size, acknowledged)) {
            assertThat(run.verdict()).as("seed %s", seed).isEqualTo("right");
        }
    }

    private ProcessHandle postmaster() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    private static boolean isSession(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains("bihuan_app");
        } catch (IOException e) {
            return false;
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        while (process.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** One run of the server. */
    private final class Run implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;
        private String verdict = "none";

        Run(long seed, int size, int from) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx400m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Dbihuan.home=" + Machine.home(),
                            KilledServer.class.getName(),
                            folder.resolve("data").toString(),
                            Long.toString(seed),
                            Integer.toString(size),
                            Integer.toString(from))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            lines = process.inputReader();
        }

        /** Reads what the server says until so many facts are acknowledged or it says no more. */
        void readUntil(int target) throws IOException {
            for (String line = ""; acknowledged < target && line != null; ) {
                line = lines.readLine();
                if (line != null && line.matches(KilledServer.ACKNOWLEDGED + "\\d+")) {
                    acknowledged = Math.max(
                            acknowledged, Integer.parseInt(line.substring(KilledServer.ACKNOWLEDGED.length())));
                } else if (line != null && line.startsWith(KilledServer.VERDICT)) {
                    verdict = line.substring(KilledServer.VERDICT.length());
                    assertThat(verdict).isEqualTo("right");
                }
            }
        }

        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly(); // the process itself would close the stream that is still to be read
            assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
        }

        String verdict() throws IOException {
            readUntil(Integer.MAX_VALUE);
            return verdict;
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }
}
