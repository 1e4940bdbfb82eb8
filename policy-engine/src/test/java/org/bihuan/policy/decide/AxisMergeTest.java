package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.PackReference;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Vocabulary.MeasureKind;
import org.bihuan.policy.pack.Wording;
import org.bihuan.proof.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Measures of several packs and episodes on their axes. */
final class AxisMergeTest {
    private static final Instant ZERO = Instant.parse("2020-07-20T00:00:00Z");
    private static final int MINUTES = 40;
    private static final Wording WORDS = new Wording("测", "test");
    private static final List<MeasureKind> KINDS = List.of(
            new MeasureKind("central", "stay", 40, "confine", true, WORDS),
            new MeasureKind("home", "stay", 20, "confine", true, WORDS),
            new MeasureKind("watch", "stay", 10, "observe", false, WORDS),
            new MeasureKind("exclusion", "attendance", 20, "exclude", true, WORDS));

    @Test
    void A01_theStrictestHidesTheOthersAndTheyComeBackAfterIt() {
        assertThat(lines(List.of(span(1, 0, 30, 30, 1), span(0, 10, 20, 20, 2))))
                .containsExactly("home 0-10 [p1]", "central 10-20 [p2]", "home 20-30 [p1]");
    }

    @Test
    void A02_equalKindsRunOnToTheLatestEndAndKeepBothSources() {
        assertThat(lines(List.of(span(0, 0, 14, 14, 1), span(0, 2, 21, 21, 2))))
                .containsExactly("central 0-21 [p1, p2]");
    }

    @Test
    void A03_kindsOnDifferentAxesStandSideBySide() {
        assertThat(lines(List.of(span(0, 0, 10, 10, 1), span(3, 0, 5, 5, 2))))
                .containsExactly("exclusion 0-5 [p2]", "central 0-10 [p1]");
    }

    @Test
    void A04_heldPastItsLawfulEndItIsOverdueSinceThen() {
        assertThat(lines(List.of(span(0, 0, 14, 20, 1))))
                .containsExactly("central 0-14 [p1]", "central 0-14 overdue 14 until 20 [p1]");
    }

    @Test
    void A05_notOverdueWhileAnotherStillLawfullyHolds() {
        assertThat(lines(List.of(span(0, 0, 14, 20, 1), span(0, 5, 17, 17, 2))))
                .containsExactly("central 0-17 [p1, p2]", "central 0-14 overdue 14 until 20 [p1]");
    }

