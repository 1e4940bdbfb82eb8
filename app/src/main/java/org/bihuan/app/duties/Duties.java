package org.bihuan.app.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Sight;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Marks;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.AmbientKey;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed, and how subjects stand. Thread-safe. */
@Service
public class Duties {
    private static final int STEP = 5_000;

    private final ReadStore reads;
    private final StateStore states;
    private final Facts facts;
    private final Marks marks;
    private final Policies rules;
    private final DutyCounts counts;
    private final SubjectReading subjects;

    Duties(
            ReadStore reads,
            StateStore states,
            Facts facts,
            Marks marks,
            Policies rules,
            DutyCounts counts,
            SubjectReading subjects) {
        this.reads = reads;
        this.states = states;
        this.facts = facts;
        this.marks = marks;
        this.rules = rules;
        this.counts = counts;
        this.subjects = subjects;
    }

    /** A page of duties as they stand at the moment. */
    @Transactional(readOnly = true)
    public List<DutyView> list(DutyQuery query, Instant now) {
        return reads.list(query, now);
    }

    /** Those of the subjects that an order had judged by the moment: its version and values were pinned to them. */
    @Transactional(readOnly = true)
    public Set<SubjectId> judged(Set<SubjectId> subjects, Instant then) {
        return subjects.isEmpty() ? Set.of() : reads.judged(subjects, then);
    }

    /**
     * The latest signals given in a division that began after one moment and not after another, the latest first; what one
     * subject tells several others is one.
     */
    @Transactional(readOnly = true)
    public List<SignalView> signals(DivisionCode division, Instant after, Instant until, int limit) {
        return reads.signals(division, after, until, limit);
    }

    /** How many of those there are, without a limit. */
    @Transactional(readOnly = true)
    public long countSignals(DivisionCode division, Instant after, Instant until) {
        return reads.countSignals(division, after, until);
    }

    /**
     * How many duties the query would list, by state, whatever its page. Of a long list the figure may be two minutes old,
     * see {@link DutyCounts}.
     */
    public Map<Duty.State, Long> count(DutyQuery query, Instant now) {
        return counts.count(query.unpaged(query.states()), now);
    }

    /** The same, exact however long it takes: for what is decided by the figure. */
    @Transactional(readOnly = true)
    public Map<Duty.State, Long> countExactly(DutyQuery query, Instant now) {
        return reads.count(query.unpaged(query.states()), now);
    }

    /**
     * How many duties the query would list in each division of a level, 3 to 5, whatever its page; divisions without any
     * and duties whose place is not known so finely are left out. As old as {@link #count} may be.
     */
    public Map<DivisionCode, Long> countByPlace(DutyQuery query, int level, Instant now) {
        return counts.countByPlace(query.unpaged(query.states()), level, now);
    }

    /** The duty as it stands at the moment. */
    @Transactional(readOnly = true)
    public Optional<DutyView> find(UUID id, Instant now) {
        return reads.find(id, now);
    }

    /**
     * The subject at the moment, worked out from its whole dossier; empty when no fact and no order speaks of it, and also
     * when none of its regions is seen by whoever asks.
     */
    public Optional<SubjectState> findSubject(SubjectId asked, Instant now) {
        Sight sight = Asking.sight();
        return Asking.asMachine(() -> subjects.find(asked, now))
                .filter(state -> sight.level() == Sight.ALL
                        || SubjectRegions.of(state.dossier(), state.decision()).stream()
                                .anyMatch(sight::sees));
    }

    /** Whether something was recorded of the subject that no worker has looked at yet. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean isWaiting(SubjectId subject) {
        return facts.groups(List.of(subject)).values().stream()
                .anyMatch(group -> !marks.idsBySubject(group).isEmpty());
    }

    /** How many subjects are under a measure of one of the kinds at the moment. As old as {@link #count} may be. */
    public long countUnderMeasure(Set<String> kinds, Instant now) {
        return kinds.isEmpty() ? 0 : counts.countUnderMeasure(kinds, now);
    }

