package org.bihuan.trace.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.bihuan.trace.index.IndexCare;
import org.bihuan.trace.index.IndexStats;
import org.bihuan.trace.index.TraceIndex;

/** {@code stats}, {@code merge}, {@code repair}, {@code drop}: figures and care of an index. */
final class CareCommands {
    static final Set<String> NAMES = Set.of("--index");
    static final Set<String> DROP_NAMES = Set.of("--index", "--before");

    private CareCommands() {}

    static void stats(Arguments arguments, Console console) throws IOException {
        IndexStats stats = TraceIndex.stats(directory(arguments));
        PrintStream out = console.out();
        line(out, "stays", stats.stays());
        line(out, "rows", stats.rows());
        line(out, "people", stats.people());
        line(out, "places", stats.places());
        line(out, "days", stats.days());
        line(out, "first-day", day(stats.firstDay()));
        line(out, "last-day", day(stats.lastDay()));
        line(out, "segments", stats.segments());
        line(out, "late-segments", stats.lateSegments());
        line(out, "segment-bytes", stats.segmentBytes());
        line(out, "journal-bytes", stats.journalBytes());
        line(out, "dictionary-bytes", stats.dictionaryBytes());
        line(out, "bytes-a-stay", String.format(Locale.ROOT, "%.1f", stats.segmentBytesPerStay()));
        line(out, "bytes-a-stay-with-journal", String.format(Locale.ROOT, "%.1f", stats.totalBytesPerStay()));
        OptionalInt assumed = stats.settings().assumedStayMinutes();
        line(out, "assumed-stay", assumed.isPresent() ? assumed.getAsInt() + "m" : "none");
        line(out, "max-stay", stats.settings().maxStayMinutes() + "m");
        out.flush();
    }

    private static void line(PrintStream out, String name, Object value) {
        out.append(name).append(' ').append(String.valueOf(value)).append('\n');
    }

    private static String day(OptionalInt day) {
        return day.isPresent() ? LocalDate.ofEpochDay(day.getAsInt()).toString() : "none";
    }

    static void merge(Arguments arguments, Console console) throws IOException {
        line(console.out(), "merged-days", new IndexCare(directory(arguments)).merge());
        console.out().flush();
    }

    static void repair(Arguments arguments, Console console) throws IOException {
        List<String> refusals = new IndexCare(directory(arguments)).repair();
        refusals.forEach(console::say);
        line(console.out(), "repaired-segments", refusals.size());
        console.out().flush();
    }

    static void drop(Arguments arguments, Console console) throws IOException {
        String text = arguments.get("--before");
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new UsageError(
                    "--before:'" + text + "' 不是 2021-12-18 这样的日期(UTC)。",
                    "--before: '" + text + "' is not a UTC day such as 2021-12-18");
        }
        List<String> dropped = new IndexCare(directory(arguments))
                .dropBefore(day, console.clock().instant());
        dropped.forEach(name -> line(console.out(), "dropped", name));
        console.out().flush();
    }

    private static Path directory(Arguments arguments) {
        return Path.of(arguments.get("--index"));
    }
}
