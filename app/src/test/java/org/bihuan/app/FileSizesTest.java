package org.bihuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small. Prints the figures of all modules, so that a trend is seen before it is a failure. */
class FileSizesTest {
    private static final int LONGEST = 600;
    private static final int LONGEST_PERCENTILE_99 = 400;
    private static final int LONGEST_MEDIAN = 60;
    private static final Path HOME = Path.of(System.getProperty("bihuan.home", ".."));

    private record JavaFile(Path path, long lines, boolean openToAll) {}

    @Test
    void productionCodeIsInSmallFiles() throws IOException {
        List<JavaFile> files = files("main");
        long median = files.get(files.size() / 2).lines();
        long percentile99 = files.get((int) Math.ceil(files.size() * 0.99) - 1).lines();
        long hidden = files.stream().filter(file -> !file.openToAll()).count();
        System.out.printf(
                "production: %d files, median %d lines, p99 %d, longest %d (%s), not public %d%%%n",
                files.size(),
                median,
                percentile99,
                files.getLast().lines(),
                files.getLast().path().getFileName(),
                hidden * 100 / files.size());
        assertThat(median).isLessThanOrEqualTo(LONGEST_MEDIAN);
        assertThat(percentile99).isLessThanOrEqualTo(LONGEST_PERCENTILE_99);
        assertThat(files).allMatch(file -> file.lines() <= LONGEST);
    }

    @Test
    void testsAreInSmallFilesToo() throws IOException {
        assertThat(files("test")).isNotEmpty().allMatch(file -> file.lines() <= LONGEST);
    }

    private static List<JavaFile> files(String kind) throws IOException {
        try (Stream<Path> modules = Files.list(HOME)) {
            return modules.map(module -> module.resolve("src").resolve(kind).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(FileSizesTest::below)
                    .sorted((a, b) -> Long.compare(a.lines(), b.lines()))
                    .toList();
        }
    }

    private static Stream<JavaFile> below(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree
                    .filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java"))
                    .map(FileSizesTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFile read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path);
            return new JavaFile(path, lines.size(), lines.stream().anyMatch(line -> line.startsWith("public ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
