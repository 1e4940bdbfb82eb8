package org.bihuan.app.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Marks;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.SignalDefinition;
import org.bihuan.policy.scenario.Scenarios;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what a change of the rules does to people, and does it to them: the same judgement, once without writing and
 * once with. Only here pins move. Thread-safe.
 */
@Service
public class Rejudging {
    private final Facts facts;
    private final Policies rules;
    private final Dossiers dossiers;
    private final StateStore states;
    private final PinMoveStore pinMoves;
    private final StateWriter writer;
    private final Marks marks;

    Rejudging(
            Facts facts,
            Marks marks,
            Policies rules,
            Dossiers dossiers,
            StateStore states,
            PinMoveStore pinMoves,
            StateWriter writer) {
        this.facts = facts;
        this.marks = marks;
        this.rules = rules;
        this.dossiers = dossiers;
        this.states = states;
        this.pinMoves = pinMoves;
        this.writer = writer;
    }

    /**
     * The next subjects whom a re-judgement may move, in the order of their names: those pinned to an older version or
     * older values.
     *
     * @param after the name that the step before ended with, empty to begin
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> behind(OrderChange change, String after, int limit) {
        return pinMoves.behind(
                change.order(), change.after().pack().hash(), change.after().settingsVersion(), after, limit);
    }

    /** The next subjects of whom any fact speaks, in the order of their names: whom a new version may concern. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> everybody(String after, int limit) {
        return facts.subjectsAfter(after, limit);
    }

    /** How many subjects are pinned to some version of the order. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public long countPinned(String order) {
        return pinMoves.countPinned(order);
    }

    /** What the change would do at the moment to each of the subjects, each group of merged ones once. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Rejudged> preview(RuleChange change, Collection<SubjectId> subjects, Instant at, JudgedOnce once) {
        return preview(change, subjects, at, once, Map.of()).people();
    }

    /**
     * The same.
     *
     * @param spoken what others would signal after the change, where that is something else than now
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Previewed preview(
            RuleChange change,
            Collection<SubjectId> subjects,
            Instant at,
            JudgedOnce once,
            Map<SubjectId, List<Signal>> spoken) {
        List<PackPolicy> inForce = rules.current(at);
        KnownLevels lists = rules.latest();
        List<PackPolicy> before = Policies.with(change.before(inForce), lists);
        List<PackPolicy> after = Policies.with(change.after(inForce), lists);
        List<Pack> packs = packs(before, after);
        Dossiers.Read read = dossiers.read(facts.groups(subjects), packs);
        Map<SubjectId, Pins> pins = dossiers.pins(read.dossiers().values());
        Set<SubjectId> speakers =
                new HashSet<>(Dossiers.announcers(read.dossiers().keySet(), packs));
        List<Rejudged> result = new ArrayList<>();
        Map<SubjectId, List<Signal>> said = new HashMap<>();
        read.dossiers().forEach((subject, dossier) -> {
            Pins own = pins.getOrDefault(subject, Pins.none());
            Dossier hearing = read.hearing(dossier, spoken);
            if (hearing == dossier && !speakers.contains(subject)) {
                result.add(new Rejudged(
                        subject,
                        once.difference(
                                dossier, own, () -> difference(change, dossier, own, before, after, at, once))));
                return;
            }
            // Who says or hears something else cannot stand for others of the same shape.
            Decision old = Judge.decide(dossier, before, own, at, Scenarios.HORIZON);
            Decision fresh = Judge.decide(hearing, after, change.pinsAfter(own), at, Scenarios.HORIZON);
            once.read(old);
            once.read(fresh);
            result.add(new Rejudged(subject, difference(change, old, fresh, after, own)));
            if (spoken.containsKey(subject) || !Set.copyOf(old.signals()).equals(Set.copyOf(fresh.signals()))) {
                said.put(subject, fresh.signals());
            }
        });
        return new Previewed(result, said);
    }

    /** Whether some order that judges before or after the change has subjects signal to others. */
    public boolean speaks(RuleChange change, Instant at) {
        List<PackPolicy> inForce = rules.current(at);
        return packs(change.before(inForce), change.after(inForce)).stream()
                .anyMatch(pack -> !pack.signals().isEmpty());
    }

