package org.bihuan.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Master keys in a file or in the environment. */
class MasterKeysTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        KeySettings settings = settings();
        String made = settings.load(false).text();
        assertThat(settings.load(true).text()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.file())))
                .isEqualTo("rw-------");
        assertThat(settings.toString()).doesNotContain(made.substring(2, 20));
        assertThat(settings.load(true).toString()).doesNotContain(made.substring(2, 20));
        try (var left = Files.list(settings.file().getParent())) {
            assertThat(left).containsExactly(settings.file());
        }
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        KeySettings settings = settings();
        settings.load(false);
        Files.setPosixFilePermissions(settings.file(), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("master-key-open", () -> settings.load(true));
    }

    @Test
    void noNewFileIsMadeWhenTheDatabaseKnowsAnother() {
        assertRefused("master-key-missing", () -> settings().load(true));
        assertThat(settings().file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1:AAAA",
                "0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=",
                "1:???"
            })
    void aDamagedTextIsRefused(String text) {
        assertRefused("master-key-damaged", () -> MasterKeys.parse(text, "bihuan.keys.master"));
    }

    @Test
    void keysComeFromTheEnvironmentToo() {
        KeySettings settings =
                new KeySettings(folder.resolve("none"), "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "aes");
        assertThat(settings.load(true).newest()).isEqualTo(1);
        assertThat(settings.file()).doesNotExist();
    }

    @Test
    void aNewKeyWrapsWhatIsNewAndTheOldOneStillOpens() {
        Suite suite = new AesSuite();
        byte[] key = new byte[32];
        MasterKeys first = MasterKeys.generate();
        byte[] wrapped = first.wrap(suite, key, "here");
        MasterKeys second = MasterKeys.parse(first.withNewest().text(), "test");
        assertThat(second.newest()).isEqualTo(2);
        assertThat(second.unwrap(1, wrapped, "here")).isEqualTo(key);
        byte[] again = second.wrap(suite, key, "here");
        assertThat(second.without(1).unwrap(2, again, "here")).isEqualTo(key);
        assertRefused("master-key-missing", () -> second.without(1).unwrap(1, wrapped, "here"));
    }

    private KeySettings settings() {
        return new KeySettings(folder.resolve("keys/master.keys"), null, "aes");
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(work::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
