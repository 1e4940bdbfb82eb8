package org.bihuan.policy.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * Makes random histories: facts of every kind the packs read about a few people, classes and places, corrected, taken
 * back, corrected again, their subjects merged. Times lie on a grid of six hours and beside it, so that boundaries are met.
 */
final class Histories {
    private static final Duration STEP = Duration.ofHours(6);
    private static final int[] JITTER_SECONDS = {0, 0, 0, 0, -1, 1, 3_600, 12_345};

    private final SplittableRandom random;
    private final PackWorld world;
    private final Instant start;
    private final Instant now;
    private final String suffix;
    private final FactReader reader;
    private final List<Fact> facts = new ArrayList<>();
    private final List<RawFact> raws = new ArrayList<>();

    /**
     * A history that has come to the moment.
     *
     * @param start nothing happens before
     * @param suffix of all ids, so that two histories can speak of different people
     */
    Histories(SplittableRandom random, PackWorld world, Instant start, Instant now, String suffix) {
        this.random = random;
        this.world = world;
        this.start = start;
        this.now = now;
        this.suffix = suffix;
        this.reader = new FactReader(world.catalogue(), division -> true);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** The same facts taken in in another order, each at a moment of its own. */
    List<Fact> arriveInAnotherOrder() {
        List<RawFact> order = new ArrayList<>(raws);
        Collections.shuffle(order, new Random(random.nextLong()));
        List<Fact> arrived = new ArrayList<>();
        for (RawFact raw : order) {
            Fact fact = Objects.requireNonNull(
                    reader.read(raw, now.plusSeconds(arrived.size())).fact());
            arrived.add(new Fact(
                    fact.id(),
                    fact.kind(),
                    fact.occurredAt(),
                    fact.statedAt(),
                    fact.order(),
                    now, // tells only what was recorded on time
                    fact.trust(),
                    fact.corrects(),
                    fact.subjects(),
                    fact.division(),
                    fact.fields()));
        }
        return arrived;
    }

    /** Adds some facts of the kinds the packs read. */
    Histories happen(int count) {
        for (int i = 0; i < count; i++) {
            // Half of them are of the kinds that episodes are made of, or little would come of the others.
            List<FactCatalogue.Kind> kinds = random.nextBoolean() ? world.founding() : world.kinds();
            FactCatalogue.Kind kind = kinds.get(random.nextInt(kinds.size()));
            add(kind, subjects(kind), null);
        }
        return this;
    }

    /** Adds corrections and retractions of what is there, themselves included. */
    Histories correct(int count) {
        for (int i = 0; i < count && !raws.isEmpty(); i++) {
            RawFact corrected = raws.get(random.nextInt(raws.size()));
            FactCatalogue.Kind kind = random.nextInt(3) == 0 || corrected.kind().equals(Fact.RETRACTION)
                    ? machine(Fact.RETRACTION)
                    : world.catalogue().find(corrected.kind()).orElseThrow();
            add(kind, random.nextInt(6) == 0 ? subjects(kind) : corrected.subjects(), corrected.key());
        }
        return this;
    }

    /** Says that some people are one. */
    Histories merge(int count) {
        for (int i = 0; i < count; i++) {
            SubjectId left = subject("person");
            SubjectId right = subject("person");
            if (!left.equals(right)) {
                add(machine(Fact.SUBJECT_LINK), List.of(part(left), part(right)), null);
            }
        }
        return this;
    }

    /** Corrects a fact, takes it back or merges two people, and undoes just that. */
    Histories doAndUndo() {
        int before = raws.size();
        while (raws.size() == before) {
            if (random.nextInt(3) == 0) {
                merge(1);
            } else {
                correct(1);
            }
        }
        RawFact done = raws.getLast();
        add(machine(Fact.RETRACTION), done.subjects(), done.key());
        return this;
    }

    /** Adds what people did about duties. */
    Histories attend(Map<UUID, SubjectId> duties, int count) {
        List<UUID> ids = List.copyOf(new LinkedHashMap<>(duties).keySet());
        String[] kinds = {"duty-waiver", "duty-extension", "duty-attempt", "duty-assignment"};
        for (int i = 0; i < count && !ids.isEmpty(); i++) {
            UUID id = ids.get(random.nextInt(ids.size()));
            FactCatalogue.Kind kind = machine(kinds[random.nextInt(kinds.length)]);
            Map<String, Object> payload = payload(kind);
            payload.put("duty", id.toString());
            add(kind, List.of(part(duties.getOrDefault(id, subject("person")))), null, payload);
        }
        return suspend(Math.min(count, 3));
    }

    /** Lets some measures rest, and ends some of that before its time. */
    private Histories suspend(int count) {
        List<String> kinds = List.of("central-isolation", "home-observation", "health-monitoring");
        for (int i = 0; i < count; i++) {
            FactSubject person = part(subject("person"));
            Map<String, Object> payload = payload(machine(Suspension.GRANTED));
            payload.put("measure", kinds.get(random.nextInt(kinds.size())));
            payload.put("number", "G" + i % 2);
            add(machine(Suspension.GRANTED), List.of(person), null, payload);
            if (random.nextBoolean()) {
                Map<String, Object> end = payload(machine(Suspension.ENDED));
                end.put("number", "G" + i % 2);
                add(machine(Suspension.ENDED), List.of(person), null, end);
            }
        }
        return this;
    }

    private FactCatalogue.Kind machine(String name) {
        return world.catalogue().find(name).orElseThrow();
    }

    private void add(FactCatalogue.Kind kind, List<FactSubject> subjects, @Nullable String corrects) {
        add(kind, subjects, corrects, payload(kind));
    }

    private void add(
            FactCatalogue.Kind kind,
            List<FactSubject> subjects,
            @Nullable String corrects,
            Map<String, Object> payload) {
        List<FactSubject> fitting = kind.subjects().isEmpty()
                ? subjects
                : subjects.stream()
                        .filter(each -> kind.subjects().contains(each.subject().type()))
                        .toList();
        RawFact raw = new RawFact(
                "random" + suffix,
                "f" + raws.size(),
                kind.name(),
                1,
                random.nextInt(3) == 0 ? null : time(now).toString(),
                random.nextInt(2) == 0 ? null : time(now).toString(),
                random.nextInt(4),
                random.nextInt(5) == 0 ? 1 : 0,
                corrects,
                fitting.isEmpty() ? subjects(kind) : fitting,
                random.nextInt(3) == 0 ? null : county().toString(),
                payload);
        FactReader.Result result = reader.read(raw, now);
        if (result.fact() != null) {
            raws.add(raw);
            facts.add(result.fact());
        }
    }

    private Map<String, Object> payload(FactCatalogue.Kind kind) {
        Map<String, Object> payload = new LinkedHashMap<>();
        for (FactCatalogue.Field field : kind.fields().values()) {
            boolean idle = field.type() == FactCatalogue.FieldType.TEXT
                    && !world.words().containsKey(kind.name() + "." + field.name());
            if (random.nextInt(8) != 0 && (!idle || random.nextInt(8) == 0)) {
                payload.put(field.name(), value(kind, field));
            }
        }
        return payload;
    }

    private Object value(FactCatalogue.Kind kind, FactCatalogue.Field field) {
        return switch (field.type()) {
            case TIME ->
                time(field.mayLieAhead() || field.name().equals(kind.occurred())
                                ? now.plus(STEP.multipliedBy(12))
                                : now)
                        .toString();
            case DATE -> "1990-01-0" + (1 + random.nextInt(9));
            case NUMBER -> random.nextInt(20);
            case DIVISION -> place().toString();
            case CHOICE -> word(List.copyOf(field.choices()), new ArrayList<>(field.choices()));
            case TEXT ->
                word(world.words().getOrDefault(kind.name() + "." + field.name(), List.of("x")), List.of("x", "y"));
        };
    }

    /** Mostly the first of the likely words, which is the one that matters most often. */
    private String word(List<String> likely, List<String> any) {
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> likely.contains(any.getFirst()) ? any.getFirst() : likely.getFirst();
            case 3 -> likely.get(random.nextInt(likely.size()));
            default -> any.get(random.nextInt(any.size()));
        };
    }

