package org.bihuan.trace.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.trace.bench.score.ScoreMain;
import org.bihuan.trace.index.TraceIndex;
import org.bihuan.trace.internal.segment.DaySegment;

/**
 * {@code ./bihuan bench trace [--people 10k|100k|1m|10m] [--ours-only] [--resume] [--keep]}: runs the comparison and saves it.
 * {@code ./bihuan bench trace score} scores tracing against an epidemic. Standard output is the report; progress goes to standard error. Each finished part is saved; {@code --resume} goes on
 * after the last one. Data are removed at the end unless {@code --keep} is given. Exit code 1 when an answer differs.
 */
public final class Main {
    /** A larger day does not fit beside the segments already in memory. */
    private static final int LARGEST_DAY_FOR_RATE = 12_000_000;

    private final BenchOptions options;
    private final PrintStream err;
    private final BenchReport report = new BenchReport();

    Main(BenchOptions options, PrintStream err) {
        this.options = options;
        this.err = err;
    }

    /** Runs the bench. */
    public static void main(String[] words) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BenchOptions options;
        try {
            if (words.length > 0 && words[0].equals("score")) {
                ScoreMain.run(List.of(words).subList(1, words.length), out);
                return;
            }
            options = BenchOptions.parse(words);
        } catch (IllegalArgumentException wrong) {
            err.println("error: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        Main bench = new Main(options, err);
        int code = bench.run();
        bench.report.lines().forEach(out::println);
        System.exit(code);
    }

    /** Returns the exit code. */
    int run() throws IOException, SQLException {
        if (!options.isResumed()) {
            Folders.remove(options.dataFolder());
        }
        DataSet data = new DataSet(options, err::println);
        TraceIndex index = data.open();
        err.printf(Locale.ROOT, "index opened in %.1f s%n", data.startSeconds());
        List<DaySegment> segments = index.engine().segments();
        long stays = segments.stream().mapToLong(DaySegment::stays).sum();
        int from = BenchOptions.FIRST_DAY * 1440;
        Question question =
                new Question(from, from + options.days() * 1440, options.minOverlap(), DataSet.longest(segments));
        Ours ours = new Ours(data.directory(), data.sealSeconds(), index.engine());
        Race race = new Race(options, question, err::println);
        Rivals rivals = new Rivals(options, race, segments, question, err::println);
        List<Measurement> all = new ArrayList<>();
        all.add(part("ours", () -> ours(race, ours, data, segments)));
        if (options.withRivals()) {
            all.add(part("postgresql", () -> rivals.postgres(ours)));
            all.add(part("duckdb", () -> rivals.duck(ours)));
        }
        Path file = options.folder().resolve("people-" + options.people() + ".md");
        report(all, stays);
        report.save(file);
        err.println("saved " + file);
        if (!options.isKept()) {
            Folders.remove(options.dataFolder());
        }
        return all.stream().allMatch(one -> one.differences().isEmpty()) ? 0 : 1;
    }

    /** Measures one competitor. */
    @FunctionalInterface
    private interface Part {
        Measurement measure() throws IOException, SQLException;
    }

    private Measurement part(String name, Part part) throws IOException, SQLException {
        SavedMeasurement saved =
                new SavedMeasurement(options.dataFolder().resolve("results").resolve(name), options.asked());
        Optional<Measurement> earlier = options.isResumed() ? saved.load() : Optional.empty();
        if (earlier.isPresent()) {
            err.println(name + ": taken over from an earlier run");
            return earlier.get();
        }
        Measurement measurement = part.measure();
        saved.save(measurement);
        err.println(name + ": measured and saved");
        return measurement;
    }

    private Measurement ours(Race race, Ours ours, DataSet data, List<DaySegment> segments) throws IOException {
        Measurement measurement = race.measureOurs(ours);
        measurement
                .notes()
                .add("- start from sealed segments, every checksum checked: %.1f s, %.0f MB/s"
                        .formatted(data.startSeconds(), ours.bytes() / data.startSeconds() / 1e6));
        DaySegment day = segments.getFirst();
        if (day.stays() <= LARGEST_DAY_FOR_RATE) {
            measurement
                    .notes()
                    .add("- from columns of ints in the order of time to a segment forced to disk: %.1f M visits/s"
                            .formatted(data.binaryRate(day) / 1e6));
            measurement.notes().add(new CsvRate(options.dataFolder()).measure(day));
        }
        return measurement;
    }

    private void report(List<Measurement> all, long stays) {
        report.line("# Tracing: %,d people, %d days, %,d stays", options.people(), options.days(), stays);
        report.line("");
        report.machine();
        report.table(all, stays);
        report.line("Each ratio compares medians over the same questions.");
        report.line("");
        all.getFirst().notes().forEach(report::line);
        int answers = all.stream().mapToInt(Measurement::comparedAnswers).sum();
        long rows = all.stream().mapToLong(Measurement::comparedRows).sum();
        List<String> differences =
                all.stream().flatMap(one -> one.differences().stream()).toList();
        report.line(
                "- compared row by row: %,d answers of %,d rows, %d differences", answers, rows, differences.size());
        differences.stream().limit(20).forEach(difference -> report.line("  - %s", difference));
        report.line("");
        all.stream().skip(1).flatMap(one -> one.notes().stream()).forEach(report::line);
    }
}
