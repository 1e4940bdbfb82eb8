package org.bihuan.app.duties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of packs with other numbers in them. */
public final class TestPacks {
    private TestPacks() {}

    /** The folder of the shipped packs. */
    public static Path home() {
        return Machine.home().resolve("packs");
    }

    /** Copies the pack into the folder. */
    public static Path copy(String pack, Path folder) {
        Path from = Machine.home().resolve("packs").resolve(pack);
        try (Stream<Path> walk = Files.walk(from)) {
            Path to = folder.resolve(pack);
            for (Path path : (Iterable<Path>) walk::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.toString().contains("scenarios")) {
                    Files.copy(path, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a number of {@code parameters.yaml}. */
    public static Path with(Path pack, String parameter, Object value) {
        return replace(pack, "parameters.yaml", "(?s)(\n  " + parameter + ":\n.*?\n    value: )[^\n]*", "$1" + value);
    }

    /** Replaces what the expression matches in a file; something must match. */
    public static Path replace(Path pack, String file, String expression, String replacement) {
        try {
            Path path = pack.resolve(file);
            String before = Files.readString(path);
            String after = before.replaceFirst(expression, replacement);
            if (after.equals(before)) {
                throw new IllegalArgumentException("nothing to replace in " + path + ": " + expression);
            }
            Files.writeString(path, after);
            return pack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sensitive school whose daily checks are bulk facts, decisive with so many new cases. */
    static Path bulkChecks(Path folder, int newCases) {
        return replace(
                sensitiveSchool(folder),
                "facts.yaml",
                "occurred: checkedAt\n",
                "occurred: checkedAt\n    bulk:\n      decisive:\n        - {field: newCases, at-least: " + newCases
                        + "}\n");
    }

    /** The school pack with so small numbers that a few illnesses are a cluster. */
    public static Path sensitiveSchool(Path folder) {
        Path pack = copy("norovirus-school", folder);
        with(pack, "cluster-cases", 2);
        return with(pack, "outbreak-cases", 3);
    }
}
