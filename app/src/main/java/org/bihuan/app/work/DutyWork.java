package org.bihuan.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.decide.TransitionReviews;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.format.Times;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.springframework.stereotype.Service;

/** Records what is done about a duty. Thread-safe. */
@Service
public class DutyWork {
    private static final String NEXT = "nextAttemptAt";
    private static final String MOVED_TO = "movedTo";

    private final Facts facts;
    private final Rules rules;

    private final VisitRules visits;

    DutyWork(Facts facts, Rules rules, VisitRules visits) {
        this.facts = facts;
        this.rules = rules;
        this.visits = visits;
    }

    /** Which fact meets the duty; empty when no fact does, as with a value that a district decides. */
    public Optional<FactFilter> evidence(DutyView duty) {
        if (duty.obligation().equals(TransitionReviews.OBLIGATION)) {
            return Optional.of(TransitionReviews.evidence(duty.pack()));
        }
        return rules.active().stream()
                .filter(pack -> pack.id().equals(duty.pack()))
                .findFirst()
                .map(pack -> pack.duties().get(duty.obligation()))
                .map(DutyDefinition::evidence);
    }

    /** Kinds of the measures that the duty serves, by the order in force. */
    public Set<String> served(DutyView duty) {
        return rules.active().stream()
                .filter(pack -> pack.id().equals(duty.pack()))
                .findFirst()
                .map(pack -> Suspension.served(pack, duty.obligation()))
                .orElse(Set.of());
    }

    /**
     * Records an attempt, assignment, waiver or extension.
     *
     * @param fields of the fact but for the duty; its moment is now when it is left out
     * @param source who says so
     * @param key the caller's key; the same key and content again changes nothing
     */
    public Append record(
            DutyView duty, WorkKind work, Map<String, Object> fields, String source, String key, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>(known(fields));
        payload.put("duty", duty.id().toString());
        List<String> required = work.required();
        AfterVisit after = after(work, payload);
        if (after.asks()) {
            required = List.of("result", NEXT);
        }
        Append answer = append(duty, work.factKind(), work.timeField(), required, payload, source, key, now);
        if (after.handsOver() && payload.get(MOVED_TO) instanceof String to && isKept(answer)) {
            handOver(duty, to, payload, source, answer.key(), now);
        }
        return answer;
    }

    private AfterVisit after(WorkKind work, Map<String, Object> payload) {
        return visits.after(work == WorkKind.ATTEMPT ? String.valueOf(payload.get("result")) : "");
    }

    private static boolean isKept(Append answer) {
        return answer instanceof Append.Recorded || answer instanceof Append.Repeated;
    }

    /** Who has moved is the business of the region where they went: a fact of its own, once. */
    private void handOver(
            DutyView duty, String to, Map<String, Object> attempt, String source, String key, Instant now) {
        Instant at = Objects.requireNonNull(Times.parse(String.valueOf(attempt.get(WorkKind.ATTEMPT.timeField()))));
        Append handed = append(
                duty,
                "hand-over",
                Map.of("handedOverAt", at.toString(), "to", to, "reason", "moved"),
                source,
                key + "/hand-over",
                now);
        if (handed instanceof Append.Refused refused) {
            throw new IllegalStateException("the hand-over was refused: " + refused.errors());
        }
    }

    /** When it is tried again, unless that was said: it hangs on the moment of the attempt. */
    private void schedule(DutyView duty, String kind, String timeField, Map<String, Object> payload) {
        Instant tried = Times.parse(String.valueOf(payload.get(timeField)));
        if (tried != null && kind.equals(WorkKind.ATTEMPT.factKind())) {
            visits.after(String.valueOf(payload.get("result")))
                    .next(tried, duty.dueAt())
                    .ifPresent(next -> payload.put(NEXT, next.toString()));
        }
    }

    /**
     * Records the fact that meets the duty. What the duty leaves no choice about, and the moment, may be left out.
     *
     * @param evidence from {@link #evidence}
     */
    public Append recordEvidence(
            DutyView duty, FactFilter evidence, Map<String, Object> fields, String source, String key, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>(known(fields));
        evidence.where().forEach((field, values) -> {
            if (values.size() == 1) {
                payload.putIfAbsent(field, values.iterator().next());
            }
        });
        return append(duty, evidence.kind(), evidence.at(), List.of(), payload, source, key, now);
    }

