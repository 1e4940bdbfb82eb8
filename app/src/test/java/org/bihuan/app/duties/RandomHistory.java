package org.bihuan.app.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * Histories of a few people, a school with its classes and rooms, and travellers: facts, corrections of corrections,
 * retractions taken back, people found to be one and not to be one, and what was said of duties. All happened before
 * {@link #NOW}, so that they may be recorded in any order.
 */
final class RandomHistory {
    static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");
    private static final List<String> DISTRICTS =
            List.of("210302000000", "210303000000", "210304000000", "210381000000");
    private static final List<String> ORIGINS = List.of("210202000000", "210203000000", "110101000000");
    private static final int PEOPLE = 8;
    private static final int CLASSES = 3;

    private final Random random;
    private final String prefix;
    private final List<RawFact> facts = new ArrayList<>();
    private int count;

    RandomHistory(Random random) {
        this(random, "k");
    }

    RandomHistory(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    List<RawFact> facts() {
        return List.copyOf(facts);
    }

    /** A register of the school and so many facts; the function tells the duties that facts lead to. */
    static List<RawFact> of(Random random, int size, Function<List<RawFact>, List<Duty>> duties) {
        RandomHistory history = new RandomHistory(random);
        history.register();
        for (int i = 0; i < size; i++) {
            history.addAny();
        }
        List<Duty> owed = duties.apply(history.facts());
        for (int i = 0; i < size / 6 && !owed.isEmpty(); i++) {
            history.addAboutDuty(owed.get(random.nextInt(owed.size())));
        }
        for (int i = 0; i < size / 6; i++) {
            history.addCorrection();
        }
        return history.facts();
    }

    void register() {
        for (int i = 0; i < CLASSES; i++) {
            add("unit", null, List.of(inClass(i), school(i % 2)), Map.of("since", at(2_000), "type", "class"));
        }
        add(
                "unit",
                null,
                List.of(subject("premises", "room"), inClass(0)),
                Map.of("since", at(2_000), "type", "classroom"));
        add(
                "unit",
                null,
                List.of(subject("premises", "toilet"), school(0)),
                Map.of("since", at(2_000), "type", "toilet"));
        for (int i = 0; i < PEOPLE; i++) {
            add(
                    "enrolment",
                    null,
                    List.of(person(i), inClass(i % CLASSES), school(i % CLASSES % 2)),
                    Map.of("since", at(2_000), "role", i % 5 == 4 ? "food-handler" : "pupil"));
        }
    }

    void addAny() {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> addArrival(random.nextInt(PEOPLE));
            case 3, 4 -> addOf("test", random.nextInt(PEOPLE), null);
            case 5, 6, 7 -> addOf("illness", random.nextInt(PEOPLE), null);
            case 8 -> addLink();
            case 12, 13 -> addOf("temperature-reading", random.nextInt(PEOPLE), null); // bulk
            default -> addCorrection();
        }
    }

    void addArrival(int who) {
        addOf("arrival", who, null);
    }

    RawFact addLink() {
        if (random.nextInt(5) == 0) {
            return add("subject-link", null, List.of(inClass(0), inClass(1 + random.nextInt(CLASSES - 1))), Map.of());
        }
        int one = random.nextInt(PEOPLE);
        int other = (one + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
        return add("subject-link", null, List.of(person(one), person(other)), Map.of());
    }

    /** Corrects or takes back any fact, be it a correction or a retraction itself. */
    RawFact addCorrection() {
        return addCorrection(facts.get(random.nextInt(facts.size())));
    }

    RawFact addCorrection(RawFact original) {
        if (random.nextBoolean()) {
            return addRetraction(original);
        }
        int who = random.nextInt(PEOPLE);
        switch (original.kind()) {
            case "arrival", "test", "illness", "temperature-reading" -> {
                return random.nextInt(4) == 0
                        ? addOf(original.kind(), who, original.key())
                        : add(original.kind(), original.key(), original.subjects(), payload(original.kind()));
            }
            case "subject-link" -> {
                return add("subject-link", original.key(), List.of(person(who), person((who + 1) % PEOPLE)), Map.of());
            }
            default -> {
                return addRetraction(original);
            }
        }
    }

    /** Corrects a fact of another history. */
    RawFact addCorrectionOf(List<RawFact> others) {
        RawFact original = others.get(random.nextInt(others.size()));
        facts.add(original);
        RawFact correction = addCorrection(original);
        facts.remove(original);
        return correction;
    }

    RawFact addRetraction(RawFact original) {
        return add("retraction", original.key(), original.subjects(), Map.of("reason", "wrong"));
    }

    void addAboutDuty(Duty duty) {
        String id = duty.id().toString();
        List<FactSubject> subjects = List.of(new FactSubject(duty.subject().type(), duty.subject()));
        switch (random.nextInt(4)) {
            case 0 ->
                add(
                        "duty-attempt",
                        null,
                        subjects,
                        Map.of(
                                "duty",
                                id,
                                "attemptedAt",
                                at(48),
                                "result",
                                pick("nobody-home", "wrong-number", "refused", "moved"),
                                "nextAttemptAt",
                                later(48)));
            case 1 ->
                add(
                        "duty-waiver",
                        null,
                        subjects,
                        Map.of("duty", id, "waivedAt", at(48), "by", "headquarters", "reason", "in hospital"));
            case 2 ->
                add(
                        "duty-extension",
                        null,
                        subjects,
                        Map.of("duty", id, "extendedAt", at(48), "dueAt", later(96), "reason", "flood"));
            default ->
                add(
                        "duty-assignment",
                        null,
                        subjects,
                        Map.of("duty", id, "assignedAt", at(48), "assignee", pick("team-1", "team-2")));
        }
    }

    private RawFact addOf(String kind, int who, @Nullable String corrects) {
        List<FactSubject> subjects = kind.equals("illness")
                ? List.of(person(who), inClass(who % CLASSES), school(who % CLASSES % 2))
                : List.of(person(who));
        return add(kind, corrects, subjects, payload(kind));
    }

    private Map<String, Object> payload(String kind) {
        Map<String, Object> payload = new HashMap<>();
        switch (kind) {
            case "arrival" -> {
                payload.put("arrivedAt", at(16 * 24));
                payload.put("origin", pick(ORIGINS.toArray(String[]::new)));
                payload.put("originRisk", pick("high", "medium", "low", "low", "none"));
                payload.put("destination", pick(DISTRICTS.toArray(String[]::new)));
                payload.put("code", pick("green", "green", "yellow", "none"));
                if (random.nextBoolean()) {
                    payload.put("registeredAt", at(48));
                }
                if (random.nextInt(6) == 0) {
                    payload.remove(pick("arrivedAt", "origin", "originRisk", "destination"));
                }
            }
            case "test" -> {
                payload.put("sampledAt", at(10 * 24));
                payload.put("reportedAt", random.nextInt(4) == 0 ? later(12) : at(24));
                payload.put("result", pick("negative", "negative", "positive", "invalid"));
                payload.put("kind", pick("nucleic-acid", "nucleic-acid", "stool"));
                payload.put("owner", pick("self", "self", "self", "other"));
            }
            case "illness" -> {
                payload.put("onsetAt", at(5 * 24));
                if (random.nextBoolean()) {
                    payload.put("endedAt", at(24));
                }
            }
            case "temperature-reading" -> {
                payload.put("measuredAt", at(24));
                payload.put("temperature", pick("36.4", "36.9", "37.3", "39"));
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return payload;
    }

    private RawFact add(
            String kind, @Nullable String corrects, List<FactSubject> subjects, Map<String, Object> payload) {
        RawFact fact = new RawFact(
                "test-" + count % 2,
                prefix + count++,
                kind,
                1,
                kind.startsWith("duty-") || random.nextBoolean() ? at(100) : null,
                random.nextBoolean() ? at(100) : null,
                random.nextInt(3),
                random.nextInt(2),
                corrects == null ? null : id(corrects),
                subjects,
                division(kind),
                payload);
        facts.add(fact);
        return fact;
    }

    /** The register says where most of them are, and an illness sometimes does; elsewhere other orders are in force. */
    private @Nullable String division(String kind) {
        return switch (kind) {
            case "unit", "enrolment" ->
                switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> "210502000000";
                    default -> DISTRICTS.getFirst();
                };
            case "illness" -> random.nextInt(4) == 0 ? DISTRICTS.getFirst() : null;
            default -> null;
        };
    }

    /** Another source may correct a fact only by its id. */
    private String id(String key) {
        RawFact original = facts.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return org.bihuan.policy.fact.FactId.of(original.source(), key).toString();
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String at(int hoursBack) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(hoursBack * 60))).toString();
    }

    private String later(int hoursAhead) {
        return NOW.plus(Duration.ofMinutes(1 + random.nextInt(hoursAhead * 60))).toString();
    }

    static FactSubject person(int number) {
        return subject("person", "p" + number);
    }

    private static FactSubject inClass(int number) {
        return subject("class", "c" + number);
    }

    private static FactSubject school(int number) {
        return subject("school", "s" + number);
    }

    private static FactSubject subject(String type, String id) {
        return new FactSubject(type, new SubjectId(type, id));
    }
}
