package org.bihuan.trace.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The one way files of an index come to be: written under a name nobody reads, forced to disk, renamed, and the directory
 * forced as well. A crash leaves the old file or the new one, and at worst a leftover that the next writer removes.
 */
public final class DurableFiles {
    /** Ending of files being written. */
    public static final String ASIDE = ".tmp";

    private DurableFiles() {}

    /** Fills a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(ColumnWriter writer) throws IOException;
    }

    /** Writes the file aside, forces it and moves it to its name; the caller forces the directory once for many files. */
    public static FileMark write(Path file, Content content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        FileMark mark;
        try (FileChannel channel = FileChannel.open(
                        aside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                ColumnWriter writer = new ColumnWriter(channel)) {
            content.writeTo(writer);
            writer.flush();
            mark = new FileMark(String.valueOf(file.getFileName()), writer.bytes(), writer.checksum());
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return mark;
    }

    /** Makes renames in the directory survive a power cut. */
    public static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
