package org.bihuan.trace.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bihuan.city.movement.CityShape;
import org.bihuan.trace.internal.segment.DaySegment;

/** What an epidemiologist's CSV gives: one day written as text, then indexed by the command line in a process of its own. */
final class CsvRate {
    private final Path folder;

    CsvRate(Path folder) {
        this.folder = folder;
    }

    /** A line for the report. */
    String measure(DaySegment day) throws IOException {
        Path file = folder.resolve("visits.csv");
        Path index = folder.resolve("csv-index");
        Folders.remove(index);
        write(day, file);
        long start = System.nanoTime();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "-XX:+UseParallelGC",
                        "-XX:+UseTransparentHugePages",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.bihuan.trace.cli.Main",
                        "index",
                        "--visits",
                        file.toString(),
                        "--out",
                        index.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = waitFor(child);
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = Files.size(file) / 1e6;
        Files.delete(file);
        Folders.remove(index);
        if (code != 0) {
            return "- from CSV: indexing ended with code " + code;
        }
        return "- from CSV with ids and ISO times (%.0f MB, %,d rows) to an index on disk, the start of its Java included: %.1f s, %.2f M visits/s"
                .formatted(megabytes, day.stays(), seconds, day.stays() / seconds / 1e6);
    }

    private static int waitFor(Process child) {
        try {
            return child.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            child.destroy();
            return -1;
        }
    }

    private static void write(DaySegment day, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("person,place,enter,leave\n");
            day.forEachStay((person, place, enter, leave) -> {
                String row = CityShape.personId(person)
                        + ','
                        + CityShape.placeId(place)
                        + ','
                        + time(enter)
                        + ','
                        + time(leave)
                        + '\n';
                try {
                    writer.write(row);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    private static String time(int minute) {
        return Instant.ofEpochSecond(minute * 60L).toString();
    }
}
