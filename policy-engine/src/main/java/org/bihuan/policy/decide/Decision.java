package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.PackReference;
import org.jspecify.annotations.Nullable;

/**
 * What the rules demand of a subject, from a moment on, as long as no fact comes.
 *
 * @param subject whose decision
 * @param decidedAt the moment it was made for
 * @param packs the versions that judged
 * @param segments the timeline from {@code decidedAt} on, without holes, the last one without end
 * @param reasons rows that answered at {@code decidedAt}
 * @param refusals what could not be decided
 * @param signals what it declares to related subjects
 * @param ambient keys of what it read beyond the dossier, such as a district's value
 * @param pins the versions its episodes were judged under
 * @param division where the first of its episodes lies, null while nobody knows
 * @param nextChangeAt the next moment after {@code decidedAt} at which something changes by time alone, null for never
 */
public record Decision(
        SubjectId subject,
        Instant decidedAt,
        List<PackReference> packs,
        List<Segment> segments,
        List<Reason> reasons,
        List<Refusal> refusals,
        List<Signal> signals,
        Set<String> ambient,
        List<Pin> pins,
        @Nullable DivisionCode division,
        @Nullable Instant nextChangeAt) {
    public Decision {
        packs = List.copyOf(packs);
        segments = List.copyOf(segments);
        reasons = List.copyOf(reasons);
        refusals = List.copyOf(refusals);
        signals = List.copyOf(signals);
        ambient = Set.copyOf(ambient);
        pins = List.copyOf(pins);
    }

    /**
     * The version and parameter values an episode is judged under; one for each of its roots, so that each keeps them
     * when the episode falls apart.
     *
     * @param episode a root of the episode
     * @param subject the subject as that root recorded it, under whom the pin is kept
     * @param pack the order
     * @param hash the version
     * @param settingsVersion the set of parameter values
     * @param lists the edition of the risk lists
     * @param isNew whether the root had none before
     */
    public record Pin(
            UUID episode,
            SubjectId subject,
            String pack,
            String hash,
            String settingsVersion,
            long lists,
            boolean isNew) {}

    /** The segment in force at a moment not before {@code decidedAt}. */
    public Segment at(Instant moment) {
        for (Segment segment : segments) {
            if (segment.contains(moment)) {
                return segment;
            }
        }
        throw new IllegalArgumentException("the timeline starts at " + decidedAt + ", asked for " + moment);
    }

    /** The segment at the moment of the decision. */
    public Segment now() {
        return segments.getFirst();
    }

    /** Every duty known at the moment of the decision. */
    public List<Duty> duties() {
        return now().duties();
    }

    /**
     * Measures in force at the decision or later, each stretch once; one that is overdue only in the future is shown as
     * it stands now.
     */
    public List<Measure> measures() {
        Set<Measure> result = new LinkedHashSet<>(now().measures());
        List<Measure> seen = new ArrayList<>(result);
        for (Segment segment : segments) {
            for (Measure measure : segment.measures()) {
                boolean known = seen.stream().anyMatch(each -> isSameStretch(each, measure));
                if (!known && measure.overdueSince() == null) {
                    result.add(measure);
                }
                if (!known) {
                    seen.add(measure);
                }
            }
        }
        return List.copyOf(result);
    }

    private static boolean isSameStretch(Measure left, Measure right) {
        return left.kind().equals(right.kind())
                && left.from().equals(right.from())
                && Objects.equals(left.until(), right.until());
    }
}