    /**
     * Takes back what was recorded about the duty under the key, by a fact that corrects it; what was said since stays.
     * Harmless when done twice, and when nothing was recorded.
     *
     * @param source who had recorded it
     * @param key as it was given then
     */
    public void takeBack(UUID duty, WorkKind work, String source, String key, String reason, Instant now) {
        String full = duty + "/" + work.factKind() + "/" + key;
        facts.find(FactId.of(source, full)).ifPresent(fact -> retract(fact, source, full, reason, now));
    }

    /**
     * Takes back what somebody has only just recorded about the duty under the key.
     *
     * @param factKind kind of the fact: of the work, or of the duty's evidence
     * @param within how long after it was recorded that is possible
     * @return whether it was there and is taken back now
     */
    public boolean takeBack(
            UUID duty, String factKind, String source, String key, String reason, Instant now, Duration within) {
        String full = duty + "/" + factKind + "/" + key;
        Optional<Fact> recent = facts.find(FactId.of(source, full))
                .filter(fact -> !fact.recordedAt().plus(within).isBefore(now));
        recent.ifPresent(fact -> retract(fact, source, full, reason, now));
        return recent.isPresent();
    }

    private void retract(Fact fact, String source, String full, String reason, Instant now) {
        RawFact retraction = new RawFact(
                source,
                full + "/taken-back",
                Fact.RETRACTION,
                1,
                null,
                null,
                0,
                0,
                full,
                fact.subjects(),
                null,
                Map.of("reason", reason));
        if (facts.append(List.of(retraction), rules.reader(), now).getFirst() instanceof Append.Refused refused) {
            throw new IllegalStateException("a fact could not be taken back: " + refused.errors());
        }
    }

    private static Map<String, Object> known(Map<String, Object> fields) {
        Map<String, Object> known = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (!value.toString().isBlank()) {
                known.put(field, value);
            }
        });
        return known;
    }

    private Append append(
            DutyView duty,
            String kind,
            String timeField,
            List<String> required,
            Map<String, Object> payload,
            String source,
            String key,
            Instant now) {
        String full = duty.id() + "/" + kind + "/" + key;
        List<FieldError> errors = errors(kind, required, payload);
        if (!errors.isEmpty()) {
            return new Append.Refused(full, errors);
        }
        boolean timed = payload.containsKey(timeField);
        boolean scheduled = payload.containsKey(NEXT);
        if (!timed) {
            payload.put(timeField, moment(source, full, now));
        }
        if (!scheduled) {
            schedule(duty, kind, timeField, payload);
        }
        Append answer = append(duty, kind, payload, source, full, now);
        if (answer instanceof Append.Conflict && !timed) {
            // Two clicks at once, each with a moment of its own: the second one says what the first one said.
            payload.put(timeField, moment(source, full, now));
            if (!scheduled) {
                schedule(duty, kind, timeField, payload);
            }
            return append(duty, kind, payload, source, full, now);
        }
        return answer;
    }

    private Append append(
            DutyView duty, String kind, Map<String, Object> payload, String source, String key, Instant now) {
        RawFact raw = new RawFact(
                source,
                key,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject(duty.recordedSubject().type(), duty.recordedSubject())),
                null,
                payload);
        return facts.append(List.of(raw), rules.reader(), now).getFirst();
    }

    /** The moment said under the key before, or now. */
    private String moment(String source, String key, Instant now) {
        return facts.find(FactId.of(source, key))
                .map(Fact::occurredAt)
                .orElse(now.truncatedTo(ChronoUnit.SECONDS))
                .toString();
    }

    private List<FieldError> errors(String kind, List<String> required, Map<String, Object> payload) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : required) {
            if (!payload.containsKey(field)) {
                errors.add(FieldError.of(field, "", "field.required", "必填", "is required"));
            }
        }
        Set<String> fields = rules.catalogue()
                .find(kind)
                .map(FactCatalogue.Kind::fields)
                .orElse(Map.of())
                .keySet();
        payload.forEach((field, value) -> {
            if (!fields.contains(field)) {
                errors.add(FieldError.of(
                        field,
                        value,
                        "field.unknown",
                        "不认识这个字段，可用的有" + String.join("、", fields),
                        "there is no such field; there are " + String.join(", ", fields)));
            }
        });
        return errors;
    }
}
