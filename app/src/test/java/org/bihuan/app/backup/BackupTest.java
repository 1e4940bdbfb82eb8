package org.bihuan.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.bihuan.app.backup.FilledInstallation.Outcome;
import org.bihuan.app.database.Installation;
import org.bihuan.app.facts.Append;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Backup beside a server that works, verify, restore; and everything that must be refused. */
class BackupTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path backup;

    /** A backup taken while facts come in and workers work. */
    @BeforeAll
    static void backUp() throws Exception {
        data = folder.resolve("data");
        backup = folder.resolve("one.backup");
        try (ConfigurableApplicationContext server = FilledInstallation.serve(data)) {
            FilledInstallation.append(server, 0, 200);
            FilledInstallation.settle(server);
            Files.writeString(Files.createDirectory(data.resolve("keys")).resolve("key"), "秘密 secret");
            Thread sender = Thread.ofPlatform().start(() -> {
                for (int i = 200; !Thread.currentThread().isInterrupted(); i++) {
                    FilledInstallation.append(server, i, i + 1);
                }
            });
            Outcome made = FilledInstallation.run("backup", "--data", data.toString(), "--to", backup.toString());
            sender.interrupt();
            sender.join();
            assertThat(made.exit()).as(made.progress()).isZero();
        }
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUpAndGoesOn() throws Exception {
        Path restored = Files.createDirectory(folder.resolve("restored"));
        assertThat(FilledInstallation.run("verify", backup.toString()).exit()).isZero();
        Outcome outcome = FilledInstallation.run("restore", "--from", backup.toString(), "--data", restored.toString());
        assertThat(outcome.exit()).as(outcome.progress()).isZero();
        assertThat(outcome.answer()).contains("已恢复并核对 restored and compared", "1 文件 files");
        assertThat(restored.resolve("keys/key")).hasContent("秘密 secret");
        assertThat(restored.resolveSibling("restored.restoring")).doesNotExist();
        try (ConfigurableApplicationContext server = FilledInstallation.serve(restored)) {
            assertThat(FilledInstallation.append(server, 0, 200)).allMatch(answer -> answer instanceof Append.Repeated);
            assertThat(FilledInstallation.append(server, 100_000, 100_010))
                    .allMatch(answer -> answer instanceof Append.Recorded);
            FilledInstallation.settle(server);
        }
    }

    @Test
    void everyBitFlipAndEveryCutIsFound() throws IOException {
        Random random = new Random(7);
        byte[] good = Files.readAllBytes(backup);
        Path bad = folder.resolve("bad.backup");
        for (int round = 0; round < 60; round++) {
            byte[] bytes = good.clone();
            int at = round < 10 ? round : round < 20 ? bytes.length - round + 9 : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, bytes);
            assertThat(FilledInstallation.run("verify", bad.toString()).exit())
                    .as("flip in byte %s of %s", at, bytes.length)
                    .isEqualTo(1);
        }
        for (int length : List.of(0, 1, 70, 71, good.length / 2, good.length - 1)) {
            Files.write(bad, java.util.Arrays.copyOf(good, length));
            assertThat(FilledInstallation.run("verify", bad.toString()).exit())
                    .as("cut to %s", length)
                    .isEqualTo(1);
        }
        Files.write(bad, java.util.Arrays.copyOf(good, good.length + 1));
        assertThat(FilledInstallation.run("verify", bad.toString()).exit()).isEqualTo(1);
        Outcome restored = FilledInstallation.run(
                "restore",
                "--from",
                bad.toString(),
                "--data",
                folder.resolve("never").toString());
        assertThat(restored.exit()).isEqualTo(1);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void theDamagedTableIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int entry = text.indexOf("tables/facts.fact.copy");
        bytes[entry + 2_000] ^= 1;
        Path bad = Files.write(folder.resolve("named.backup"), bytes);
        assertThat(FilledInstallation.run("verify", bad.toString()).progress())
                .contains("[damaged]", "tables/facts.fact.copy")
                .doesNotContain("tables/duties.duty.copy: ");
    }

    @Test
    void whatTheRecordDoesNotLeadToIsRefused() throws SQLException {
        Path restored = folder.resolve("plain");
        assertThat(FilledInstallation.run(
                                "restore", "--from", backup.toString(), "--data", restored.toString(), "--no-replay")
                        .exit())
                .isZero();
        try (Installation installation = Installation.reach(restored, FilledInstallation.PROGRAMS);
                Connection connection =
                        installation.superuser(Installation.database()).getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "delete from duties.duty where id = (select min(id::text)::uuid from duties.duty)"))
                    .isEqualTo(1);
        }
        Path wrong = folder.resolve("wrong.backup");
        Outcome made = FilledInstallation.run("backup", "--data", restored.toString(), "--to", wrong.toString());
        assertThat(made.exit()).as(made.progress()).isZero();
        Path never = folder.resolve("never-either");
        Outcome refused = FilledInstallation.run("restore", "--from", wrong.toString(), "--data", never.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.progress()).contains("[derived-differ]", "duties.duty -0 +1");
        assertThat(never).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Outcome twice = FilledInstallation.run("backup", "--data", data.toString(), "--to", backup.toString());
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.progress()).contains("[target-exists]", "已存在", "which exists");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("note"), "mine");
        Outcome restored = FilledInstallation.run("restore", "--from", backup.toString(), "--data", full.toString());
        assertThat(restored.progress()).contains("[target-not-empty]");
        assertThat(full.resolve("note")).hasContent("mine");
        assertThat(FilledInstallation.run("backup", "--data", full.toString(), "--to", folder + "/x")
                        .progress())
                .contains("[no-database]");
        assertThat(FilledInstallation.run("restore", "--from", backup.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(FilledInstallation.run("verify", folder + "/none").exit()).isEqualTo(1);
    }
}
