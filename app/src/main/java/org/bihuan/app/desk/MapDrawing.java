package org.bihuan.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.site.Bar;
import org.bihuan.app.site.Outline;
import org.bihuan.kernel.DivisionCode;

/** Draws outlines into a box of 360 by 300, north above, shortened at their middle latitude; for a city that is near enough. */
final class MapDrawing {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 300;
    private static final double MARGIN = 8;
    /** Points nearer than that to the last one drawn are left out, in units of the box. */
    private static final double FINEST = 0.6;

    private final double west;
    private final double north;
    private final double perDegree;
    private final double shortened;

    private MapDrawing(double west, double east, double south, double north) {
        this.west = west;
        this.north = north;
        this.shortened = Math.cos(Math.toRadians((south + north) / 2));
        this.perDegree =
                Math.min((WIDTH - 2 * MARGIN) / ((east - west) * shortened), (HEIGHT - 2 * MARGIN) / (north - south));
    }

    /** Those of the figures that have an outline; empty when fewer than two have. */
    static List<Outline> draw(Map<DivisionCode, Bar> bars, Map<DivisionCode, List<MapFile.Ring>> outlines) {
        List<DivisionCode> shown =
                bars.keySet().stream().filter(outlines::containsKey).toList();
        List<double[]> points = shown.stream()
                .flatMap(code -> Objects.requireNonNull(outlines.get(code)).stream())
                .flatMap(ring -> ring.points().stream())
                .toList();
        if (shown.size() < 2 || points.size() < 3) {
            return List.of();
        }
        MapDrawing drawing = new MapDrawing(
                points.stream().mapToDouble(it -> it[0]).min().orElseThrow(),
                points.stream().mapToDouble(it -> it[0]).max().orElseThrow(),
                points.stream().mapToDouble(it -> it[1]).min().orElseThrow(),
                points.stream().mapToDouble(it -> it[1]).max().orElseThrow());
        return shown.stream()
                .map(code -> drawing.outline(
                        Objects.requireNonNull(bars.get(code)), Objects.requireNonNull(outlines.get(code))))
                .toList();
    }

    private Outline outline(Bar bar, List<MapFile.Ring> rings) {
        StringBuilder path = new StringBuilder();
        List<double[]> largest = new ArrayList<>();
        for (MapFile.Ring ring : rings) {
            List<double[]> drawn = thinned(ring);
            for (int i = 0; i < drawn.size(); i++) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(tenth(drawn.get(i)[0]))
                        .append(' ')
                        .append(tenth(drawn.get(i)[1]));
            }
            path.append('Z');
            if (drawn.size() > largest.size()) {
                largest = drawn;
            }
        }
        double x = largest.stream().mapToDouble(it -> it[0]).average().orElse(0);
        double y = largest.stream().mapToDouble(it -> it[1]).average().orElse(0);
        return new Outline(bar, path.toString(), (int) x, (int) y);
    }

    private List<double[]> thinned(MapFile.Ring ring) {
        List<double[]> drawn = new ArrayList<>();
        for (double[] point : ring.points()) {
            double x = MARGIN + (point[0] - west) * shortened * perDegree;
            double y = MARGIN + (north - point[1]) * perDegree;
            if (drawn.isEmpty() || Math.hypot(x - drawn.getLast()[0], y - drawn.getLast()[1]) >= FINEST) {
                drawn.add(new double[] {x, y});
            }
        }
        return drawn;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
