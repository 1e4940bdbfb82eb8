package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRemovalTest {
    @TempDir
    Path temporary;

    @Test
    void aFolderThatIsStillBeingFilledForAWhileGoes() throws Exception {
        Path folder = temporary.resolve("postgresql.new/base/4");
        CountDownLatch filling = new CountDownLatch(1);
        Thread filler = Thread.ofPlatform().start(() -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            for (int i = 0; System.nanoTime() < end; i++) {
                try {
                    Files.createDirectories(folder);
                    Files.createFile(folder.resolve("file" + i));
                    filling.countDown();
                } catch (IOException goneMeanwhile) {
                    // made again with the next file
                }
            }
        });
        filling.await();
        Path whole = temporary.resolve("postgresql.new");
        while (filler.isAlive()) {
            FolderRemoval.remove(whole);
        }
        filler.join();
        FolderRemoval.remove(whole);
        assertThat(whole).doesNotExist();
    }
}
