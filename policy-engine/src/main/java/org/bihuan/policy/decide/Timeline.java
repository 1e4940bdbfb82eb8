package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cuts phases into segments in which nothing changes, and finds the next moment at which something does. */
final class Timeline {
    private Timeline() {}

    static List<Segment> of(List<Phase> phases) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            Instant end = i + 1 < phases.size() ? phases.get(i + 1).from() : Instant.MAX;
            TreeSet<Instant> bounds = new TreeSet<>();
            bounds.add(phase.from());
            for (AxisMerge.Piece piece : phase.pieces()) {
                bounds.add(piece.from());
                bounds.add(piece.until());
            }
            for (Instant from : bounds.subSet(phase.from(), true, end, false)) {
                Instant next = bounds.higher(from);
                Instant until = next == null || next.isAfter(end) ? end : next;
                add(segments, segment(phase, from, until));
            }
        }
        return segments;
    }

    /** Joins a segment to the one before when nothing differs. */
    private static void add(List<Segment> segments, Segment segment) {
        if (!segments.isEmpty()) {
            Segment last = segments.getLast();
            if (last.measures().equals(segment.measures())
                    && Objects.equals(last.release(), segment.release())
                    && last.duties().equals(segment.duties())) {
                segments.set(
                        segments.size() - 1,
                        new Segment(last.from(), segment.until(), last.measures(), last.release(), last.duties()));
                return;
            }
        }
        segments.add(segment);
    }

    private static Segment segment(Phase phase, Instant from, Instant until) {
        List<Measure> measures = new ArrayList<>();
        for (AxisMerge.Piece piece : phase.pieces()) {
            if (!piece.from().isAfter(from) && piece.until().isAfter(from)) {
                measures.add(piece.measure());
            }
        }
        return new Segment(
                from, until.equals(Instant.MAX) ? null : until, measures, release(phase, from), phase.duties());
    }

    /** Release from everything that restricts and has not ended, or else from the restriction that ended last. */
    private static @Nullable Release release(Phase phase, Instant at) {
        List<Span> restricting =
                phase.spans().stream().filter(span -> span.kind().restricts()).toList();
        List<Span> running =
                restricting.stream().filter(span -> span.ends().isAfter(at)).toList();
        if (running.isEmpty()) {
            return restricting.stream()
                    .max(Comparator.comparing(Span::ends))
                    .map(Span::release)
                    .orElse(null);
        }
        List<Release.Because> because = running.stream()
                .flatMap(span -> span.release().refusedBecause().stream())
                .distinct()
                .toList();
        Instant possible = Instant.MIN;
        for (Span span : running) {
            Instant each = span.release().possibleAt();
            possible = each == null ? possible : Obligations.later(possible, each);
        }
        return new Release(because.isEmpty() ? possible : null, because);
    }

    /** The next bound of a segment, or opening, due time or further attempt of a duty that is not met. */
    static @Nullable Instant nextChange(List<Segment> segments, boolean endless, Instant now, Duration horizon) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Segment segment : segments) {
            moments.add(segment.from());
        }
        for (Duty duty : segments.getFirst().duties()) {
            Duty.State state = duty.stateAt(now);
            if (state != Duty.State.MET && state != Duty.State.WAIVED) {
                moments.add(duty.opensAt());
                moments.add(duty.dueAt());
                Instant next = duty.nextAttemptAt();
                if (next != null) {
                    moments.add(next);
                }
            }
        }
        if (endless) {
            moments.add(now.plus(horizon.dividedBy(2)));
        }
        return moments.higher(now);
    }
}
