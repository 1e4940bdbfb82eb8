package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.ReleaseDefinition;
import org.bihuan.policy.pack.TestDays;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What one case comes to with what is known at one moment: measures, duties, reasons, signals. */
final class CaseJudgement {
    private final Case subject;
    private final Instant knowledge;
    private final Duration horizon;
    private final Holds holds;
    private final Moments moments;
    private final Obligations obligations;
    private final Map<String, Obligation> byKey = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private final Map<String, Instant> measureEnds = new HashMap<>();
    private boolean endless;

    private CaseJudgement(Case subject, DutyFacts dutyFacts, Instant knowledge, Duration horizon) {
        this.subject = subject;
        this.knowledge = knowledge;
        this.horizon = horizon;
        this.holds = Holds.of(subject, knowledge);
        this.moments = new Moments(subject);
        this.obligations = new Obligations(subject, moments, dutyFacts, knowledge);
    }

    static CaseJudgement of(Case subject, DutyFacts dutyFacts, Instant knowledge, Duration horizon) {
        CaseJudgement judgement = new CaseJudgement(subject, dutyFacts, knowledge, horizon);
        judgement.judge();
        return judgement;
    }

    List<Span> spans() {
        return spans;
    }

    /** Duties of the outcomes that hold now or will hold, and what opened while an outcome held that no longer does. */
    List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        byKey.values().forEach(obligation -> duties.addAll(obligation.duties()));
        return duties;
    }

    Set<Refusal> refusals() {
        return refusals;
    }

    /** Whether a repeated duty has no end, so that more of it must be written out later. */
    boolean isEndless() {
        return endless;
    }

    /** Moments at which a table's answer changes by time alone. */
    TreeSet<Instant> changes() {
        return holds.changes();
    }

    /** The rows that answer now. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (Hold hold : holds.list()) {
            if (hold.contains(knowledge)) {
                reasons.add(hold.reason());
            }
        }
        return reasons;
    }

    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (Hold hold : holds.list()) {
            hold.outcome()
                    .signals()
                    .forEach((name, value) -> signals.add(new Signal(
                            name,
                            value,
                            subject.dossier().subject(),
                            subject.episode().roots().stream()
                                    .map(EpisodeRoot::id)
                                    .toList(),
                            subject.episode().division(),
                            hold.from(),
                            hold.until().equals(Instant.MAX) ? null : hold.until())));
        }
        return signals;
    }

    private void judge() {
        refusals.addAll(holds.refusals());
        Map<String, List<Hold>> measures = new LinkedHashMap<>();
        Map<String, List<Hold>> duties = new LinkedHashMap<>();
        for (Hold hold : holds.list()) {
            for (String key : hold.outcome().measures()) {
                measures.computeIfAbsent(key, each -> new ArrayList<>()).add(hold);
            }
            for (String key : hold.outcome().duties()) {
                duties.computeIfAbsent(key, each -> new ArrayList<>()).add(hold);
            }
        }
        List<Draft> drafts = new ArrayList<>();
        draft(measures, false, drafts);
        duties.forEach((key, demanding) -> {
            DutyDefinition definition =
                    Objects.requireNonNull(subject.bound().pack().duties().get(key));
            boolean needed = measures.keySet().stream().anyMatch(measure -> needs(measure, key));
            Obligation obligation = obligation(Demand.merge(demanding), definition, needed);
            if (obligation != null) {
                byKey.put(key, obligation);
                Instant met = obligation.metAt();
                if (met != null) {
                    moments.put(key + TimePoint.MET, met);
                }
            }
        });
        draft(measures, true, drafts);
        drafts.forEach(draft -> spans.add(span(draft)));
        moments.unset().forEach(parameter -> refusals.add(Holds.unset(subject, parameter)));
    }

    /** A measure whose bounds are known and whose release is not. */
    private record Draft(
            MeasureDefinition definition, Instant from, Instant until, boolean lengthMissing, List<String> clauses) {}

    /** Measures that hang on a duty are drafted when the duties are known, all others before, for duties hang on them. */
    private void draft(Map<String, List<Hold>> measures, boolean awaitingDuty, List<Draft> drafts) {
        measures.forEach((key, demanding) -> {
            MeasureDefinition definition =
                    Objects.requireNonNull(subject.bound().pack().measures().get(key));
            if (definition.awaitsDuty() == awaitingDuty) {
                Demand.merge(demanding).forEach(demand -> draft(demand, definition, drafts));
            }
        });
    }

    private void draft(Demand demand, MeasureDefinition definition, List<Draft> drafts) {
        TimePoint end = definition.until();
        if (end != null && moments.isUnset(end)) {
            String parameter = Objects.requireNonNull(end.parameter());
            if (demand.contains(knowledge)) {
                refusals.add(Holds.unset(subject, parameter));
            }
            if (subject.bound().definition(parameter).setter().isDelegated()) {
                return; // what is delegated and not set restricts nobody
            }
        }
        Instant from = moments.resolve(definition.from());
        if (from == null) {
            return;
        }
        Instant until = end == null || moments.isUnset(end) ? null : moments.resolve(end);
        Instant first = Obligations.later(from, demand.from());
        Instant last = until == null || until.isAfter(demand.until()) ? demand.until() : until;
        if (!last.isAfter(first)) {
            return;
        }
        boolean lengthMissing = end != null && until == null && !end.awaitsDuty();
        drafts.add(new Draft(
                definition,
                first,
                last,
                lengthMissing,
                definition.clauses().isEmpty() ? demand.clauses() : definition.clauses()));
        moments.put(definition.key() + ".from", first);
        if (!last.equals(Instant.MAX)) {
            moments.put(definition.key() + ".until", last);
            measureEnds.put(definition.key(), last);
        }
    }

    private boolean needs(String measure, String duty) {
        ReleaseDefinition release = Objects.requireNonNull(
                        subject.bound().pack().measures().get(measure))
                .release();
        return release != null && release.needs().contains(duty);
    }

    /**
     * A duty stays when the row that raised it no longer answers: only evidence or a waiver closes it. Null when its time
     * passed before it opened and no release waits for it.
     */
    private @Nullable Obligation obligation(List<Demand> demands, DutyDefinition definition, boolean needed) {
        DutyDefinition.Repeat repeat = definition.repeat();
        Set<String> served = obligations.served(definition);
        if (repeat == null) {
            TestDays schedule = definition.schedule();
            for (Demand demand : demands) {
                Obligation obligation = schedule == null
                        ? obligations.steps(definition, served, demand.from(), demand.clauses())
                        : obligations.scheduled(definition, schedule, served, demand.from(), demand.clauses());
                if (needed || demand.until().isAfter(knowledge) || obligation.opensBefore(demand.until())) {
                    return obligation;
                }
            }
            return null;
        }
        String measure = repeat.whileMeasure();
        Instant lawful = measure == null ? subject.episode().until() : measureEnds.get(measure);
        List<Duty> turns = new ArrayList<>();
        for (Demand demand : demands) {
            Instant end = demand.until().equals(Instant.MAX) || lawful != null && lawful.isBefore(demand.until())
                    ? lawful
                    : demand.until();
            endless |= end == null;
            turns.addAll(
                    obligations.repeated(definition, repeat, served, demand.from(), end, horizon, demand.clauses()));
        }
        return new Obligation(definition, turns, List.of(), Instant.MIN);
    }

    private Span span(Draft draft) {
        MeasureDefinition definition = draft.definition();
        Release release = Releases.of(subject, definition, draft.until(), draft.lengthMissing(), byKey, knowledge);
        Instant possible = release.possibleAt();
        Instant ends = definition.release() == null
                ? draft.until()
                : possible == null ? Instant.MAX : Obligations.later(possible, draft.until());
        return new Span(
                definition,
                Objects.requireNonNull(
                        subject.bound().pack().vocabulary().measures().get(definition.kind())),
                subject.bound().pack().reference(),
                subject.episode().root(),
                draft.from(),
                draft.until(),
                ends,
                release,
                draft.clauses());
    }

    /** The reason that an episode lies before the date from which the order looks at facts. */
    static @Nullable Reason beforeFactsSince(Case subject) {
        var since = subject.bound().pack().manifest().factsSince();
        Instant anchor = subject.episode().anchor();
        if (since == null
                || anchor == null
                || !since.episode().equals(subject.episode().kind())
                || !anchor.isBefore(since.from())) {
            return null;
        }
        return new Reason(
                subject.bound().pack().reference(),
                "manifest",
                "facts-since",
                since.clauses(),
                new TreeMap<>(Map.of(
                        "anchor", anchor.toString(), "facts-since", since.from().toString())),
                "recorded",
                new Wording(
                        "早于本令追溯日期，只作登记，不采取措施。",
                        "Before the date to which the order reaches back; recorded without a measure."));
    }
}
