package org.bihuan.app.arrivals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The packs with the values of one set that its text leaves open, and without the scenarios that say so. */
public final class FilledPacks {
    private FilledPacks() {}

    /** Every open length is 14, every open list of divisions one city. */
    public static String folder(String order) {
        Path home = Path.of(System.getProperty("bihuan.home", ".."));
        try {
            Path copy = Files.createTempDirectory("packs");
            try (Stream<Path> all = Files.walk(home.resolve("packs"))) {
                for (Path each : all.toList()) {
                    Path to =
                            copy.resolve(home.resolve("packs").relativize(each).toString());
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(each, to);
                    }
                }
            }
            Path pack = copy.resolve(order);
            Path parameters = pack.resolve("parameters.yaml");
            Files.writeString(
                    parameters,
                    Files.readString(parameters)
                            .replace(
                                    "unit: divisions\n    value: null",
                                    "unit: divisions\n    value: [\"410100000000\"]")
                            .replace("value: null", "value: 14"));
            try (Stream<Path> scenarios = Files.list(pack.resolve("scenarios"))) {
                for (Path each : scenarios.toList()) {
                    Files.delete(each);
                }
            }
            return copy.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
