package org.bihuan.app.duties;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Marks;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings subjects' states in line with the rules, some hundreds in a transaction: locks their rows (leaving those that
 * another worker holds), reads their marks, then their dossiers, writes the difference, and takes away exactly the marks
 * it read. Killed at any moment it leaves marks behind and is done again. A batch that fails is halved until the subject
 * that makes it fail stands alone; that one is parked, with an alarm, and the others go on. Thread-safe.
 *
 * <p>Three races are closed here. Subjects that are one are written only by a worker that holds the rows of all of them,
 * and only with the facts of those: a merge or its end in the meantime leaves later marks. The rules are held while
 * subjects are judged by them: who sets a value waits, and then finds everybody who has read it. Whoever hears a source
 * that another worker is looking at keeps its marks: that worker may have asked for hearers before the fact came that
 * relates the two, and has not written its signals yet.
 */
@Component
class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int MOST_TRIES = 5;
    private static final Timer DECISIONS = Metrics.timer("bihuan.decision");
    private static final Counter PARKED = Metrics.counter("bihuan.parked");

    private final Marks marks;
    private final Facts facts;
    private final Policies rules;
    private final Dossiers dossiers;
    private final StateStore states;
    private final StateWriter writer;
    private final TransactionTemplate transactions;

    Reconciler(
            Marks marks,
            Facts facts,
            Policies rules,
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
     * @return how many were looked at; 0 when nobody waits or all who wait are held by other workers
     */
    int run(Lane lane, Instant now, int limit) {
        return run(lane, now, limit, 0, 1);
    }

    /** As above for one of several workers: each looks first at its own share, so that they seldom meet. */
    int run(Lane lane, Instant now, int limit, int worker, int workers) {
        return Asking.asMachine(() -> take(lane, now, limit, worker, workers));
    }

    private int take(Lane lane, Instant now, int limit, int worker, int workers) {
        List<SubjectId> all = switch (lane) {
            case LIVE -> marks.waiting(limit * workers);
            case CLOCK -> Objects.requireNonNull(transactions.execute(status -> states.due(now, limit * workers)));
        };
        List<SubjectId> share = all.stream()
                .filter(subject -> Math.floorMod(subject.hashCode(), workers) == worker)
                .limit(limit)
                .toList();
        List<SubjectId> waiting = share.isEmpty() ? all.stream().limit(limit).toList() : share;
        if (waiting.isEmpty()) {
            return 0;
        }
        rules.current(now); // when the rules themselves cannot be read, no subject is to blame
        return reconcile(waiting, now);
    }

    private int reconcile(List<SubjectId> subjects, Instant now) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> inTransaction(subjects, now)));
            } catch (TransientDataAccessException e) {
                if (attempt == MOST_TRIES) {
                    throw e;
                }
            } catch (NonTransientDataAccessResourceException
                    | InvalidDataAccessResourceUsageException
                    | TransactionException e) {
                throw e; // the database is away or of another version; nobody is to blame
            } catch (RuntimeException | StackOverflowError e) {
                return halve(subjects, now, e);
            }
        }
    }

    private int halve(List<SubjectId> subjects, Instant now, Throwable fault) {
        if (subjects.size() > 1) {
            int half = subjects.size() / 2;
            return reconcile(subjects.subList(0, half), now) + reconcile(subjects.subList(half, subjects.size()), now);
        }
        SubjectId subject = subjects.getFirst();
        PARKED.increment();
        LOG.error("parked {}: its state cannot be worked out", subject.type(), fault);
        SubjectId canonical = facts.canonical(List.of(subject)).getOrDefault(subject, subject);
        transactions.executeWithoutResult(status -> states.park(canonical, String.valueOf(fault), now));
        return 0;
    }

    private int inTransaction(List<SubjectId> waiting, Instant now) {
        rules.hold();
        Set<SubjectId> wanted = new LinkedHashSet<>(waiting);
        facts.groups(waiting).values().forEach(wanted::addAll);
        states.ensure(wanted);
        Map<SubjectId, StateStore.Locked> locked = new LinkedHashMap<>();
        states.lock(wanted).forEach(each -> locked.put(each.subject(), each));
        if (locked.isEmpty()) {
            return 0;
        }
        List<PackPolicy> policies = rules.current(now);
        List<Pack> packs = policies.stream().map(PackPolicy::pack).toList();
        states.announce(Dossiers.announcers(locked.keySet(), packs));
        Map<SubjectId, List<Long>> seen = marks.idsBySubject(locked.keySet());
        // Read only now: whatever changes who is one with whom after this leaves a mark that is not among those seen.
        Map<SubjectId, List<SubjectId>> groups = new LinkedHashMap<>();
        Set<SubjectId> done = new LinkedHashSet<>();
        facts.groups(locked.keySet()).forEach((subject, group) -> {
            if (!locked.keySet().containsAll(group)) {
                return; // another worker holds a part of it: the marks stay for whoever gets the whole
            }
            done.addAll(group);
            if (!Objects.requireNonNull(locked.get(subject)).isParked()) {
                groups.put(subject, group);
            }
        });
        Dossiers.Read read = dossiers.read(groups, packs);
        // Marks of parked subjects go too, or they would stand in the way of others; letting one go marks it anew.
        done.removeAll(read.unsettled());
        // Before the writing: a mark that is seen there is of something that was recorded since.
        marks.delete(seen.entrySet().stream()
                .filter(each -> done.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList());
        writer.write(locked, changes(groups, read, policies, now), packs, rules.turn(now), now);
        return done.size();
    }

    private List<Change> changes(
            Map<SubjectId, List<SubjectId>> groups, Dossiers.Read read, List<PackPolicy> policies, Instant now) {
        Map<SubjectId, Pins> pins = dossiers.pins(read.dossiers().values());
        List<Change> changes = new ArrayList<>();
        groups.forEach((subject, group) -> {
            Dossier dossier = Objects.requireNonNull(read.dossiers().get(subject));
            Pins own = pins.getOrDefault(subject, Pins.none());
            long began = System.nanoTime();
            Decision decision = HandedOver.of(dossier, Judge.decide(dossier, policies, own, now, Scenarios.HORIZON));
            DECISIONS.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            Collection<@Nullable DivisionCode> regions = SubjectRegions.of(dossier, decision);
            changes.add(Change.of(group, dossier, decision, regions));
            for (SubjectId merged : group.subList(1, group.size())) {
                Dossier empty = Dossier.of(merged, List.of());
                changes.add(Change.of(
                        group, empty, Judge.decide(empty, List.of(), Pins.none(), now, Scenarios.HORIZON), regions));
            }
        });
        return changes;
    }
}
