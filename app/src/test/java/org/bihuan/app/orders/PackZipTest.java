package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What comes in as a zip is bounded and never trusted. */
class PackZipTest {
    private static ByteArrayInputStream zip(int bytes, String... paths) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(new byte[bytes]);
                zip.closeEntry();
            }
        }
        return new ByteArrayInputStream(file.toByteArray());
    }

    @Test
    void aFolderOrItsContentIsThePack() throws IOException {
        assertThat(PackZip.read("p.zip", zip(3, "pack.yaml", "tables/a.dmn")).files())
                .containsOnlyKeys("pack.yaml", "tables/a.dmn");
        assertThat(PackZip.read("p.zip", zip(3, "new/pack.yaml", "new/tables/a.dmn", "new/.git/x", "other/y"))
                        .files())
                .containsOnlyKeys("pack.yaml", "tables/a.dmn");
    }

    @Test
    void whatIsNoPackIsRefused() throws IOException {
        assertThatThrownBy(() ->
                        PackZip.read("x.zip", new ByteArrayInputStream("no zip".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("x.zip is not a zip of a pack");
        assertThatThrownBy(() -> PackZip.read("x.zip", zip(3, "a/readme.txt")))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("no pack.yaml");
        // a few kilobytes that unfold to more than a pack may have
        assertThatThrownBy(() -> PackZip.read("x.zip", zip(3_000_000, "pack.yaml", "b")))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("4 MB");
    }
}
