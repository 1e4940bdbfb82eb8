package org.bihuan.bench.pages;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Times of clicks by page and by role, and what went wrong. Thread-safe. */
final class Timings {
    private record Click(String page, String role, long nanos) {}

    private final List<Click> clicks = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    synchronized void add(String page, String role, long nanos) {
        clicks.add(new Click(page, role, nanos));
    }

    synchronized void fault(String what) {
        faults.merge(what, 1, Integer::sum);
    }

    synchronized void clear() {
        clicks.clear();
        faults.clear();
    }

    /** Whether nothing went wrong and every page and every role stayed below the goal at p95. */
    synchronized boolean report(double seconds, double goal, PrintStream out) {
        out.printf(
                Locale.ROOT, "%,d clicks in %.0f s, %.1f a second%n", clicks.size(), seconds, clicks.size() / seconds);
        out.printf("%-34s %7s %8s %8s %8s %8s%n", "", "clicks", "p50 ms", "p95 ms", "p99 ms", "max ms");
        Map<String, List<Click>> groups = new TreeMap<>();
        for (Click click : clicks) {
            for (String group : List.of("page " + click.page(), "role " + click.role(), "together")) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(click);
            }
        }
        boolean good = faults.isEmpty();
        for (Map.Entry<String, List<Click>> group : groups.entrySet()) {
            double[] millis = group.getValue().stream()
                    .mapToDouble(click -> click.nanos() / 1e6)
                    .toArray();
            Arrays.sort(millis);
            double p95 = at(millis, 0.95);
            good &= p95 < goal;
            out.printf(
                    Locale.ROOT,
                    "%-34s %,7d %8.1f %8.1f %8.1f %8.1f%s%n",
                    group.getKey(),
                    millis.length,
                    at(millis, 0.5),
                    p95,
                    at(millis, 0.99),
                    millis[millis.length - 1],
                    p95 < goal ? "" : "  TOO SLOW");
        }
        faults.forEach((what, number) -> out.println("WRONG " + what + ": " + number));
        return good;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