    @Test
    void B01_agreesMinuteByMinuteWithTheSlowTwin() {
        SplittableRandom random = Seed.random("axis merge");
        int overdue = 0;
        for (int round = 0; round < Seed.rounds(2_000); round++) {
            List<Span> spans = new ArrayList<>();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                int from = random.nextInt(20);
                int until = from + random.nextInt(1, 15);
                int ends = random.nextInt(3) == 0 ? until + random.nextInt(8) : until;
                spans.add(span(random.nextInt(KINDS.size()), from, until, ends, random.nextInt(3)));
            }
            List<AxisMerge.Piece> pieces = AxisMerge.merge(spans);
            for (String axis : Set.of("stay", "attendance")) {
                Map<Integer, Slow> expected = slow(spans, axis);
                for (int minute = 0; minute < MINUTES; minute++) {
                    Slow actual = at(pieces, axis, minute);
                    assertThat(actual).as("%s at %d of %s", axis, minute, spans).isEqualTo(expected.get(minute));
                    overdue += actual != null && actual.overdueSince() >= 0 ? 1 : 0;
                }
            }
        }
        assertThat(overdue).isGreaterThan(100);
    }

    /** What holds at one minute. */
    private record Slow(String kind, int from, int until, int overdueSince, Set<String> clauses) {}

    /** Looks at every minute on its own, then joins neighbours of one kind and one standing. */
    private static Map<Integer, Slow> slow(List<Span> spans, String axis) {
        Map<Integer, Slow> result = new TreeMap<>();
        int start = 0;
        while (start < MINUTES) {
            String kind = kind(spans, axis, start);
            if (kind == null) {
                start++;
                continue;
            }
            boolean overdue = overdue(spans, axis, kind, start);
            int end = start;
            while (end < MINUTES && kind.equals(kind(spans, axis, end)) && overdue(spans, axis, kind, end) == overdue) {
                end++;
            }
            Set<String> clauses = new TreeSet<>();
            int lawful = 0;
            for (int minute = start; minute < end; minute++) {
                for (Span span : active(spans, axis, minute)) {
                    if (span.kind().name().equals(kind)) {
                        clauses.addAll(span.clauses());
                        lawful = minute == start ? Math.max(lawful, minute(span.until())) : lawful;
                    }
                }
            }
            Slow before = result.get(start - 1);
            int from = overdue && before != null && before.kind().equals(kind) ? before.from() : start;
            for (int minute = start; minute < end; minute++) {
                result.put(minute, new Slow(kind, from, overdue ? lawful : end, overdue ? lawful : -1, clauses));
            }
            start = end;
        }
        return result;
    }

    private static List<Span> active(List<Span> spans, String axis, int minute) {
        return spans.stream()
                .filter(span -> span.kind().axis().equals(axis))
                .filter(span -> minute(span.from()) <= minute && minute < minute(span.ends()))
                .toList();
    }

    private static @Nullable String kind(List<Span> spans, String axis, int minute) {
        return active(spans, axis, minute).stream()
                .map(Span::kind)
                .max(Comparator.comparingInt(MeasureKind::rank))
                .map(MeasureKind::name)
                .orElse(null);
    }

    private static boolean overdue(List<Span> spans, String axis, String kind, int minute) {
        return active(spans, axis, minute).stream()
                .filter(span -> span.kind().name().equals(kind))
                .allMatch(span -> minute >= minute(span.until()));
    }

    private static @Nullable Slow at(List<AxisMerge.Piece> pieces, String axis, int minute) {
        Slow found = null;
        for (AxisMerge.Piece piece : pieces) {
            Measure measure = piece.measure();
            if (measure.axis().equals(axis) && minute(piece.from()) <= minute && minute < minute(piece.until())) {
                assertThat(found).as("one measure an axis").isNull();
                Instant since = measure.overdueSince();
                Instant until = measure.until();
                found = new Slow(
                        measure.kind(),
                        minute(measure.from()),
                        until == null ? Integer.MAX_VALUE : minute(until),
                        since == null ? -1 : minute(since),
                        new TreeSet<>(measure.clauses()));
            }
        }
        return found;
    }

    private static List<String> lines(List<Span> spans) {
        return AxisMerge.merge(spans).stream()
                .map(piece -> {
                    Measure measure = piece.measure();
                    Instant until = measure.until();
                    Instant since = measure.overdueSince();
                    Map<String, Boolean> packs = new TreeMap<>();
                    measure.sources().forEach(source -> packs.put(source.pack().id(), true));
                    return measure.kind() + " " + minute(measure.from()) + "-" + (until == null ? "" : minute(until))
                            + (since == null ? "" : " overdue " + minute(since) + " until " + minute(piece.until()))
                            + " " + new LinkedHashSet<>(packs.keySet());
                })
                .toList();
    }

    private static int minute(Instant at) {
        return (int) ((at.getEpochSecond() - ZERO.getEpochSecond()) / 60);
    }

    private static Instant minutes(int minute) {
        return ZERO.plusSeconds(60L * minute);
    }

    private static Span span(int kind, int from, int until, int ends, int pack) {
        return new Span(
                new MeasureDefinition(
                        "m", KINDS.get(kind).name(), new TimePoint(List.of("x"), null, false), null, null, List.of()),
                KINDS.get(kind),
                new PackReference("p" + pack, "1", "hash"),
                new UUID(0, pack),
                minutes(from),
                minutes(until),
                minutes(ends),
                new Release(null, List.of()),
                List.of("S9-0" + pack));
    }
}
