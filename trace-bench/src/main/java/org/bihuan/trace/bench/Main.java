package org.bihuan.trace.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.trace.index.TraceIndex;
import org.bihuan.trace.internal.segment.DaySegment;

/**
 * {@code ./bihuan bench trace [--people 10k|100k|1m|10m] [--ours-only]}: runs the comparison and saves it. Standard output
 * is the report; progress goes to standard error. Exit code 1 when an answer differs.
 */
public final class Main {
    /** A larger day does not fit beside the segments already in memory. */
    private static final int LARGEST_DAY_FOR_RATE = 12_000_000;

    private final BenchOptions options;
    private final PrintStream err;
    private final BenchReport report = new BenchReport();

    private Main(BenchOptions options, PrintStream err) {
        this.options = options;
        this.err = err;
    }

    /** Runs the bench. */
    public static void main(String[] words) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BenchOptions options;
        try {
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

    private int run() throws IOException, SQLException {
        DataSet data = new DataSet(options, err::println);
        TraceIndex index = data.open();
        List<DaySegment> segments = index.engine().segments();
        long stays = segments.stream().mapToLong(DaySegment::stays).sum();
        int from = BenchOptions.FIRST_DAY * 1440;
        Question question =
                new Question(from, from + options.days() * 1440, options.minOverlap(), DataSet.longest(segments));
        report.line("# Tracing: %,d people, %d days, %,d stays", options.people(), options.days(), stays);
        report.line("");
        report.machine();
        Ours ours = new Ours(data.directory(), data.sealSeconds(), index.engine());
        Race race = new Race(options, question, err::println);
        List<Measurement> all = new ArrayList<>();
        all.add(race.measureOurs(ours));
        err.println("ours measured");
        if (options.withRivals()) {
            all.add(postgres(race, segments, ours, question));
            all.add(duck(race, segments, ours, question));
        }
        report.table(all, stays);
        report.line(
                "- start from sealed segments, every checksum checked: %.1f s, %.0f MB/s",
                data.startSeconds(), ours.bytes() / data.startSeconds() / 1e6);
        if (segments.getFirst().stays() <= LARGEST_DAY_FOR_RATE) {
            report.line(
                    "- from columns of ints in the order of time to a segment forced to disk: %.1f M visits/s",
                    data.binaryRate(segments.getFirst()) / 1e6);
        }
        report.line(
                "- compared row by row: %s, %d differences",
                race.compared(), race.differences().size());
        race.differences().stream().limit(20).forEach(difference -> report.line("  - %s", difference));
        Path file = options.folder().resolve("people-" + options.people() + ".md");
        report.save(file);
        err.println("saved " + file);
        return race.differences().isEmpty() ? 0 : 1;
    }

    private Measurement postgres(Race race, List<DaySegment> segments, Ours ours, Question question)
            throws IOException, SQLException {
        long shared = Math.clamp(options.people() / 250L, 128, 4096);
        Path directory = options.dataFolder().resolve("postgres").toAbsolutePath();
        try (PostgresCompetitor rival = new PostgresCompetitor(directory, shared)) {
            double load = rival.load(segments);
            err.println("PostgreSQL loaded in " + load + " s");
            double one = race.sample(rival);
            double more = rival.loadTwoIndexes();
            rival.useShape(SqlText.TWO_INDEXES);
            double two = race.sample(rival);
            report.line(
                    "PostgreSQL, median of a sample of first rings: one index %s ms, two partial indexes %s ms;"
                            + " the better one is measured.",
                    Times.text(one), Times.text(two));
            report.line("");
            if (one < two) {
                rival.useShape(SqlText.ONE_INDEX);
            }
            Measurement measurement = race.measure(rival, one < two ? load : load + more, ours);
            report.sql(rival.shape(), rival.name(), question);
            return measurement;
        }
    }

    private Measurement duck(Race race, List<DaySegment> segments, Ours ours, Question question)
            throws IOException, SQLException {
        try (DuckCompetitor rival =
                new DuckCompetitor(options.dataFolder().resolve("duckdb").toAbsolutePath())) {
            double load = rival.load(segments);
            err.println("DuckDB loaded in " + load + " s");
            Measurement measurement = race.measure(rival, load, ours);
            report.sql(rival.shape(), rival.name(), question);
            return measurement;
        }
    }
}
