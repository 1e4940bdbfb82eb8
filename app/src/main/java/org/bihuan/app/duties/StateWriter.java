package org.bihuan.app.duties;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.facts.Marks;
import org.bihuan.exchange.DecisionJson;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.SignalDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what has changed of subjects' states, and marks those who hear their signals. Thread-safe. */
@Component
class StateWriter {
    private final StateStore states;
    private final DutyStore duties;
    private final Marks marks;
    private final Responsibilities responsibilities;
    private final List<AfterJudging> after;

    StateWriter(
            StateStore states,
            DutyStore duties,
            Marks marks,
            Responsibilities responsibilities,
            ObjectProvider<AfterJudging> after) {
        this.states = states;
        this.duties = duties;
        this.marks = marks;
        this.responsibilities = responsibilities;
        this.after = after.stream().toList();
    }

    /**
     * Writes the changes.
     *
     * @param locked the subjects as they were
     * @param turn when an order comes into force or ends, null for never
     */
    void write(
            Map<SubjectId, StateStore.Locked> locked,
            List<Change> changes,
            List<Pack> packs,
            @Nullable Instant turn,
            Instant now) {
        Set<SubjectId> regrouped = new HashSet<>();
        List<Change> changed = new ArrayList<>();
        for (Change each : changes) {
            StateStore.Locked before = Objects.requireNonNull(locked.get(each.subject()));
            UUID group = before.groupHash();
            if (!each.groupHash().equals(group == null ? Change.groupHash(List.of(each.subject())) : group)) {
                regrouped.add(each.subject());
            }
            if (regrouped.contains(each.subject()) || !each.contentHash().equals(before.contentHash())) {
                changed.add(each);
            }
        }
        Map<SubjectId, UUID> ids = new HashMap<>();
        if (!changed.isEmpty()) {
            ids.putAll(writeDecisions(changed, packs));
            writeDuties(changed);
            writeSignals(changed, regrouped, packs);
        }
        writePins(changes, now);
        Map<SubjectId, Collection<@Nullable DivisionCode>> regions = new HashMap<>();
        changes.forEach(each -> regions.put(each.subject(), each.regions()));
        responsibilities.replace(regions);
        states.addAmbient(changes.stream()
                .flatMap(each ->
                        each.decision().ambient().stream().map(key -> new StateStore.Ambient(each.subject(), key)))
                .toList());
        states.save(changes, ids, turn);
        List<Judged> judged = changes.stream()
                .map(each -> new Judged(each.subject(), each.dossier(), each.decision()))
                .toList();
        after.forEach(each -> each.work().accept(judged));
    }

    private Map<SubjectId, UUID> writeDecisions(List<Change> changed, List<Pack> packs) {
        ZoneId zone =
                packs.isEmpty() ? ZoneOffset.UTC : packs.getFirst().manifest().zone();
        Map<SubjectId, UUID> ids = new HashMap<>();
        List<DutyStore.NewDecision> decisions = new ArrayList<>(changed.size());
        for (Change change : changed) {
            Decision decision = change.decision();
            UUID id = HashId.of(
                    "decision",
                    change.subject().toString(),
                    decision.decidedAt().toString(),
                    change.contentHash().toString());
            ByteArrayOutputStream body = new ByteArrayOutputStream(1_024);
            new DecisionJson(zone, decision.packs())
                    .write(body, change.subject(), decision.decidedAt(), decision, List.of());
            ids.put(change.subject(), id);
            decisions.add(new DutyStore.NewDecision(id, change, body.toString(StandardCharsets.UTF_8)));
        }
        duties.addDecisions(decisions);
        return ids;
    }

    private void writeDuties(List<Change> changed) {
        List<SubjectId> subjects = changed.stream().map(Change::subject).toList();
        List<DutyStore.Standing> standing = new ArrayList<>();
        List<DutyStore.StandingMeasure> measures = new ArrayList<>();
        for (Change change : changed) {
            Map<UUID, Duty.Met> foreseen = Foreseen.of(change.decision());
            change.decision()
                    .duties()
                    .forEach(duty ->
                            standing.add(DutyStore.Standing.of(change.subject(), duty, foreseen.get(duty.id()))));
            int number = 0;
            for (MeasureRow row : MeasureRow.of(change.decision())) {
                measures.add(new DutyStore.StandingMeasure(change.subject(), ++number, division(change), row));
            }
        }
        duties.replaceDuties(subjects, standing);
        duties.replaceMeasures(subjects, measures);
    }

    /** Where the subject's duties lie, for lists of measures by region. */
    private static @Nullable DivisionCode division(Change change) {
        for (Duty duty : change.decision().duties()) {
            if (duty.division() != null) {
                return duty.division();
            }
        }
        return null;
    }

    /**
     * Replaces signals that differ, and wakes whoever hears them; several wake-ups of one subject are one. When it is
     * another group that signals, others may hear it although the signal is the same.
     */
    private void writeSignals(List<Change> changed, Set<SubjectId> regrouped, List<Pack> packs) {
        List<SubjectId> subjects = changed.stream().map(Change::subject).toList();
        Map<SubjectId, List<Signal>> before = states.signals(subjects);
        List<Change> differing = changed.stream()
                .filter(each -> regrouped.contains(each.subject())
                        || !new HashSet<>(before.getOrDefault(each.subject(), List.of()))
                                .equals(new HashSet<>(each.decision().signals())))
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        states.replaceSignals(
                differing.stream().map(Change::subject).toList(),
                differing.stream()
                        .flatMap(each -> each.decision().signals().stream().distinct())
                        .toList());
        Set<SubjectId> hearers = new LinkedHashSet<>();
        for (Pack pack : packs) {
            for (SignalDefinition signal : pack.signals().values()) {
                List<SubjectId> sources = differing.stream()
                        .flatMap(each -> each.aliases().stream())
                        .filter(alias -> alias.type().equals(signal.from()))
                        .toList();
                if (!sources.isEmpty()) {
                    hearers.addAll(marks.related(sources, signal.via(), signal.to()));
                }
            }
        }
        marks.add(hearers);
    }

    private void writePins(List<Change> changes, Instant now) {
        List<StateStore.SubjectPin> pins = new ArrayList<>();
        for (Change change : changes) {
            for (Decision.Pin pin : change.decision().pins()) {
                if (pin.isNew()) {
                    pins.add(new StateStore.SubjectPin(
                            pin.subject(),
                            new StateStore.StoredPin(
                                    pin.episode(), pin.pack(), pin.hash(), pin.settingsVersion(), pin.lists())));
                }
            }
        }
        states.addPins(pins, now);
    }
}
