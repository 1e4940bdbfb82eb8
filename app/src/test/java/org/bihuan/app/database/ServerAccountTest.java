package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root cannot run PostgreSQL itself: the way round it that needs no user namespace. */
class ServerAccountTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyAsRoot() {
        assumeThat(ServerAccount.isRoot()).as("runs as root").isTrue();
    }

    @Test
    void rootStartsTheServerAsNobody() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data"), programs())) {
            assertThat(Files.getOwner(folder.resolve("data/postgresql")).getName())
                    .isEqualTo("nobody");
            EmbeddedDatabaseTest.insert(database, "as nobody");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data"), programs())) {
            assertThat(EmbeddedDatabaseTest.notes(database)).containsExactly("as nobody");
        }
    }

    @Test
    void aFolderThatNobodyCannotEnterIsRefusedByName() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(folder.resolve("data"), programs()))
                .satisfies(refused -> assertThat(refused.english()).contains("nobody", folder.toString()));
    }

    private static PostgresPrograms programs() {
        return new PostgresPrograms(TestPrograms.embedded().folder(), ServerAccount.of("nobody"));
    }
}
