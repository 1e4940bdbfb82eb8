package org.bihuan.app.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strip of time with bars and marks, laid out in percent of its width.
 *
 * @param now where the present moment lies
 * @param days beginnings of days to be named
 * @param bars measures and duties, one below the other
 * @param marks facts
 */
public record Timeline(String now, List<Tick> days, List<Bar> bars, List<Mark> marks) {
    private static final int MOST_TICKS = 7;

    /** Percent of the width that the word for now takes, to either side. */
    private static final double NOW_WIDTH = 7;

    /** Percent at either end where the name of a day would be cut off. */
    private static final double EDGE = 3;

    /** The beginning of a day. */
    public record Tick(String x, Instant at) {}

    /** A stretch of time; {@code metX} is where a duty was met, null when it was not. */
    public record Bar(
            String x,
            String width,
            String css,
            String text,
            Instant from,
            @Nullable Instant until,
            @Nullable String metX) {}

    /** A moment. */
    public record Mark(String x, String text, Instant at) {}

    /** Puts moments on a strip between the first and the last. */
    static final class Builder {
        private final Instant now;
        private final ZoneId zone;
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();

        private record Stretch(
                Instant from,
                @Nullable Instant until,
                @Nullable Instant met,
                String css,
                String text) {}

        private record Point(Instant at, String text) {}

        Builder(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void stretch(Instant from, @Nullable Instant until, @Nullable Instant met, String css, String text) {
            stretches.add(new Stretch(from, until, met, css, text));
        }

        void point(Instant at, String text) {
            points.add(new Point(at, text));
        }

        Timeline build() {
            Instant first = now;
            Instant last = now;
            for (Stretch each : stretches) {
                first = earlier(first, each.from());
                last = later(later(last, each.from()), each.until());
            }
            for (Point each : points) {
                first = earlier(first, each.at());
                last = later(last, each.at());
            }
            Duration margin = Duration.between(first, last).dividedBy(25).plusMinutes(30);
            Instant start = first.minus(margin);
            Instant end = last.plus(margin);
            List<Bar> bars = new ArrayList<>();
            for (Stretch each : stretches) {
                double from = percent(each.from(), start, end);
                double to = each.until() == null ? 100 : percent(each.until(), start, end);
                bars.add(new Bar(
                        text(from),
                        text(Math.max(to - from, 0.4)),
                        each.css(),
                        each.text(),
                        each.from(),
                        each.until(),
                        each.met() == null ? null : text(percent(each.met(), start, end))));
            }
            List<Mark> marks = points.stream()
                    .map(each -> new Mark(text(percent(each.at(), start, end)), each.text(), each.at()))
                    .toList();
            return new Timeline(text(percent(now, start, end)), ticks(start, end), bars, marks);
        }

        private List<Tick> ticks(Instant start, Instant end) {
            List<Tick> ticks = new ArrayList<>();
            LocalDate first = LocalDate.ofInstant(start, zone).plusDays(1);
            long days = Math.max(1, Duration.between(start, end).toDays());
            long step = Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
            for (LocalDate day = first; ticks.size() <= MOST_TICKS; day = day.plusDays(step)) {
                Instant at = day.atStartOfDay(zone).toInstant();
                if (!at.isBefore(end)) {
                    break;
                }
                double x = percent(at, start, end);
                boolean cut = x < EDGE || x > 100 - EDGE;
                if (!cut && Math.abs(x - percent(now, start, end)) > NOW_WIDTH) {
                    ticks.add(new Tick(text(x), at));
                }
            }
            return ticks;
        }

        private static double percent(Instant at, Instant start, Instant end) {
            return 100.0
                    * Duration.between(start, at).toSeconds()
                    / Math.max(1, Duration.between(start, end).toSeconds());
        }

        private static String text(double percent) {
            return Math.round(percent * 100) / 100.0 + "%";
        }

        private static Instant earlier(Instant one, Instant other) {
            return other.isBefore(one) ? other : one;
        }

        private static Instant later(Instant one, @Nullable Instant other) {
            return other != null && other.isAfter(one) ? other : one;
        }
    }
}
