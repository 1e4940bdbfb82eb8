package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.trace.internal.segment.DaySegment;

/** Loads each rival, finds its best shape by a sample, measures it and removes its data. */
final class Rivals {
    private static final List<Measurement.Kind> LARGE =
            List.of(Measurement.Kind.HUNDRED_CASES, Measurement.Kind.SECOND_MEMBERS, Measurement.Kind.SECOND_EXPLAINED);

    private final BenchOptions options;
    private final Race race;
    private final List<DaySegment> segments;
    private final Question question;
    private final Consumer<String> progress;

    Rivals(BenchOptions options, Race race, List<DaySegment> segments, Question question, Consumer<String> progress) {
        this.options = options;
        this.race = race;
        this.segments = segments;
        this.question = question;
        this.progress = progress;
    }

    Measurement postgres(Ours ours) throws IOException, SQLException {
        long shared = Math.clamp(options.people() / 250L, 128, 4096);
        Path directory = options.dataFolder().resolve("postgres").toAbsolutePath();
        Measurement measurement;
        try (PostgresCompetitor rival = new PostgresCompetitor(directory, shared)) {
            double load = rival.load(segments);
            progress.accept("PostgreSQL loaded in " + load + " s");
            double one = race.sample(rival, Measurement.Kind.FIRST_RING);
            double more = rival.loadTwoIndexes();
            rival.useShape(SqlText.TWO_INDEXES);
            double two = race.sample(rival, Measurement.Kind.FIRST_RING);
            if (one < two) {
                rival.useShape(SqlText.ONE_INDEX);
            }
            String indexes = "PostgreSQL, sample of first rings: one index " + Times.text(one)
                    + " ms, two partial indexes " + Times.text(two) + " ms; the better one, planned once: "
                    + Times.text(planned(rival)) + " ms; the best is measured.";
            progress.accept(indexes);
            StringBuilder steps = new StringBuilder("One statement against several, whose scans two workers share:");
            for (Measurement.Kind kind : LARGE) {
                steps.append(' ').append(chooseSteps(rival, kind)).append(';');
            }
            progress.accept(steps.toString());
            measurement = race.measure(rival, one < two ? load : load + more, ours);
            measurement.notes().addAll(List.of(indexes + " " + steps + " the better one is measured.", ""));
            measurement.notes().addAll(SqlReport.lines(rival, question));
            if (rival.usesSteps(Measurement.Kind.SECOND_MEMBERS)) {
                String statements =
                        String.join(";\n\n", SqlText.secondRingInSteps(rival.shape(), question, 12345, false));
                measurement.notes().addAll(List.of("Second ring, members only, in several statements:", ""));
                measurement.notes().addAll(List.of(SqlReport.fenced(statements), ""));
            }
        }
        Folders.remove(directory);
        return measurement;
    }

    /** Median of first rings planned once; kept when it is better than planning each anew. */
    private double planned(PostgresCompetitor rival) throws SQLException {
        double anew = race.sample(rival, Measurement.Kind.FIRST_RING);
        rival.usePrepared(true);
        double once = race.sample(rival, Measurement.Kind.FIRST_RING);
        rival.usePrepared(once < anew);
        return once;
    }

    private String chooseSteps(PostgresCompetitor rival, Measurement.Kind kind) throws SQLException {
        double single = race.sample(rival, kind);
        rival.useSteps(kind, true);
        double several = race.sample(rival, kind);
        rival.useSteps(kind, several < single);
        return kind.title() + " " + Times.text(single) + " ms, " + Times.text(several) + " ms";
    }

    Measurement duck(Ours ours) throws IOException, SQLException {
        Path directory = options.dataFolder().resolve("duckdb").toAbsolutePath();
        Measurement measurement;
        try (DuckCompetitor rival = new DuckCompetitor(directory)) {
            double load = rival.load(segments);
            progress.accept("DuckDB loaded in " + load + " s");
            measurement = race.measure(rival, load, ours);
            measurement.notes().addAll(SqlReport.lines(rival, question));
        }
        Folders.remove(directory);
        return measurement;
    }
}
