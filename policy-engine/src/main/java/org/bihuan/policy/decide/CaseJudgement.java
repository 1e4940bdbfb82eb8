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
                            hold.from(),
                            hold.until().equals(Instant.MAX) ? null : hold.until())));
        }
        return signals;
    }

    private void judge() {
        List<Hold> live =
                holds.list().stream().filter(hold -> !hold.isOver(knowledge)).toList();
        refusals.addAll(holds.refusals());
        Map<MeasureDefinition, Draft> drafts = new LinkedHashMap<>();
        for (Hold hold : holds.list()) {
            for (String key : hold.outcome().measures()) {
                // A stretch that is over still explains the measure it imposed, unless something needs it now.
                draft(hold, Objects.requireNonNull(subject.bound().pack().measures().get(key)), drafts);
            }
        }
        for (Demand demand : Demand.list(subject.bound().pack(), holds.list())) {
            String key = demand.definition().key();
            boolean needed = drafts.keySet().stream().anyMatch(measure -> needs(measure, key));
            Obligation obligation = obligation(demand, needed);
            if (obligation != null) {
                byKey.put(key, obligation);
            }
        }
        for (Draft draft : drafts.values()) {
            Instant until = draft.until();
            if (until.isAfter(knowledge) || draft.definition().release() != null || isLive(draft, live)) {
                spans.add(span(draft));
            }
        }
        moments.unset().forEach(parameter -> refusals.add(Holds.unset(subject, parameter)));
    }

    private static boolean isLive(Draft draft, List<Hold> live) {
        return live.stream().anyMatch(hold -> hold.outcome().measures().contains(draft.definition().key()));
    }

    /** A measure whose bounds are known and whose release is not. */
    private record Draft(
            MeasureDefinition definition, Instant from, Instant until, boolean lengthMissing, List<String> clauses) {}

    private void draft(Hold hold, MeasureDefinition definition, Map<MeasureDefinition, Draft> drafts) {
        TimePoint end = definition.until();
        if (end != null && moments.isUnset(end)) {
            String parameter = Objects.requireNonNull(end.parameter());
            if (hold.contains(knowledge)) {
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
        Instant first = Obligations.later(from, hold.from());
        Instant last = until == null || until.isAfter(hold.until()) ? hold.until() : until;
        if (!last.isAfter(first)) {
            return;
        }
        boolean lengthMissing = end != null && until == null;
        Draft before = drafts.get(definition);
        Draft draft = new Draft(
                definition,
                before == null || before.until().isBefore(first) ? first : before.from(),
                last,
                lengthMissing,
                definition.clauses().isEmpty() ? hold.reason().clauses() : definition.clauses());
        drafts.put(definition, draft);
        moments.put(definition.key() + ".from", draft.from());
        if (!last.equals(Instant.MAX)) {
            moments.put(definition.key() + ".until", last);
            measureEnds.put(definition.key(), last);
        }
    }

    private static boolean needs(MeasureDefinition measure, String duty) {
        ReleaseDefinition release = measure.release();
        return release != null && release.needs().contains(duty);
    }

    /** The obligation, null when its time passed before it opened and no release waits for it. */
    private @Nullable Obligation obligation(Demand demand, boolean needed) {
        DutyDefinition.Repeat repeat = demand.definition().repeat();
        if (repeat != null) {
            return repeated(demand, repeat);
        }
        for (Demand.Stretch stretch : demand.stretches()) {
            Obligation obligation = obligations.steps(demand.definition(), stretch.from(), stretch.clauses());
            if (needed || stretch.until().isAfter(knowledge) || obligation.opensBefore(stretch.until())) {
                return obligation;
            }
        }
        return null;
    }

    private Obligation repeated(Demand demand, DutyDefinition.Repeat repeat) {
        List<Duty> duties = new ArrayList<>();
        for (Demand.Stretch stretch : demand.stretches()) {
            String measure = repeat.whileMeasure();
            Instant end = measure == null ? subject.episode().until() : measureEnds.get(measure);
            if (!stretch.until().equals(Instant.MAX) && (end == null || end.isAfter(stretch.until()))) {
                end = stretch.until();
            }
            endless |= end == null;
            duties.addAll(obligations.repeated(
                    demand.definition(), repeat, stretch.from(), end, horizon, stretch.clauses()));
        }
        return new Obligation(demand.definition(), duties, List.of(), Instant.MIN);
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
                new TreeMap<>(Map.of("anchor", anchor.toString(), "facts-since", since.from().toString())),
                "recorded",
                new Wording("早于本令追溯日期，只作登记，不采取措施。", "Before the date to which the order reaches back; recorded without a measure."));
    }
}
