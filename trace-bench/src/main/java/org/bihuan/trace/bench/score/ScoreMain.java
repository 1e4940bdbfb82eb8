package org.bihuan.trace.bench.score;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bihuan.city.movement.CityDays;
import org.bihuan.city.movement.CityShape;
import org.bihuan.city.movement.Epidemic;
import org.bihuan.city.movement.Infection;
import org.bihuan.city.movement.Meeting;
import org.bihuan.city.movement.Meetings;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;

/**
 * {@code ./bihuan bench trace score [people] [percent of stays recorded] [file.svg]}: scores tracing in a made-up city.
 * Prints a row a threshold and draws the curve.
 */
public final class ScoreMain {
    private static final int FIRST_DAY = 18_967;
    private static final int DAYS = 21;
    private static final int SEEDS = 20;
    private static final int MAX_CASES = 200;
    private static final double CHANCE_A_MINUTE = 0.000_04;
    private static final int PERCENT_UNSEEN = 8;
    private static final int[] THRESHOLDS = {1, 5, 10, 15, 30, 60, 120, 240};

    private ScoreMain() {}

    /** Runs the scoring; throws IllegalArgumentException when a number cannot be read. */
    public static void run(List<String> words, PrintStream out) throws IOException {
        int people = words.isEmpty() ? 20_000 : Integer.parseInt(words.getFirst());
        int percentRecorded = words.size() > 1 ? Integer.parseInt(words.get(1)) : 85;
        CityShape shape = new CityShape(people, 2021);
        Window data = new Window(FIRST_DAY * EpochMinute.DAY, (FIRST_DAY + DAYS) * EpochMinute.DAY);
        TraceEngine recorded = engine(shape, percentRecorded);
        Collection<Infection> epidemic = new Epidemic(
                        meetings(engine(shape, 100)),
                        shape,
                        data.fromMinute(),
                        data.toMinute(),
                        CHANCE_A_MINUTE,
                        PERCENT_UNSEEN)
                .spread(SEEDS, people / 5);
        Scoring scoring = new Scoring(recorded, data, epidemic, MAX_CASES);
        out.printf(
                Locale.ROOT,
                "people %d, infected %d, cases scored %d, stays recorded %d %%%n",
                people,
                epidemic.size(),
                scoring.cases(),
                percentRecorded);
        out.println("threshold,found-by-first,disturbed-by-first,found-by-second,disturbed-by-second");
        List<TracingScore> scores = new ArrayList<>();
        for (int threshold : THRESHOLDS) {
            TracingScore score = scoring.score(threshold);
            scores.add(score);
            out.printf(
                    Locale.ROOT,
                    "%dm,%.3f,%.0f,%.3f,%.0f%n",
                    threshold,
                    score.foundByFirst(),
                    score.disturbedByFirst(),
                    score.foundBySecond(),
                    score.disturbedBySecond());
        }
        if (words.size() > 2) {
            String title = String.format(
                    Locale.ROOT,
                    "True infections found, by threshold (%,d people, %d %% recorded)",
                    people,
                    percentRecorded);
            Files.writeString(Path.of(words.get(2)), new ScoreCurve(scores).svg(title));
        }
    }

    private static Meetings meetings(TraceEngine happened) {
        return (person, fromMinute, toMinute) ->
                happened
                        .firstRing(person, RingRule.of(new Window(fromMinute, toMinute), 1), QueryLimit.none())
                        .contacts()
                        .stream()
                        .map(contact -> new Meeting(
                                contact.person(), contact.minutes(), contact.firstMinute(), contact.lastMinute()))
                        .toList();
    }

    /** An engine over the city's stays, of those away from home only a share. */
    private static TraceEngine engine(CityShape shape, int percent) {
        CityDays days = new CityDays(shape);
        int homes = shape.homes();
        List<DaySegment> segments = new ArrayList<>();
        for (int day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            DaySegmentBuilder builder = new DaySegmentBuilder(day, shape.people() * 5);
            days.forEachStay(day, (person, place, enter, leave) -> {
                if (place < homes || CityDays.isAmong(percent, person, place, enter)) {
                    builder.add(person, place, enter, leave);
                }
            });
            segments.add(builder.build());
        }
        return TraceEngine.of(segments, IdOrder.natural(), IdOrder.natural());
    }
}
