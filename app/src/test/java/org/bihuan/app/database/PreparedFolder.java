package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A data folder as an orderly first run leaves it, made once: making one takes longer than all else in these tests. */
final class PreparedFolder {
    private static @Nullable Path prepared;

    private PreparedFolder() {}

    /** Puts a copy into the empty folder. */
    static synchronized void copyTo(Path folder) {
        if (prepared == null) {
            prepared = make();
        }
        Tool.Result copied = Tool.run(
                List.of("cp", "-a", prepared.resolve("data") + "/.", folder.toString()), Duration.ofMinutes(1));
        assertThat(copied.succeeded()).as(copied.output()).isTrue();
    }

    private static Path make() {
        try {
            Path made = Files.createTempDirectory("bihuan-prepared");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(made.toFile())));
            EmbeddedDatabase.start(made.resolve("data"), TestPrograms.embedded())
                    .close();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
