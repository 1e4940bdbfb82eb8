package org.bihuan.policy.school;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.jspecify.annotations.Nullable;

/** One school whose facts are told one after the other, and what the pack makes of them. */
final class School {
    static final LoadedPack PACK = ShippedPacks.get("norovirus-school");
    static final SubjectId CLASS = SubjectId.parse("class:1a");
    static final SubjectId TOILET = SubjectId.parse("premises:w1");
    static final SubjectId COOK = SubjectId.parse("person:c1");

    private static final Instant MONDAY = Instant.parse("2020-07-20T00:00:00+08:00");
    private static final Instant NOW = MONDAY.plus(Duration.ofHours(36));
    private static final PackPolicy POLICY = PackPolicy.of(PACK.pack(), List.of(), "test");
    private static final FactReader READER = new FactReader(PACK.catalogue(), division -> true);

    private final List<Fact> facts = new ArrayList<>();
    private @Nullable String division;

    /** A school with a class, a toilet that it uses and a cook who serves it. */
    School() {
        tell("class", "unit", "class:1a school:s1", null, Map.of("since", hour(-999), "type", "class"));
        tell("toilet", "unit", "premises:w1 class:1a school:s1", null, Map.of("since", hour(-999), "type", "toilet"));
        tell(
                "cook",
                "enrolment",
                "person:c1 class:1a school:s1",
                null,
                Map.of("since", hour(-999), "role", "food-handler"));
    }

    /** Somebody of the class falls ill, in hours since Monday began, and is noted at once. */
    School ill(String person, int onset) {
        return ill(person, onset, person, null);
    }

    /** The same under a key, putting right what another key said. */
    School ill(String person, int onset, String key, @Nullable String corrects) {
        String about = "person:" + person + " class:1a school:s1";
        return tell(key, "illness", about, corrects, Map.of("onsetAt", hour(onset), "notedAt", hour(onset)));
    }

    /** Takes back what was told under the key. */
    School takeBack(String key, String corrects) {
        return tell(key, Fact.RETRACTION, "class:1a", corrects, Map.of());
    }

    /** Tells any fact. */
    School tell(String key, String kind, String about, @Nullable String corrects, Map<String, Object> payload) {
        List<FactSubject> subjects = List.of(about.split(" ")).stream()
                .map(SubjectId::parse)
                .map(subject -> new FactSubject(subject.type(), subject))
                .toList();
        RawFact raw = new RawFact(
                "test",
                key,
                kind,
                1,
                null,
                null,
                facts.size(),
                0,
                corrects,
                subjects,
                division,
                new LinkedHashMap<>(payload));
        FactReader.Result result = READER.read(raw, NOW);
        facts.add(Objects.requireNonNull(result.fact(), () -> result.errors().toString()));
        return this;
    }

    /** Whatever is told from now on names the division as the responsible region. */
    School in(@Nullable String region) {
        division = region;
        return this;
    }

    /** The decision for the subject on Tuesday noon. */
    Decision decide(SubjectId subject) {
        return decide(subject, POLICY);
    }

    /** The decision as it is where the order is in force in its jurisdiction only. */
    Decision decideWithinJurisdiction(SubjectId subject) {
        return decide(subject, POLICY.withinJurisdiction());
    }

    private Decision decide(SubjectId subject, PackPolicy policy) {
        return Population.decide(facts, List.of(policy), NOW, Scenarios.HORIZON).stream()
                .filter(decision -> decision.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the subject's duties. */
    Set<UUID> ids(SubjectId subject) {
        Set<UUID> ids = new TreeSet<>();
        decide(subject).duties().forEach(duty -> ids.add(duty.id()));
        return ids;
    }

    /** Ids of the subject's duties and every other id they answer to. */
    Set<UUID> aliases(SubjectId subject) {
        Set<UUID> ids = ids(subject);
        for (Duty duty : decide(subject).duties()) {
            ids.addAll(duty.aliases());
        }
        return ids;
    }

    static String hour(int hour) {
        return MONDAY.plus(Duration.ofHours(hour)).toString();
    }
}
