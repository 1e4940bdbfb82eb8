package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges the measures of all cases: at each moment the strictest on an axis is in force, equal kinds run on to the
 * latest end, and everything that demands them is kept as a source.
 */
final class AxisMerge {
    private AxisMerge() {}

    /**
     * A measure in force between two moments.
     *
     * @param from first moment
     * @param until end, {@link Instant#MAX} for ever
     * @param measure the measure
     */
    record Piece(Instant from, Instant until, Measure measure) {}

    static List<Piece> merge(List<Span> spans) {
        Map<String, List<Span>> byAxis = new TreeMap<>();
        for (Span span : spans) {
            if (span.ends().isAfter(span.from())) {
                byAxis.computeIfAbsent(span.kind().axis(), axis -> new ArrayList<>())
                        .add(span);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        byAxis.values().forEach(axis -> pieces.addAll(mergeAxis(axis)));
        return pieces;
    }

    /** A stretch while it grows. */
    private static final class Stretch {
        final String kind;
        final boolean overdue;
        final Instant start;
        final @Nullable Instant overdueSince;
        Instant end;
        final Set<Span> spans = new LinkedHashSet<>();

        Stretch(String kind, boolean overdue, Instant start, Instant end, @Nullable Instant overdueSince) {
            this.kind = kind;
            this.overdue = overdue;
            this.start = start;
            this.end = end;
            this.overdueSince = overdueSince;
        }
    }

    private static List<Piece> mergeAxis(List<Span> spans) {
        TreeSet<Instant> bounds = new TreeSet<>();
        for (Span span : spans) {
            bounds.add(span.from());
            bounds.add(span.until());
            bounds.add(span.ends());
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant from = null;
        for (Instant bound : bounds) {
            if (from != null) {
                grow(stretches, spans, from, bound);
            }
            from = bound;
        }
        return pieces(stretches);
    }

    private static void grow(List<Stretch> stretches, List<Span> spans, Instant from, Instant until) {
        List<Span> active = spans.stream()
                .filter(span -> !span.from().isAfter(from) && span.ends().isAfter(from))
                .toList();
        if (active.isEmpty()) {
            return;
        }
        Span strictest = active.stream()
                .max(Comparator.comparingInt((Span span) -> span.kind().rank())
                        .thenComparing(span -> span.kind().name()))
                .orElseThrow();
        String kind = strictest.kind().name();
        List<Span> same =
                active.stream().filter(span -> span.kind().name().equals(kind)).toList();
        boolean overdue = same.stream().allMatch(span -> !span.until().isAfter(from));
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last == null || !last.kind.equals(kind) || last.overdue != overdue || !last.end.equals(from)) {
            Instant lawfulEnd = overdue
                    ? same.stream()
                            .map(Span::until)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()
                    : null;
            last = new Stretch(kind, overdue, from, until, lawfulEnd);
            stretches.add(last);
        }
        last.end = until;
        last.spans.addAll(same);
    }

    private static List<Piece> pieces(List<Stretch> stretches) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Stretch before = i == 0 ? null : stretches.get(i - 1);
            Instant from = stretch.overdue
                            && before != null
                            && before.kind.equals(stretch.kind)
                            && before.end.equals(stretch.start)
                    ? before.start
                    : stretch.start;
            Instant lawful = stretch.overdue ? Objects.requireNonNull(stretch.overdueSince) : stretch.end;
            pieces.add(new Piece(stretch.start, stretch.end, measure(stretch, from, lawful)));
        }
        return pieces;
    }

    /** In what order the episodes were judged depends on what was pinned when, and must make no difference. */
    private static final Comparator<Span> BY_CONTENT = Comparator.comparing(
                    (Span span) -> span.pack().id())
            .thenComparing(span -> span.clauses().toString())
            .thenComparing(span -> String.valueOf(span.episode()));

    private static Measure measure(Stretch stretch, Instant from, Instant lawful) {
        Set<String> clauses = new LinkedHashSet<>();
        Map<Measure.Source, Boolean> sources = new LinkedHashMap<>();
        for (Span span : stretch.spans.stream().sorted(BY_CONTENT).toList()) {
            clauses.addAll(span.clauses());
            sources.put(new Measure.Source(span.pack(), span.episode()), true);
        }
        Span any = stretch.spans.iterator().next();
        return new Measure(
                stretch.kind,
                any.kind().axis(),
                from,
                lawful.equals(Instant.MAX) ? null : lawful,
                stretch.overdueSince,
                any.kind().restricts(),
                List.copyOf(clauses),
                List.copyOf(sources.keySet()));
    }
}
