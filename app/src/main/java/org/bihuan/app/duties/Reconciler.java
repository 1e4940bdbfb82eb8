package org.bihuan.app.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Marks;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.scenario.Scenarios;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings subjects' states in line with the rules, some hundreds in a transaction: locks their rows (leaving those that
 * another worker holds), reads their marks, then their dossiers, writes the difference, and takes away exactly the marks
 * it read. Killed at any moment it leaves marks behind and is done again. A batch that fails is halved until the subject
 * that makes it fail stands alone; that one is parked, with an alarm, and the others go on. Thread-safe.
 */
@Component
class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int MOST_TRIES = 5;

    private final Marks marks;
    private final Facts facts;
    private final Rules rules;
    private final Dossiers dossiers;
    private final StateStore states;
    private final StateWriter writer;
    private final TransactionTemplate transactions;

    Reconciler(
            Marks marks,
            Facts facts,
            Rules rules,
            Dossiers dossiers,
            StateStore states,
            StateWriter writer,
            TransactionTemplate transactions) {
        this.marks = marks;
        this.facts = facts;
        this.rules = rules;
        this.dossiers = dossiers;
        this.states = states;
        this.writer = writer;
        this.transactions = transactions;
    }

    /**
     * Looks at up to so many subjects of the lane.
     *
     * @return how many were brought in line; 0 when nobody waits or all who wait are held by other workers
     */
    int run(Lane lane, Instant now, int limit) {
        return run(lane, now, limit, 0, 1);
    }

    /** As above for one of several workers: each looks first at its own share, so that they seldom meet. */
    int run(Lane lane, Instant now, int limit, int worker, int workers) {
        List<SubjectId> all =
                switch (lane) {
                    case LIVE -> marks.waiting(limit * workers);
                    case CLOCK -> states.due(now, limit * workers);
                };
        List<SubjectId> share = all.stream()
                .filter(subject -> Math.floorMod(subject.hashCode(), workers) == worker)
                .limit(limit)
                .toList();
        List<SubjectId> waiting = share.isEmpty() ? all.stream().limit(limit).toList() : share;
        return waiting.isEmpty() ? 0 : reconcile(waiting, now);
    }

    private int reconcile(List<SubjectId> subjects, Instant now) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> inTransaction(subjects, now)));
            } catch (TransientDataAccessException e) {
                if (attempt == MOST_TRIES) {
                    throw e;
                }
            } catch (NonTransientDataAccessResourceException e) {
                throw e; // the database is away; nobody is to blame
            } catch (RuntimeException e) {
                return halve(subjects, now, e);
            }
        }
    }

    private int halve(List<SubjectId> subjects, Instant now, RuntimeException fault) {
        if (subjects.size() > 1) {
            int half = subjects.size() / 2;
            return reconcile(subjects.subList(0, half), now)
                    + reconcile(subjects.subList(half, subjects.size()), now);
        }
        SubjectId subject = subjects.getFirst();
        LOG.error("parked {}: its state cannot be worked out", subject.type(), fault);
        SubjectId canonical = facts.canonical(List.of(subject)).getOrDefault(subject, subject);
        transactions.executeWithoutResult(status -> states.park(canonical, String.valueOf(fault), now));
        return 0;
    }

    private int inTransaction(List<SubjectId> waiting, Instant now) {
        Set<SubjectId> wanted = new LinkedHashSet<>(waiting);
        wanted.addAll(facts.canonical(waiting).values());
        states.ensure(wanted);
        forgetParked(wanted);
        List<StateStore.Locked> locked = states.lock(wanted);
        if (locked.isEmpty()) {
            return 0;
        }
        Set<SubjectId> mine = new LinkedHashSet<>();
        locked.forEach(each -> mine.add(each.subject()));
        Map<SubjectId, List<Long>> seen = marks.idsBySubject(mine);
        // Read only now: whatever changes who is one with whom after this leaves a mark that is not among those seen.
        Map<SubjectId, SubjectId> canonical = facts.canonical(mine);
        List<SubjectId> own = new ArrayList<>();
        List<SubjectId> merged = new ArrayList<>();
        mine.forEach(subject -> (subject.equals(canonical.get(subject)) ? own : merged).add(subject));
        List<PackPolicy> policies = rules.current(now);
        List<Pack> packs = policies.stream().map(PackPolicy::pack).toList();
        Map<SubjectId, Dossier> read = dossiers.read(own, packs);
        Map<SubjectId, Pins> pins = pins(read.values());
        List<Change> changes = new ArrayList<>(mine.size());
        for (SubjectId subject : own) {
            Dossier dossier = Objects.requireNonNull(read.get(subject));
            changes.add(new Change(
                    subject,
                    dossier.aliases(),
                    Judge.decide(
                            dossier, policies, pins.getOrDefault(subject, Pins.none()), now, Scenarios.HORIZON)));
        }
        for (SubjectId subject : merged) {
            Decision nothing =
                    Judge.decide(Dossier.of(subject, List.of()), List.of(), Pins.none(), now, Scenarios.HORIZON);
            changes.add(new Change(subject, List.of(subject), nothing));
        }
        writer.write(locked, changes, packs, now);
        List<Long> done = new ArrayList<>();
        seen.forEach((subject, ids) -> {
            if (mine.contains(canonical.getOrDefault(subject, subject))) {
                done.addAll(ids);
            }
        });
        marks.delete(done);
        return changes.size();
    }

    /** Marks of parked subjects must not stand in the way of others; letting one go again marks it anew. */
    private void forgetParked(Set<SubjectId> wanted) {
        List<SubjectId> parked = states.parked(wanted);
        if (!parked.isEmpty()) {
            marks.delete(marks.idsBySubject(parked).values().stream()
                    .flatMap(List::stream)
                    .toList());
        }
    }

    private Map<SubjectId, Pins> pins(Collection<Dossier> all) {
        List<SubjectId> aliases = all.stream()
                .flatMap(dossier -> dossier.aliases().stream())
                .toList();
        Map<SubjectId, List<StateStore.StoredPin>> stored = states.pins(aliases);
        Map<SubjectId, Pins> pins = new HashMap<>();
        for (Dossier dossier : all) {
            Pins own = Pins.none();
            for (SubjectId alias : dossier.aliases()) {
                for (StateStore.StoredPin pin : stored.getOrDefault(alias, List.of())) {
                    own = own.with(pin.episode(), rules.pinned(pin.hash(), pin.settingsVersion()));
                }
            }
            pins.put(dossier.subject(), own);
        }
        return pins;
    }
}
