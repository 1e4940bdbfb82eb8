package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.policy.ShippedPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slip in the words for headers is found when they are read. */
class LedgerHeadersTest {
    @TempDir
    Path folder;

    @Test
    void aCellHasAKnownForm() throws IOException {
        Files.writeString(folder.resolve("ledger-headers.yaml"), """
                format: 1
                columns:
                  name: {column: name, as: poem, headers: [姓名]}
                """);
        LedgerColumns columns = SharedFiles.ofFolder(ShippedPacks.HOME).columns();
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> LedgerHeaders.ofFolders(List.of(folder), columns))
                .withMessageContaining("columns.name.as")
                .withMessageContaining("is no form of cell");
    }
}
