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
            double best = ours.times(kind).milliseconds(0.5);
            for (Measurement one : all) {
                Times times = one.times(kind);
                row.append(' ').append(Times.text(times.milliseconds(0.5))).append(" ms, ");
                row.append(Times.text(times.milliseconds(0.99)))
                        .append(" ms (")
                        .append(times.size())
                        .append(")");
                if (one != ours) {
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

    void sql(SqlText.Shape shape, String rival, Question question) {
        line("## SQL of %s (%s)", rival, shape.name());
        line("First ring:");
        line("```sql\n%s```", SqlText.firstRing(shape, question, 12345));
        line(
                "100 cases: the same with `c` holding all of them and the case in the keys. Second ring, explained"
                        + " (members only: the last select is `%s`):",
                "select distinct person from pairs order by person");
        line("```sql\n%s\n```", SqlText.secondRing(shape, question, 12345, true));
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
