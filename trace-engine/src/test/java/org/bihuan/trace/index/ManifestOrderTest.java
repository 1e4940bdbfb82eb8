package org.bihuan.trace.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the generation before go last: a change that breaks off at the manifest or its copy leaves a whole index. */
class ManifestOrderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {ManifestFile.NAME, ManifestFile.COPY})
    void aChangeThatBreaksOffLeavesAWholeIndex(String manifest) throws IOException {
        Path index = folder.resolve("index");
        CrashChild.append(index, 1, true, line -> {});
        Manifest before = ManifestFile.read(index);
        Path obstacle = index.resolve(manifest);
        byte[] text = Files.readAllBytes(obstacle);
        try (TraceIndexWriter writer =
                TraceIndexWriter.open(index, new IndexSettings(OptionalInt.of(90), 1440), line -> {})) {
            int enter = 19_001 * 1440;
            writer.add(RowText.of("p1", "v1", enter, enter + 200, "one more"));
            Files.delete(obstacle);
            Files.createDirectories(obstacle.resolve("in the way")); // the rename onto it fails
            assertThatThrownBy(writer::commit).isInstanceOf(IOException.class);
        }
        Files.delete(obstacle.resolve("in the way"));
        Files.delete(obstacle);
        Files.write(obstacle, text);
        for (String file : before.fileNames()) {
            assertThat(index.resolve(file)).exists();
        }
        List<String> notices = new ArrayList<>();
        TraceIndex.open(index, notices::add);
        assertThat(notices).isEmpty();
        Files.delete(index.resolve(ManifestFile.NAME));
        TraceIndex.open(index, notices::add);
        assertThat(notices).isEmpty();
    }
}
