package org.bihuan.app.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.population.SubjectLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way to record facts and to read them back. Thread-safe. */
@Service
public class Facts {
    private static final UUID FIRST = new UUID(0, 0);

    private final FactStore store;
    private final BulkStore bulk;
    private final Typing typing;
    private final Intake intake;
    private final PersonNumbers numbers;
    private final LongAdder recorded = new LongAdder();
    private final Rules rules;
    private final Responsibilities responsibilities;

    /**
     * A step of retyping.
     *
     * @param last the last fact looked at, null when there was none left
     * @param count how many were looked at
     */
    public record Retyped(@Nullable FactId last, int count) {}

    Facts(
            FactStore store,
            BulkStore bulk,
            Typing typing,
            Rules rules,
            Intake intake,
            PersonNumbers numbers,
            Responsibilities responsibilities) {
        this.store = store;
        this.bulk = bulk;
        this.typing = typing;
        this.rules = rules;
        this.intake = intake;
        this.numbers = numbers;
        this.responsibilities = responsibilities;
    }

    /**
     * Records facts, all in one transaction that is durable when this returns. Bad ones are refused one by one, the
     * others are kept. The answers stand in the order of the facts and under the keys they were sent with.
     *
     * @param asked gives the facts their types
     * @param now when they are recorded
     */
    @Transactional(label = Asking.MACHINE)
    public List<Append> append(List<RawFact> sent, FactReader asked, Instant now) {
        if (sent.isEmpty()) {
            return List.of();
        }
        FactReader reader = current(sent, asked);
        boolean ties = sent.stream()
                .anyMatch(each -> each.corrects() != null || each.kind().equals(Fact.SUBJECT_LINK));
        store.lock(ties); // before any row is locked, so that nobody waits for the lock who holds what its holder needs
        Map<Integer, FieldError> destroyed = intake.destroyed(sent, reader, now);
        if (!destroyed.isEmpty()) {
            return appendOthers(sent, destroyed, reader, now);
        }
        List<RawFact> raw = numbers.replace(sent, reader, now);
        Append[] answers = new Append[raw.size()];
        Map<UUID, NewFact> fresh = new LinkedHashMap<>();
        Map<UUID, List<Integer>> places = new HashMap<>();
        ForeignSubjects foreign = ForeignSubjects.among(raw, store, bulk, responsibilities);
        for (int i = 0; i < raw.size(); i++) {
            String key = sent.get(i).key();
            FactReader.Result result = reader.read(raw.get(i), now);
            Fact fact = result.fact();
            List<FieldError> unstorable = AssertStorable.errors(raw.get(i));
            if (unstorable.isEmpty() && fact != null) {
                unstorable = foreign.errors(fact);
            }
            if (!unstorable.isEmpty()) {
                answers[i] = new Append.Refused(key, unstorable);
            } else if (fact == null) {
                answers[i] = new Append.Refused(key, result.errors());
            } else {
                FactCatalogue.Kind kind = reader.kind(fact.kind()).orElse(null);
                fresh.putIfAbsent(
                        fact.id().value(), new NewFact(raw.get(i), fact, kind, intake.contentHash(raw.get(i))));
                places.computeIfAbsent(fact.id().value(), id -> new ArrayList<>(1))
                        .add(i);
            }
        }
        if (!fresh.isEmpty()) {
            List<NewFact> sorted = fresh.values().stream()
                    .sorted(Comparator.comparing(each -> each.fact().id()))
                    .toList();
            Set<UUID> inserted = insert(intake.seal(sorted, reader, now));
            answer(sent, raw, places, inserted, answers);
            List<NewFact> kept = sorted.stream()
                    .filter(each -> inserted.contains(each.fact().id().value()))
                    .toList();
            if (!kept.isEmpty()) {
                recorded.add(kept.size());
                intake.index(kept, reader);
                settle(kept, ties);
            }
        }
        return List.of(answers);
    }

