package org.bihuan.trace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.bihuan.trace.index.AppendReport;
import org.bihuan.trace.index.IndexSettings;
import org.bihuan.trace.index.Rejection;
import org.bihuan.trace.index.TraceIndexWriter;

/** {@code index}: rows from CSV into a new or an existing index, whole or not at all. */
final class IndexCommand {
    static final Set<String> NAMES = Set.of("--visits", "--out", "--assumed-stay", "--max-stay");

    private IndexCommand() {}

    static void run(Arguments arguments, Console console) throws IOException {
        String visits = arguments.get("--visits");
        Path directory = Path.of(arguments.get("--out"));
        IndexSettings settings = settings(arguments);
        long start = console.nanoClock().getAsLong();
        try (InputStream in = Sources.open("--visits", visits)) {
            VisitsCsv csv = new VisitsCsv(in);
            if (!csv.ignoredColumns().isEmpty()) {
                console.say("columns not read: " + String.join(", ", csv.ignoredColumns()));
            }
            try (TraceIndexWriter writer = TraceIndexWriter.open(directory, settings, console::say)) {
                csv.readInto(writer, count -> console.say("read " + count + " rows"));
                print(writer.commit(), console);
            }
        }
        double seconds = (console.nanoClock().getAsLong() - start) / 1e9;
        console.say(String.format(Locale.ROOT, "done in %.1f s", seconds));
    }

    private static IndexSettings settings(Arguments arguments) {
        OptionalInt assumed = arguments
                .find("--assumed-stay")
                .map(text -> OptionalInt.of(Values.minutes("--assumed-stay", text)))
                .orElse(OptionalInt.empty());
        int longest = arguments
                .find("--max-stay")
                .map(text -> Values.minutes("--max-stay", text))
                .orElse(IndexSettings.DEFAULT_MAX_STAY_MINUTES);
        return new IndexSettings(assumed, longest);
    }

    private static void print(AppendReport report, Console console) {
        long repeated = report.rejected().getOrDefault(Rejection.REPEATED, 0L);
        long rejected =
                report.rejected().values().stream().mapToLong(Long::longValue).sum() - repeated;
        console.out().append("rows " + report.rows() + '\n');
        console.out().append("accepted " + report.accepted() + '\n');
        console.out().append("repeated " + repeated + '\n');
        console.out().append("rejected " + rejected + '\n');
        report.rejected().forEach((reason, count) -> {
            if (reason != Rejection.REPEATED) {
                console.out().append("rejected " + reason.code() + ' ' + count + '\n');
            }
        });
        console.out().append("segments " + report.segmentsBuilt() + '\n');
        console.out().flush();
    }
}
