package org.bihuan.app.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.facts.FactOrigin;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.decide.Release;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the view of a subject. Thread-safe. */
@Component
class SubjectViews {
    private static final int MOST_BARS = 14;

    private final ZoneId zone;

    SubjectViews(@Value("${bihuan.zone}") ZoneId zone) {
        this.zone = zone;
    }

    SubjectView of(
            SubjectState state,
            String name,
            List<Fact> open,
            Map<FactId, FactOrigin> origins,
            List<SubjectState.Stored> stored,
            Words words,
            Instant now) {
        Decision decision = state.decision();
        return new SubjectView(
                words.type(state.subject().type()),
                name,
                state.subject().id(),
                state.aliases().stream()
                        .filter(alias -> !alias.equals(state.subject()))
                        .map(alias -> alias.id())
                        .toList(),
                state.isWaiting(),
                state.parkedReason(),
                decision.measures().stream()
                        .map(each -> restriction(each, decision, Rest.of(state, each.kind(), now), words))
                        .toList(),
                freedom(decision.now().release(), words),
                decision.duties().stream()
                        .sorted(Comparator.comparing(Duty::dueAt))
                        .map(duty -> row(duty, state, name, words, now))
                        .toList(),
                timeline(state, words, now),
                decision.reasons().stream().map(each -> why(each, words)).toList(),
                decision.refusals().stream()
                        .map(each -> words.of(each.wording())
                                + (each.division() == null ? "" : " · " + words.place(each.division())))
                        .toList(),
                statements(open, origins, words),
                stored.stream()
                        .map(each -> new SubjectView.Stored(each.decidedAt(), each.body()))
                        .toList(),
                "/api" + Words.path(state.subject()));
    }

    private static SubjectView.Restriction restriction(
            Measure measure, Decision decision, @Nullable Instant restsUntil, Words words) {
        return new SubjectView.Restriction(
                words.measure(measure.kind()),
                measure.restricts(),
                decision.now().measures().contains(measure),
                measure.from(),
                measure.until(),
                measure.overdueSince(),
                restsUntil,
                measure.clauses());
    }

    private static SubjectView.@Nullable Freedom freedom(@Nullable Release release, Words words) {
        return release == null
                ? null
                : new SubjectView.Freedom(
                        release.possibleAt(),
                        release.refusedBecause().stream()
                                .map(each -> words.of(each.wording()) + clauses(each.clauses()))
                                .toList());
    }

    private static String clauses(List<String> clauses) {
        return clauses.isEmpty() ? "" : " (" + String.join(", ", clauses) + ")";
    }

    private static DutyRow row(Duty duty, SubjectState state, String name, Words words, Instant now) {
        Duty.Met met = duty.met();
        String assignee = duty.assignee();
        return new DutyRow(
                duty.id(),
                Words.path(state.subject()),
                name,
                state.subject().id(),
                words.type(state.subject().type()),
                words.of(duty.wording()),
                words.dutyKind(duty.kind()),
                words.owner(duty.owner()),
                words.place(duty.division()),
                "",
                duty.stateAt(now).name().toLowerCase(Locale.ROOT),
                duty.opensAt(),
                duty.dueAt(),
                java.time.Duration.between(now, duty.dueAt()).abs(),
                met == null ? null : met.happenedAt(),
                duty.attempts().isEmpty()
                        ? ""
                        : words.choice(duty.attempts().getLast().result()),
                duty.nextAttemptAt(),
                assignee == null ? "" : assignee);
    }

    private static SubjectView.Why why(Reason reason, Words words) {
        return new SubjectView.Why(
                words.pack(reason.pack().id()),
                reason.pack().version(),
                reason.table(),
                reason.row(),
                reason.clauses(),
                seen(reason.inputs(), words),
                words.of(reason.wording()));
    }

    /** What the row saw, in words. */
    private static Map<String, String> seen(Map<String, String> inputs, Words words) {
        Map<String, String> seen = new LinkedHashMap<>();
        inputs.forEach((feature, value) -> seen.put(words.feature(feature), words.seen(value)));
        return seen;
    }

    private static List<SubjectView.Statement> statements(
            List<Fact> facts, Map<FactId, FactOrigin> origins, Words words) {
        Set<FactId> standing = new HashSet<>();
        Corrections.standing(facts).forEach(each -> standing.add(each.fact().id()));
        return facts.stream()
                .sorted(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id))
                .map(fact -> statement(fact, standing, origins, words))
                .toList();
    }

    private static SubjectView.Statement statement(
            Fact fact, Set<FactId> standing, Map<FactId, FactOrigin> origins, Words words) {
        FactOrigin origin = origins.getOrDefault(fact.id(), new FactOrigin("", "", fact.kind(), ""));
        List<SubjectView.Entry> fields = new ArrayList<>();
        fact.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> fields.add(new SubjectView.Entry(
                        words.field(fact.kind(), each.getKey()),
                        each.getValue() instanceof FieldValue.Moment ? "" : words.value(each.getValue()),
                        each.getValue() instanceof FieldValue.Moment moment ? moment.value() : null)));
        return new SubjectView.Statement(
                words.factKind(fact.kind()),
                fact.occurredAt(),
                fact.recordedAt(),
                origin.source(),
                origin.key(),
                standing.contains(fact.id()) || fact.kind().equals(Fact.RETRACTION),
                fact.corrects() != null,
                fields);
    }

    private Timeline timeline(SubjectState state, Words words, Instant now) {
        Timeline.Builder builder = new Timeline.Builder(now, zone);
        Decision decision = state.decision();
        for (Measure measure : decision.measures()) {
            String css = measure.overdueSince() != null ? "overdue" : measure.restricts() ? "restricts" : "watches";
            builder.stretch(measure.from(), measure.until(), null, css, words.measure(measure.kind()));
        }
        decision.duties().stream()
                .sorted(Comparator.comparing(Duty::opensAt).thenComparing(Duty::dueAt))
                .limit(MOST_BARS)
                .forEach(duty -> {
                    Duty.Met met = duty.met();
                    builder.stretch(
                            duty.opensAt(),
                            duty.dueAt(),
                            met == null ? null : met.happenedAt(),
                            duty.stateAt(now).name().toLowerCase(Locale.ROOT),
                            words.of(duty.wording()));
                });
        for (StandingFact each : Corrections.standing(state.dossier().facts())) {
            builder.point(each.fact().occurredAt(), words.factKind(each.fact().kind()));
        }
        return builder.build();
    }
}