    /** Refuses what would bring back somebody whose data were destroyed, and records the others. */
    private List<Append> appendOthers(
            List<RawFact> sent, Map<Integer, FieldError> destroyed, FactReader reader, Instant now) {
        List<RawFact> others = new ArrayList<>(sent);
        destroyed.keySet().stream().sorted(Comparator.reverseOrder()).forEach(index -> others.remove((int) index));
        Iterator<Append> answers = append(others, reader, now).iterator();
        List<Append> all = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            FieldError error = destroyed.get(i);
            all.add(
                    error == null
                            ? answers.next()
                            : new Append.Refused(sent.get(i).key(), List.of(error)));
        }
        return all;
    }

    /**
     * A bulk fact that is not decisive wakes nobody; so that a newer declaration, under which it may be, finds it when it
     * looks through the bulk facts, none may be recorded by an older one meanwhile.
     */
    private FactReader current(List<RawFact> raw, FactReader asked) {
        boolean many = raw.stream()
                .anyMatch(each -> asked.kind(each.kind())
                        .filter(kind -> kind.bulk() != null)
                        .isPresent());
        if (!many) {
            return asked;
        }
        rules.hold();
        return rules.reader();
    }

    private void answer(
            List<RawFact> sent,
            List<RawFact> raw,
            Map<UUID, List<Integer>> places,
            Set<UUID> inserted,
            Append[] answers) {
        Map<UUID, UUID> hashes = inserted.size() == places.size() && places.size() == raw.size()
                ? Map.of()
                : contentHashes(places.keySet());
        places.forEach((id, indexes) -> {
            boolean first = inserted.contains(id);
            for (int index : indexes) {
                String key = sent.get(index).key();
                UUID kept = hashes.get(id);
                if (first) {
                    answers[index] = new Append.Recorded(key, new FactId(id));
                    first = false;
                } else {
                    answers[index] = kept != null && intake.isRepeat(kept, raw.get(index))
                            ? new Append.Repeated(key, new FactId(id))
                            : new Append.Conflict(key, new FactId(id));
                }
            }
        });
    }

    /** How many facts this server has recorded since it started, for its metrics. */
    public long recordedSinceStart() {
        return recorded.sum();
    }

    /** Each kind into its table, but for a key that the other table has. */
    private Set<UUID> insert(List<NewFact> sorted) {
        List<NewFact> ordinary = sorted.stream().filter(each -> !each.isBulk()).toList();
        List<NewFact> many = sorted.stream().filter(NewFact::isBulk).toList();
        Set<UUID> elsewhere = new HashSet<>(bulk.contentHashes(ids(ordinary)).keySet());
        if (!many.isEmpty()) {
            elsewhere.addAll(store.contentHashes(ids(many)).keySet());
        }
        Set<UUID> inserted = store.insert(without(ordinary, elsewhere));
        inserted.addAll(bulk.insert(without(many, elsewhere)));
        return inserted;
    }

    private static List<UUID> ids(List<NewFact> facts) {
        return facts.stream().map(each -> each.fact().id().value()).toList();
    }

    private static List<NewFact> without(List<NewFact> facts, Set<UUID> ids) {
        return ids.isEmpty()
                ? facts
                : facts.stream()
                        .filter(each -> !ids.contains(each.fact().id().value()))
                        .toList();
    }

    private Map<UUID, UUID> contentHashes(Collection<UUID> ids) {
        Map<UUID, UUID> hashes = new HashMap<>(bulk.contentHashes(ids));
        hashes.putAll(store.contentHashes(ids));
        return hashes;
    }

    /** Puts facts into dossiers, ties corrections and links together, and marks everybody concerned. */
    private void settle(List<NewFact> recorded, boolean ties) {
        Settlement settlement = new Settlement();
        Set<UUID> tied = new HashSet<>(store.corrected(ids(recorded)));
        for (NewFact each : recorded) {
            if (!each.isBulk() || each.isSeen()) {
                settlement.add(each.fact(), each.isBulk());
            }
            if (each.fact().corrects() != null) {
                tied.add(each.fact().id().value());
            }
        }
        settleTrees(tied, settlement);
        if (ties) {
            relink(settlement.marks());
        }
        store.mark(settlement.marks());
    }

    private void settleTrees(Set<UUID> tied, Settlement settlement) {
        if (!tied.isEmpty()) {
            List<UUID> ids = store.correctionTree(tied);
            List<StoredFact> tree = new ArrayList<>(store.byIds(ids));
            bulk.byIds(ids).forEach(row -> tree.add(row.stored()));
            settlement.addTree(tree, typing.seen(tree));
        }
        settlement.writeLinks(store, bulk);
    }

    /**
     * Works out anew which of the marked subjects are one, and marks everybody whose group changed. Only with the lock
     * held alone: a fact that is neither link nor correction never changes who is one with whom.
     */
    private void relink(Set<String> marks) {
        List<Fact> links = store.linkFacts(marks);
        if (links.isEmpty()) {
            return;
        }
        SubjectLinks groups = SubjectLinks.of(links);
        Map<String, String> canonical = new HashMap<>();
        for (Fact link : links) {
            link.subjects()
                    .forEach(each -> canonical.put(
                            each.subject().toString(),
                            groups.canonical(each.subject()).toString()));
        }
        store.setCanonical(canonical);
        marks.addAll(canonical.keySet());
        marks.addAll(canonical.values());
    }

    /** Who is one with the subjects: every id of each group, the canonical one first, by the canonical id. */
    @Transactional(readOnly = true)
    public Map<SubjectId, List<SubjectId>> groups(Collection<SubjectId> subjects) {
        Set<SubjectId> canonical = new LinkedHashSet<>(canonical(subjects).values());
        Map<String, List<String>> members =
                store.members(canonical.stream().map(SubjectId::toString).toList());
        Map<SubjectId, List<SubjectId>> groups = new LinkedHashMap<>();
        for (SubjectId subject : canonical) {
            List<SubjectId> group = new ArrayList<>();
            group.add(subject);
            members.getOrDefault(subject.toString(), List.of()).forEach(each -> group.add(SubjectId.parse(each)));
            groups.put(subject, List.copyOf(group));
        }
        return groups;
    }

    /**
     * The facts of groups of subjects that are one, typed by the declarations in force.
     *
     * @param groups every id of each group by its canonical id, as {@link #groups} tells them
     */
    @Transactional(readOnly = true)
    public Map<SubjectId, SubjectFacts> read(Map<SubjectId, List<SubjectId>> groups) {
        Set<String> all = new LinkedHashSet<>();
        groups.values().forEach(group -> group.forEach(each -> all.add(each.toString())));
        Map<String, List<StoredFact>> facts = store.facts(all);
        bulk.facts(all, typing.declarations())
                .forEach((subject, own) ->
                        facts.computeIfAbsent(subject, key -> new ArrayList<>()).addAll(own));
        Map<FactId, StoredFact> stored = new LinkedHashMap<>(); // one fact lies in the dossiers of several subjects
        facts.values().forEach(own -> own.forEach(fact -> stored.put(fact.fact().id(), fact)));
        Map<FactId, Fact> seen = typing.seen(stored.values());
        Map<SubjectId, SubjectFacts> result = new LinkedHashMap<>();
        groups.forEach((subject, aliases) -> {
            Map<FactId, Fact> own = new LinkedHashMap<>();
            for (SubjectId alias : aliases) {
                for (StoredFact each : facts.getOrDefault(alias.toString(), List.of())) {
                    FactId id = each.fact().id();
                    own.put(id, seen.getOrDefault(id, each.fact()));
                }
            }
            result.put(subject, new SubjectFacts(aliases, List.copyOf(own.values())));
        });
        return result;
    }

    /** The fact of the id, whatever corrects it. */
    @Transactional(readOnly = true)
    public Optional<Fact> find(FactId id) {
        List<StoredFact> found = new ArrayList<>(store.byIds(List.of(id.value())));
        bulk.byIds(List.of(id.value())).forEach(row -> found.add(row.stored()));
        return typing.seen(found).values().stream().findFirst();
    }

    /** Who sent the facts, and what they sent; ids that nobody recorded are left out. */
    @Transactional(readOnly = true)
    public Map<FactId, FactOrigin> origins(Collection<FactId> ids) {
        List<UUID> all = ids.stream().map(FactId::value).toList();
        Map<FactId, FactOrigin> origins = store.origins(all);
        if (origins.size() < all.size()) {
            bulk.byIds(all)
                    .forEach(row -> origins.putIfAbsent(row.stored().fact().id(), origin(row.raw())));
        }
        return origins;
    }

    private static FactOrigin origin(RawFact raw) {
        return new FactOrigin(raw.source(), raw.key(), raw.kind(), "{}");
    }

    /**
     * The ids that stand for the subjects; a subject that nobody merged stands for itself, and the number of a resident
     * card for the person who has it.
     */
    @Transactional(readOnly = true)
    public Map<SubjectId, SubjectId> canonical(Collection<SubjectId> subjects) {
        Map<SubjectId, SubjectId> known = numbers.known(subjects);
        Map<String, String> others = store.canonical(subjects.stream()
                .map(each -> known.getOrDefault(each, each).toString())
                .toList());
        Map<SubjectId, SubjectId> result = new LinkedHashMap<>();
        for (SubjectId subject : subjects) {
            SubjectId own = known.getOrDefault(subject, subject);
            String other = others.get(own.toString());
            result.put(subject, other == null ? own : SubjectId.parse(other));
        }
        return result;
    }

    /** Subjects of the type of whom a fact speaks that lies in the division, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<SubjectId> subjectsIn(DivisionCode division, String type, int limit) {
        return store.subjectsIn(division, type, limit).stream()
                .map(SubjectId::parse)
                .toList();
    }

    /** Wakes the subject's worker although no fact has come. */
    @Transactional(label = Asking.MACHINE)
    public void mark(Collection<SubjectId> subjects) {
        store.mark(subjects.stream().map(SubjectId::toString).toList());
    }

    /**
     * Marks everybody the facts speak of, in steps.
     *
     * @param after the subject that the step before ended with, empty to begin
     * @return the last subject marked, null when there is nobody left
     */
    @Transactional(label = Asking.MACHINE)
    public @Nullable String markNext(String after, int limit) {
        return store.markAll(after, limit);
    }

    /** Everybody a fact speaks of, after the name, in the order of their names. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> subjectsAfter(String after, int limit) {
        return store.subjectsAfter(after, limit).stream().map(SubjectId::parse).toList();
    }

    /** The mark up to which facts have been recorded: {@link #subjectsSince} tells whom later ones speak of. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public long highWaterMark() {
        return store.lastSeq();
    }

    /** Some of those of whom a fact recorded after the mark speaks. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> subjectsSince(long mark, int limit) {
        return store.subjectsSince(mark, limit).stream().map(SubjectId::parse).toList();
    }

    /**
     * Facts whose payload does not fit the declaration of their kind in force, in the order of their ids. Those that an
     * older declaration had typed are found once they have been {@linkplain #retypeNext retyped}.
     *
     * @param after the fact that the page before ended with, null to begin
     */
    @Transactional(readOnly = true)
    public List<Misfit> misfits(@Nullable FactId after, int limit) {
        return typing.misfits(after == null ? FIRST : after.value(), limit);
    }

    /**
     * Writes down the types that the declarations in force give to facts, in steps; no answer changes by it. Harmless
     * when done twice.
     *
     * @param after the fact that the step before ended with, null to begin
     */
    @Transactional(label = Asking.MACHINE)
    public Retyped retypeNext(@Nullable FactId after, int limit) {
        List<TypedBy> step = store.typedAfter(after == null ? FIRST : after.value(), limit);
        List<Typed> stale = typing.stale(step);
        if (!stale.isEmpty()) {
            store.retype(stale);
        }
        return new Retyped(step.isEmpty() ? null : new FactId(step.getLast().id()), step.size());
    }

    /**
     * Looks in steps through bulk facts that were recorded or settled by a declaration other than the one in force, puts
     * those that have become decisive into dossiers and marks whom they are about. Harmless when done twice.
     *
     * @param after the fact that the step before ended with, null to begin
     */
    @Transactional(label = Asking.MACHINE)
    public Retyped settleBulkNext(@Nullable FactId after, int limit) {
        rules.hold();
        UUID from = after == null ? FIRST : after.value();
        List<BulkStore.Row> step = bulk.unsettledAfter(from, typing.declarations(), limit);
        Settlement settlement = new Settlement();
        settleTrees(
                new LinkedHashSet<>(step.stream()
                        .map(row -> row.stored().fact().id().value())
                        .toList()),
                settlement);
        store.mark(settlement.marks());
        bulk.settle(step, rules.catalogue());
        return new Retyped(
                step.isEmpty() ? null : step.getLast().stored().fact().id(), step.size());
    }

    /**
     * The bulk facts about the subjects, decisive or not, the latest first.
     *
     * @param before only those that happened before the moment
     */
    @Transactional(readOnly = true)
    public List<BulkFact> listBulk(Collection<SubjectId> subjects, Instant before, int limit) {
        FactReader reader = rules.reader();
        return bulk.page(subjects.stream().map(SubjectId::toString).toList(), before, limit).stream()
                .map(row -> new BulkFact(
                        row.stored().fact(),
                        row.raw().source(),
                        row.raw().key(),
                        !reader.seen(row.stored().fact()).kind().equals(Fact.SILENT)))
                .toList();
    }
}
