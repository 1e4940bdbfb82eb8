package org.bihuan.trace.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;

/**
 * Scores tracing in a made-up city: {@code [people] [percent of stays recorded] [file.svg]}. Prints a row a threshold and
 * draws the curve.
 */
public final class ScoreMain {
    private static final int FIRST_DAY = 18_967;
    private static final int DAYS = 21;
    private static final int[] THRESHOLDS = {1, 5, 10, 15, 30, 60, 120, 240};

    private ScoreMain() {}

    /** Runs the scoring. */
    public static void main(String[] words) throws IOException {
        int people = words.length > 0 ? Integer.parseInt(words[0]) : 20_000;
        int percentRecorded = words.length > 1 ? Integer.parseInt(words[1]) : 85;
        CityShape shape = new CityShape(people, 2021);
        Window data = new Window(FIRST_DAY * EpochMinute.DAY, (FIRST_DAY + DAYS) * EpochMinute.DAY);
        TraceEngine happened = engine(shape, 100);
        TraceEngine recorded = engine(shape, percentRecorded);
        Collection<Infection> epidemic = new Epidemic(happened, shape, data, 0.000_04, 8).spread(20, people / 5);
        Scoring scoring = new Scoring(recorded, data, epidemic, 200);
        System.out.printf(
                Locale.ROOT,
                "people %d, infected %d, cases scored %d, stays recorded %d %%%n",
                people,
                epidemic.size(),
                scoring.cases(),
                percentRecorded);
        System.out.println("threshold,found-by-first,disturbed-by-first,found-by-second,disturbed-by-second");
        List<TracingScore> scores = new ArrayList<>();
        for (int threshold : THRESHOLDS) {
            TracingScore score = scoring.score(threshold);
            scores.add(score);
            System.out.printf(
                    Locale.ROOT,
                    "%dm,%.3f,%.0f,%.3f,%.0f%n",
                    threshold,
                    score.foundByFirst(),
                    score.disturbedByFirst(),
                    score.foundBySecond(),
                    score.disturbedBySecond());
        }
        if (words.length > 2) {
            String title = String.format(
                    Locale.ROOT,
                    "True infections found, by threshold (%,d people, %d %% recorded)",
                    people,
                    percentRecorded);
            Files.writeString(Path.of(words[2]), new ScoreCurve(scores).svg(title));
        }
    }

    /** An engine over the city's stays, of those away from home only a share. */
    private static TraceEngine engine(CityShape shape, int percent) {
        CityDays days = new CityDays(shape);
        int homes = shape.homes();
        List<DaySegment> segments = new ArrayList<>();
        for (int day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            DaySegmentBuilder builder = new DaySegmentBuilder(day, shape.people() * 5);
            days.forEachVisit(day, (person, place, enter, leave) -> {
                long chance = Draw.mix(Draw.mix(person) + ((long) place << 32 | enter));
                if (place < homes || Long.remainderUnsigned(chance, 100) < percent) {
                    builder.add(person, place, enter, leave);
                }
            });
            segments.add(builder.build());
        }
        return TraceEngine.of(segments, IdOrder.natural(), IdOrder.natural());
    }
}
