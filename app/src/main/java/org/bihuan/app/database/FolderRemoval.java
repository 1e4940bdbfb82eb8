package org.bihuan.app.database;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * Removes a folder into which a program that outlived its killed parent may still write: {@code initdb} has no process id
 * file by which it could be found and stopped, but ends by itself soon after its files are gone.
 */
final class FolderRemoval {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private FolderRemoval() {}

    /** Removes the folder and all in it; throws DirectoryNotEmptyException when somebody goes on filling it. */
    static void remove(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                FileSystemUtils.deleteRecursively(folder);
                return;
            } catch (DirectoryNotEmptyException
                    | NoSuchFileException stillInUse) { // filled, or cleared by its owner as well
                if (System.nanoTime() > end) {
                    throw stillInUse;
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while removing " + folder, e);
            }
        }
    }
}
