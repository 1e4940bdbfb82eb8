package org.bihuan.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bihuan.app.backup.FilledInstallation.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** kill -9 of a backup and of a restore, at any moment: what is left is whole, or cannot be taken for whole. */
@Tag("kill")
class KilledBackupTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void whatAKilledCommandLeavesIsWholeOrNotThere() throws Exception {
        Path data = folder.resolve("data");
        try (ConfigurableApplicationContext server = FilledInstallation.serve(data)) {
            FilledInstallation.append(server, 0, 300);
            FilledInstallation.settle(server);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Path to = folder.resolve("killed" + round);
            kill(FilledInstallation.start("backup", "--data", data.toString(), "--to", to.toString()), 3_000);
            if (Files.exists(to)) {
                assertThat(FilledInstallation.run("verify", to.toString()).exit())
                        .isZero();
            }
            System.out.println("killed the backup: " + (Files.exists(to) ? "whole" : "nothing"));
        }
        // The server on the data was alone with the killed command and may still run.
        Path good = folder.resolve("killed0");
        if (!Files.exists(good)) {
            Outcome made = FilledInstallation.run("backup", "--data", data.toString(), "--to", good.toString());
            assertThat(made.exit()).as(made.progress()).isZero();
        }
        Path target = folder.resolve("restored");
        for (int round = 0; round < ROUNDS && !Files.exists(target); round++) {
            kill(
                    FilledInstallation.start(
                            "restore", "--from", good.toString(), "--data", target.toString(), "--no-replay"),
                    9_000);
            System.out.println("killed the restore: " + (Files.exists(target) ? "whole" : "nothing"));
        }
        if (!Files.exists(target)) {
            Outcome restored =
                    FilledInstallation.run("restore", "--from", good.toString(), "--data", target.toString());
            assertThat(restored.exit()).as(restored.progress()).isZero();
        }
        Path again = folder.resolve("again");
        assertThat(FilledInstallation.run("backup", "--data", target.toString(), "--to", again.toString())
                        .exit())
                .isZero();
        try (Archive first = Archive.open(good);
                Archive second = Archive.open(again)) {
            assertThat(second.manifest().tables()).isEqualTo(first.manifest().tables());
        }
    }

    private void kill(Process process, int mostMillis) throws InterruptedException {
        boolean ended = process.waitFor(random.nextInt(mostMillis), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly();
            assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
        }
    }
}
