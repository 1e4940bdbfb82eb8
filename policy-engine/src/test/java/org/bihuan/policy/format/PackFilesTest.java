package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack is what lies in its folder: no links out of it, no hidden files, of bounded size. */
final class PackFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aPack() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "id: a\n");
        Files.createDirectory(folder.resolve("tables"));
    }

    private PackFiles read() {
        return PackFiles.ofFolder(folder);
    }

    @Test
    void whatIsNoFolder() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> PackFiles.ofFolder(folder.resolve("pack.yaml")))
                .withMessageEndingWith("pack.yaml: is not a folder");
    }

    @Test
    void aLinkIsRefusedWhereverItLeads() throws IOException {
        Files.createSymbolicLink(folder.resolve("tables/x.dmn"), folder.resolve("pack.yaml"));
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(this::read)
                .withMessageContaining("tables/x.dmn: symbolic links are not allowed in a pack");
    }

    @Test
    void tooManyFilesAndTooManyBytes() throws IOException {
        for (int i = 0; i < 500; i++) {
            Files.createFile(folder.resolve("tables/" + i));
        }
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(this::read)
                .withMessageContaining("a pack has at most 4 MB in 500 files");
        Files.delete(folder.resolve("tables/0"));
        assertThat(read().files()).hasSize(500);
        Files.write(folder.resolve("tables/1"), new byte[4_000_000]);
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(this::read)
                .withMessageContaining("a pack has at most 4 MB in 500 files");
    }

    @Test
    void theHashIsOfPathsAndBytesAndOfNothingElse() throws IOException {
        String hash = read().hash();
        Files.writeString(folder.resolve(".hidden"), "x");
        assertThat(read().hash()).isEqualTo(hash).matches("[0-9a-f]{64}");
        Files.writeString(folder.resolve("pack.yaml"), "id: b\n");
        assertThat(read().hash()).isNotEqualTo(hash);
        Files.writeString(folder.resolve("pack.yaml"), "id: a\n");
        Files.move(folder.resolve("pack.yaml"), folder.resolve("pack.yam"));
        assertThat(read().hash()).isNotEqualTo(hash);
    }
}
