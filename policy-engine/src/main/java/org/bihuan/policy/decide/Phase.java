package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.policy.fact.Signal;

/**
 * All cases of a subject judged with what is known at one moment.
 *
 * @param from the moment
 * @param spans measures before merging
 * @param pieces measures merged by axis
 * @param duties every duty of the cases, by due time, then by name
 * @param reasons rows that answer at the moment
 * @param refusals what cannot be decided at the moment
 * @param signals what is declared
 * @param endless whether a repeated duty without end must be written out further later
 * @param changes moments at which some table's answer changes by time alone
 */
record Phase(
        Instant from,
        List<Span> spans,
        List<AxisMerge.Piece> pieces,
        List<Duty> duties,
        List<Reason> reasons,
        Set<Refusal> refusals,
        List<Signal> signals,
        boolean endless,
        TreeSet<Instant> changes) {
    private static final Comparator<Duty> BY_DUE = Comparator.comparing(Duty::dueAt)
            .thenComparing(Duty::opensAt)
            .thenComparing(Duty::obligation)
            .thenComparing(Duty::step)
            .thenComparing(duty -> duty.id().toString());

    /**
     * All that is judged, whatever the moment.
     *
     * @param reviews what is to be looked at because a newer version would move it
     * @param horizon how far ahead a repeated duty without end is written out
     */
    record Whole(
            List<Case> cases,
            List<RegionDuties> regions,
            List<TransitionReviews.Review> reviews,
            DutyFacts dutyFacts,
            Duration horizon) {}

    static Phase of(Whole whole, Instant at) {
        List<Span> spans = new ArrayList<>();
        Map<UUID, Duty> duties = new LinkedHashMap<>();
        List<Reason> reasons = new ArrayList<>();
        Set<Refusal> refusals = new LinkedHashSet<>();
        List<Signal> signals = new ArrayList<>();
        boolean endless = false;
        TreeSet<Instant> changes = new TreeSet<>();
        for (Case each : whole.cases()) {
            CaseJudgement judgement = CaseJudgement.of(each, whole.dutyFacts(), at, whole.horizon());
            spans.addAll(judgement.spans());
            judgement.duties().forEach(duty -> duties.putIfAbsent(duty.id(), duty));
            reasons.addAll(judgement.reasons());
            refusals.addAll(judgement.refusals());
            signals.addAll(judgement.signals());
            changes.addAll(judgement.changes());
            endless |= judgement.isEndless();
        }
        for (RegionDuties region : whole.regions()) {
            region.list(at).forEach(duty -> duties.putIfAbsent(duty.id(), duty));
        }
        for (TransitionReviews.Review review : whole.reviews()) {
            Duty duty = review.duty(whole.dutyFacts(), at);
            duties.putIfAbsent(duty.id(), duty);
        }
        List<Duty> sorted = new ArrayList<>(duties.values());
        sorted.sort(BY_DUE);
        return new Phase(at, spans, AxisMerge.merge(spans), sorted, reasons, refusals, signals, endless, changes);
    }
}
