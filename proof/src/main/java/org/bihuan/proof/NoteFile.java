package org.bihuan.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What the tests of one class have proved so far in this run. Thread-safe. */
final class NoteFile {
    private final Path file;
    private final Map<String, List<String>> clausesByTest = new TreeMap<>();
    private final Set<String> failed = new HashSet<>();

    NoteFile(Path file) {
        this.file = file;
        write();
    }

    synchronized void passed(String test, String[] clauses) {
        clausesByTest.put(test, List.of(clauses));
        write();
    }

    /** A test that has failed once proves nothing, however often it passes besides. */
    synchronized void failed(String test) {
        failed.add(test);
        write();
    }

    private void write() {
        List<String> lines = new ArrayList<>();
        clausesByTest.forEach((test, clauses) -> {
            if (!failed.contains(test)) {
                clauses.forEach(clause -> lines.add(clause + " " + test));
            }
        });
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note what is proved in " + file, e);
        }
    }
}
