package org.bihuan.trace.bench.score;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The curve: share of true infections found against people disturbed, a point a threshold, as SVG. */
final class ScoreCurve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int BOTTOM = 370;
    private static final int TOP = 40;

    private final List<TracingScore> scores;
    private final double decades;

    ScoreCurve(List<TracingScore> scores) {
        this.scores = scores;
        double most = scores.stream()
                .mapToDouble(TracingScore::disturbedBySecond)
                .max()
                .orElse(10);
        decades = Math.ceil(Math.log10(Math.max(10, most)));
    }

    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">",
                WIDTH,
                HEIGHT);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        add(svg, "<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
        for (int decade = 0; decade <= decades; decade++) {
            double x = x(Math.pow(10, decade));
            add(svg, "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"#ddd\"/>", x, TOP, BOTTOM);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
                    x,
                    BOTTOM + 16,
                    Math.pow(10, decade));
        }
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            add(
                    svg,
                    "<line x1=\"%1$d\" y1=\"%3$.1f\" x2=\"%2$d\" y2=\"%3$.1f\" stroke=\"#ddd\"/>",
                    LEFT,
                    WIDTH - 20,
                    y);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>", LEFT - 6, y + 4, percent);
        }
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">people disturbed a case</text>", 340, BOTTOM + 36);
        line(svg, "#1f6fb4", "first ring", 60, TracingScore::disturbedByFirst, TracingScore::foundByFirst);
        line(svg, "#c2410c", "first and second ring", 78, TracingScore::disturbedBySecond, TracingScore::foundBySecond);
        return svg.append("</svg>\n").toString();
    }

    private void line(
            StringBuilder svg,
            String colour,
            String name,
            int legend,
            ToDoubleFunction<TracingScore> disturbed,
            ToDoubleFunction<TracingScore> found) {
        StringBuilder points = new StringBuilder();
        for (TracingScore score : scores) {
            double x = x(disturbed.applyAsDouble(score));
            double y = y(found.applyAsDouble(score));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%dm</text>",
                    x + 5,
                    y + 12,
                    colour,
                    score.minOverlapMinutes());
        }
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/>",
                points.toString().trim(),
                colour);
        add(svg, "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>", LEFT + 8, legend, colour, name);
    }

    private double x(double people) {
        return LEFT + (WIDTH - 20 - LEFT) * Math.log10(Math.max(1, people)) / decades;
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