    /**
     * The subjects under a measure of one of the kinds at the moment, in the order of their ids, each once.
     *
     * @param after the subject that the page before ended with, empty to begin
     */
    @Transactional(readOnly = true)
    public List<MeasureView> underMeasure(Set<String> kinds, Instant now, String after, int limit) {
        return kinds.isEmpty() ? List.of() : reads.underMeasure(kinds, now, after, limit);
    }

    /** Stored decisions, the latest first. */
    @Transactional(readOnly = true)
    public List<SubjectState.Stored> decisions(SubjectId asked, int limit) {
        return reads.decisions(facts.canonical(List.of(asked)).getOrDefault(asked, asked), limit);
    }

    /** How far the workers are behind. */
    public record Lag(long marks, long dueSubjects, long parkedSubjects) {}

    /** How far the workers are behind at the moment. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Lag lag(Instant now) {
        return new Lag(marks.count(), reads.due(now), reads.parked());
    }

    /** Has everybody judged again whose decision read the value. */
    @Transactional(label = Asking.MACHINE)
    public void valueChanged(String pack, String parameter, DivisionCode division) {
        String key = AmbientKey.parameter(pack, parameter, division);
        String after = "";
        List<SubjectId> readers = states.readers(key, after, STEP);
        while (!readers.isEmpty()) {
            marks.add(readers);
            after = readers.getLast().toString();
            readers = states.readers(key, after, STEP);
        }
    }

    /**
     * Has everybody judged whom a new version of an order may concern: the regions that it speaks to or leaves a value
     * to, and all of whom facts were recorded before. What was judged already keeps its pin.
     */
    @Transactional(label = Asking.MACHINE)
    public void orderActivated(List<DivisionCode> regions) {
        regionsConcerned(regions);
        markAll();
    }

    /** Has the regions judged that an order speaks to or leaves a value to. */
    @Transactional(label = Asking.MACHINE)
    public void regionsConcerned(List<DivisionCode> regions) {
        List<SubjectId> subjects = new ArrayList<>();
        regions.forEach(region -> subjects.add(new SubjectId("region", region.toString())));
        marks.add(subjects);
    }

    private void markAll() {
        String after = "";
        for (String last = facts.markNext(after, STEP); last != null; last = facts.markNext(after, STEP)) {
            after = last;
        }
    }

    /** Lets parked subjects be tried again; gives back how many. */
    @Transactional(label = Asking.MACHINE)
    public int unpark() {
        int all = 0;
        List<SubjectId> some = states.unpark(STEP);
        while (!some.isEmpty()) {
            marks.add(some);
            all += some.size();
            some = states.unpark(STEP);
        }
        return all;
    }

    /** Lets one parked subject be tried again; gives back how many that were, 0 or 1. */
    @Transactional(label = Asking.MACHINE)
    public int unpark(UUID handle) {
        List<SubjectId> some = states.parked("", STEP);
        while (!some.isEmpty()) {
            Optional<SubjectId> chosen = some.stream()
                    .filter(each -> Parked.handle(each).equals(handle))
                    .findFirst();
            if (chosen.isPresent()) {
                boolean isFree = states.unpark(chosen.get());
                marks.add(isFree ? List.of(chosen.get()) : List.of());
                return isFree ? 1 : 0;
            }
            some = states.parked(some.getLast().toString(), STEP);
        }
        return 0;
    }

    /** The subjects that were parked first, the longest waiting first. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Parked> parked(int limit) {
        return reads.parked(limit);
    }

    /** For what moment the most overdue subject of the clock's lane waits, empty when nobody waits. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Optional<Instant> oldestDue(Instant now) {
        return reads.oldestDue(now);
    }

    /** Throws away all that is derived and has everybody judged anew from the record. */
    @Transactional(label = Asking.MACHINE)
    public void rebuild() {
        // before any row, as the workers do: whoever holds a subject's row may still write its duties
        rules.holdAlone();
        states.clearDerived();
        markAll();
        List<SubjectId> known = states.all("", STEP);
        while (!known.isEmpty()) {
            marks.add(known);
            known = states.all(known.getLast().toString(), STEP);
        }
    }
}