    /** A moment on the grid, or a little beside it. */
    Instant time(Instant latest) {
        long steps = Duration.between(start, latest).dividedBy(STEP);
        Instant moment = start.plus(STEP.multipliedBy(random.nextLong(Math.max(1, steps + 1))))
                .plusSeconds(JITTER_SECONDS[random.nextInt(JITTER_SECONDS.length)]);
        return moment.isAfter(latest) ? latest : moment;
    }

    private List<FactSubject> subjects(FactCatalogue.Kind kind) {
        List<String> types = kind.subjects().isEmpty() ? List.of("person") : kind.subjects();
        if (!types.contains("person")) {
            return List.of(part(subject(types.get(random.nextInt(types.size())))));
        }
        return types.stream().map(type -> part(subject(type))).toList();
    }

    private SubjectId subject(String type) {
        return switch (type) {
            case "region" -> new SubjectId(type, county().toString());
            case "school" -> new SubjectId(type, "s1" + suffix);
            default -> new SubjectId(type, type.charAt(0) + "" + random.nextInt(3) + suffix);
        };
    }

    private static FactSubject part(SubjectId subject) {
        return new FactSubject(subject.type(), subject);
    }

    private DivisionCode place() {
        List<DivisionCode> places = random.nextBoolean() && !world.named().isEmpty() ? world.named() : world.places();
        return places.get(random.nextInt(places.size()));
    }

    private DivisionCode county() {
        return world.counties().get(random.nextInt(world.counties().size()));
    }
}
