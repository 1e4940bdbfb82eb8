package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finished part of the bench in a file of its own, so that a run cut short goes on with {@code --resume} where it stopped.
 * Lines of a key, a tab and a value; the first line says what was asked, and a file made for other questions is not used.
 */
final class SavedMeasurement {
    private final Path file;
    private final String asked;

    /**
     * A place for one part.
     *
     * @param asked the options that decide what is measured
     */
    SavedMeasurement(Path file, String asked) {
        this.file = file;
        this.asked = asked;
    }

    void save(Measurement measurement) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("asked\t" + asked);
        lines.add("name\t" + measurement.name());
        lines.add("load\t" + measurement.loadSeconds());
        lines.add("bytes\t" + measurement.bytes());
        lines.add("answers\t" + measurement.comparedAnswers());
        lines.add("rows\t" + measurement.comparedRows());
        for (Measurement.Kind kind : Measurement.Kind.values()) {
            for (long nanos : measurement.times(kind).nanos()) {
                lines.add(kind.name() + "\t" + nanos);
            }
        }
        measurement.differences().forEach(difference -> lines.add("difference\t" + difference));
        measurement.notes().forEach(note -> note.lines().forEach(line -> lines.add("note\t" + line)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, lines);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The part as it was measured; empty when it is not there or was made for other questions. */
    Optional<Measurement> load() throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.getFirst().equals("asked\t" + asked)) {
            return Optional.empty();
        }
        Measurement measurement =
                new Measurement(value(lines, 1), Double.parseDouble(value(lines, 2)), Long.parseLong(value(lines, 3)));
        measurement.addCompared(Integer.parseInt(value(lines, 4)), Long.parseLong(value(lines, 5)));
        for (int i = 6; i < lines.size(); i++) {
            String value = value(lines, i);
            String key = lines.get(i).substring(0, lines.get(i).indexOf('\t'));
            switch (key) {
                case "difference" -> measurement.differences().add(value);
                case "note" -> measurement.notes().add(value);
                default -> measurement.times(Measurement.Kind.valueOf(key)).add(Long.parseLong(value));
            }
        }
        return Optional.of(measurement);
    }

    private static String value(List<String> lines, int line) {
        return lines.get(line).substring(lines.get(line).indexOf('\t') + 1);
    }
}
