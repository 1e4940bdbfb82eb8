package org.bihuan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What passing tests have noted: {@code <module>/target/clauses/<class>.txt}, one line {@code clause test} each. A note
 * counts only while the test it is about is there, compiled no later than the note was written: what a test proved
 * before it was changed, renamed or deleted proves nothing now.
 */
final class TestNotes {
    private static final String SUFFIX = ".txt";

    private TestNotes() {}

    /** Tests by clause, of all modules in the folder. */
    static Map<String, Set<String>> read(Path home) throws IOException {
        Map<String, Set<String>> proofs = new TreeMap<>();
        try (Stream<Path> modules = Files.list(home)) {
            for (Path module : (Iterable<Path>) modules.sorted()::iterator) {
                Path notes = module.resolve("target/clauses");
                if (Files.isDirectory(notes)) {
                    addModule(module, notes, proofs);
                }
            }
        }
        return proofs;
    }

    /** How many test classes have noted something that counts for nothing, since they were compiled later or are gone. */
    static int countStale(Path home) throws IOException {
        int stale = 0;
        try (Stream<Path> modules = Files.list(home)) {
            for (Path module : (Iterable<Path>) modules::iterator) {
                Path notes = module.resolve("target/clauses");
                if (Files.isDirectory(notes)) {
                    stale += countStale(module, notes);
                }
            }
        }
        return stale;
    }

    private static int countStale(Path module, Path notes) throws IOException {
        int stale = 0;
        try (Stream<Path> files = Files.list(notes)) {
            for (Path note : (Iterable<Path>) files::iterator) {
                stale += isCurrent(module, note) ? 0 : 1;
            }
        }
        return stale;
    }

    private static void addModule(Path module, Path notes, Map<String, Set<String>> proofs) throws IOException {
        try (Stream<Path> files = Files.list(notes)) {
            for (Path note : (Iterable<Path>) files.sorted()::iterator) {
                if (isCurrent(module, note)) {
                    for (String line : Files.readAllLines(note, StandardCharsets.UTF_8)) {
                        int space = line.indexOf(' ');
                        if (space > 0) {
                            proofs.computeIfAbsent(line.substring(0, space), id -> new TreeSet<>())
                                    .add(line.substring(space + 1));
                        }
                    }
                }
            }
        }
    }

    private static boolean isCurrent(Path module, Path note) throws IOException {
        String name = note.getFileName().toString();
        if (!name.endsWith(SUFFIX) || !Files.isRegularFile(note)) {
            return false;
        }
        String testClass = name.substring(0, name.length() - SUFFIX.length()).replace('.', '/') + ".class";
        Path compiled = module.resolve("target/test-classes").resolve(testClass);
        return Files.isRegularFile(compiled)
                && Files.getLastModifiedTime(note).compareTo(Files.getLastModifiedTime(compiled)) >= 0;
    }
}
