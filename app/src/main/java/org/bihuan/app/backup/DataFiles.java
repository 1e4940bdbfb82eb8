package org.bihuan.app.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What lies in a data folder beside the database, such as keys and the outbox. */
final class DataFiles {
    /** Made anew by every restore, or of the running server only. */
    private static final Set<String> NOT_COPIED =
            Set.of("lock", "database.credentials", "database.credentials.new", "first-administrator.txt");

    private static final String DATABASE = "postgresql";

    private DataFiles() {}

    /** The files, in order. One that goes away meanwhile is left out; the database's own folders are not entered. */
    static List<Path> list(Path data, Set<Path> except) throws IOException {
        SortedSet<Path> found = new TreeSet<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean own =
                        String.valueOf(folder.getFileName()).startsWith(DATABASE) && data.equals(folder.getParent());
                return own ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && !NOT_COPIED.contains(data.relativize(file).toString())
                        && !except.contains(file.toAbsolutePath().normalize())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return List.copyOf(found);
    }
}