    /** Who hears the sources by some order that judges before or after the change, by canonical name. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> hearers(RuleChange change, Collection<SubjectId> sources, Instant at) {
        List<PackPolicy> inForce = rules.current(at);
        Set<SubjectId> names = new LinkedHashSet<>(sources);
        facts.groups(sources).values().forEach(names::addAll);
        Set<SubjectId> hearers = new LinkedHashSet<>();
        for (Pack pack : packs(change.before(inForce), change.after(inForce))) {
            for (SignalDefinition signal : pack.signals().values()) {
                List<SubjectId> own = names.stream()
                        .filter(each -> each.type().equals(signal.from()))
                        .toList();
                if (!own.isEmpty()) {
                    hearers.addAll(marks.related(own, signal.via(), signal.to()));
                }
            }
        }
        return List.copyOf(facts.groups(hearers).keySet());
    }

    private static Difference difference(
            RuleChange change,
            Dossier dossier,
            Pins pins,
            List<PackPolicy> before,
            List<PackPolicy> after,
            Instant at,
            JudgedOnce once) {
        Decision old = Judge.decide(dossier, before, pins, at, Scenarios.HORIZON);
        Decision fresh = Judge.decide(dossier, after, change.pinsAfter(pins), at, Scenarios.HORIZON);
        once.read(old);
        once.read(fresh);
        return difference(change, old, fresh, after, pins);
    }

    private static Difference difference(
            RuleChange change, Decision old, Decision fresh, List<PackPolicy> after, Pins pins) {
        return change.ranks(after, pins)
                .map(policy -> Difference.of(old, fresh, policy.pack().vocabulary()))
                .orElse(Difference.NONE);
    }

    private static List<Pack> packs(List<PackPolicy> before, List<PackPolicy> after) {
        Set<Pack> packs = new LinkedHashSet<>();
        before.forEach(policy -> packs.add(policy.pack()));
        after.forEach(policy -> packs.add(policy.pack()));
        return List.copyOf(packs);
    }

    /**
     * Does it to the subjects, in one transaction: their pins move, and who is judged otherwise than before gets the new
     * decision. Done twice it changes nothing the second time. The change is in force already.
     *
     * @param move the re-judgement, for the record of moved pins
     * @return whom it changed
     */
    @Transactional(label = Asking.MACHINE)
    public List<Rejudged> apply(
            RuleChange change, UUID move, Collection<SubjectId> subjects, Instant now, JudgedOnce once) {
        rules.hold();
        Set<SubjectId> wanted = new LinkedHashSet<>(subjects);
        facts.groups(subjects).values().forEach(wanted::addAll);
        Map<SubjectId, StateStore.Locked> locked = new LinkedHashMap<>();
        states.lockAll(wanted).forEach(each -> locked.put(each.subject(), each));
        List<PackPolicy> inForce = rules.current(now);
        KnownLevels lists = rules.latest();
        List<PackPolicy> before = Policies.with(change.before(inForce), lists);
        List<PackPolicy> after = Policies.with(change.after(inForce), lists);
        List<Pack> packs = packs(before, after);
        states.announce(Dossiers.announcers(locked.keySet(), packs));
        Map<SubjectId, List<SubjectId>> groups = new LinkedHashMap<>();
        facts.groups(wanted).forEach((subject, group) -> {
            StateStore.Locked own = locked.get(subject);
            if (own != null && !own.isParked() && locked.keySet().containsAll(group)) {
                groups.put(subject, group);
            }
        });
        Map<SubjectId, Dossier> read = dossiers.read(groups, packs).dossiers();
        Map<SubjectId, Pins> pins = dossiers.pins(read.values());
        List<Rejudged> changed = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Set<SubjectId> moved = new LinkedHashSet<>();
        boolean keepsAmbient = change.keepsAmbient();
        read.forEach((subject, dossier) -> {
            Pins own = pins.getOrDefault(subject, Pins.none());
            Difference difference =
                    once.difference(dossier, own, () -> difference(change, dossier, own, before, after, now, once));
            moved.addAll(dossier.aliases());
            if (difference.isChange()) {
                changed.add(new Rejudged(subject, difference));
            }
            if (!difference.isEqual() || !keepsAmbient) {
                Decision fresh = HandedOver.of(
                        dossier, Judge.decide(dossier, after, change.pinsAfter(own), now, Scenarios.HORIZON));
                List<SubjectId> group = Objects.requireNonNull(groups.get(subject));
                changes.add(Change.of(group, dossier, fresh, SubjectRegions.of(dossier, fresh)));
            }
        });
        switch (change) {
            case OrderChange order -> {
                if (order.moves()) {
                    PackPolicy to = order.after();
                    pinMoves.move(moved, order.order(), to.pack().hash(), to.settingsVersion(), move, now);
                }
            }
            case RuleChange.OfLists of -> pinMoves.move(moved, of.edition().edition(), move, now);
        }
        writer.write(locked, changes, packs, rules.turn(now), now);
        return changed;
    }
}
