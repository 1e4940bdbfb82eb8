package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.policy.ShippedPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the readers of the vocabulary, the fact kinds and the ledger's columns refuse. */
final class SharedErrorsTest {
    @ParameterizedTest(name = "{0}: \"{1}\" becomes \"{2}\"")
    @CsvFileSource(resources = "shared-errors.txt", delimiter = '|', quoteCharacter = '`', commentCharacter = '#')
    void oneThingWrong(String file, String text, String other, String place, String rule) {
        PackFiles sound = SharedFiles.filesOf(ShippedPacks.HOME);
        SortedMap<String, byte[]> files = new TreeMap<>(sound.files());
        String before = new String(sound.bytes(file), StandardCharsets.UTF_8);
        int at = before.indexOf(text);
        assertThat(at).as("the case no longer fits the file").isNotNegative();
        String after = before.substring(0, at) + other + before.substring(at + text.length());
        files.put(file, after.getBytes(StandardCharsets.UTF_8));
        PackFormatException fault =
                catchThrowableOfType(PackFormatException.class, () -> SharedFiles.of(new PackFiles("shared", files)));
        assertThat(fault).as("accepted").isNotNull();
        assertThat(fault.file()).isEqualTo("shared/" + file);
        assertThat(fault.place()).isEqualTo(place == null ? "" : place);
        assertThat(fault.getMessage()).contains(fault.file(), fault.place(), rule);
    }

    @Test
    void aFolderWithoutThemIsSaidSo(@TempDir Path folder) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SharedFiles.ofFolder(folder))
                .withMessageContaining("vocabulary.yaml");
    }
}
