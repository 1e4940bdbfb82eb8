package org.bihuan.trace.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outcome as Markdown: figures, ratios, the SQL of the rivals, how it was run. */
final class BenchReport {
    private final List<String> lines = new ArrayList<>();

    void line(String format, Object... values) {
        lines.add(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    void machine() {
        Runtime runtime = Runtime.getRuntime();
        line(
                "Java %s, %d processors, heap at most %d MiB, flags: `%s`",
                Runtime.version(),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        line("");
    }

    void table(List<Measurement> all, long stays) {
        line("| | %s |", String.join(" | ", all.stream().map(Measurement::name).toList()));
        line("|---|%s", "---|".repeat(all.size()));
        Measurement ours = all.getFirst();
        for (Measurement.Kind kind : Measurement.Kind.values()) {
            StringBuilder row = new StringBuilder("| " + kind.title() + ": median, p99 (n), ratio |");
            for (Measurement one : all) {
                Times times = one.times(kind);
                row.append(' ').append(Times.text(times.milliseconds(0.5))).append(" ms, ");
                row.append(Times.text(times.milliseconds(0.99)))
                        .append(" ms (")
                        .append(times.size())
                        .append(")");
                if (one != ours) {
                    double best = ours.times(kind).first(times.size()).milliseconds(0.5); // the same questions
                    row.append(String.format(Locale.ROOT, ", **%.1fx**", times.milliseconds(0.5) / best));
                }
                row.append(" |");
            }
            line("%s", row);
        }
        StringBuilder bytes = new StringBuilder("| bytes a stay |");
        StringBuilder load = new StringBuilder("| load |");
        for (Measurement one : all) {
            bytes.append(String.format(Locale.ROOT, " %.1f |", (double) one.bytes() / stays));
            load.append(String.format(
                    Locale.ROOT, " %.1f s, %.2f M stays/s |", one.loadSeconds(), stays / one.loadSeconds() / 1e6));
        }
        line("%s", bytes);
        line("%s", load);
        line("");
    }

    void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
