package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;

/** People who arrive, some tested, in every way that the Anshan order tells apart. */
final class RandomArrivals {
    static final Instant NOW = Instant.parse("2020-07-28T04:00:00Z");

    private final Random random;
    private final FactReader reader =
            new FactReader(ShippedPacks.get("anshan-2020").catalogue(), Divisions.load()::exists);

    RandomArrivals(long seed) {
        this.random = new Random(seed);
    }

    /** Somebody with one to two arrivals, and tests. */
    Dossier person(String id) {
        return person(id, random.nextLong());
    }

    /** The same seed tells the same of whomever. */
    Dossier person(String id, long seed) {
        Random own = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        int arrivals = own.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < arrivals; i++) {
            facts.add(arrival(id, i, own));
        }
        for (int i = 0; i < own.nextInt(3); i++) {
            facts.add(test(id, i, own));
        }
        return Dossier.of(new SubjectId("person", id), facts);
    }

    private Fact arrival(String id, int number, Random own) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Instant arrived = NOW.minus(Duration.ofHours(own.nextInt(24 * 18) + number * 24L * 20));
        if (own.nextInt(12) > 0) {
            fields.put("arrivedAt", arrived.toString());
        }
        put(fields, "origin", own, "210202000000", "210202000000", "110101000000", "");
        put(fields, "originRisk", own, "high", "medium", "low", "none", "");
        put(fields, "destination", own, "210302000000", "210303000000", "210381000000", "");
        put(fields, "code", own, "green", "yellow", "red", "none", "");
        put(fields, "port", own, "", "", "", "", "", "大连港");
        if (own.nextInt(4) > 0) {
            Instant registered = arrived.plus(Duration.ofHours(own.nextInt(24 * 16)));
            fields.put("registeredAt", (registered.isAfter(NOW) ? NOW : registered).toString());
        }
        return fact(id, "a" + number, "arrival", fields);
    }

    private Fact test(String id, int number, Random own) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Instant sampled = NOW.minus(Duration.ofHours(own.nextInt(24 * 20)));
        fields.put("sampledAt", sampled.toString());
        fields.put("reportedAt", sampled.plus(Duration.ofHours(own.nextInt(30))).toString());
        put(fields, "result", own, "negative", "negative", "positive", "");
        put(fields, "owner", own, "self", "self", "other");
        fields.put("kind", "nucleic-acid");
        return fact(id, "t" + number, "test", fields);
    }

    private static void put(Map<String, Object> fields, String name, Random own, String... values) {
        String value = values[own.nextInt(values.length)];
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private Fact fact(String id, String key, String kind, Map<String, Object> fields) {
        SubjectId person = new SubjectId("person", id);
        RawFact raw = new RawFact(
                "random",
                id + key,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                null,
                fields);
        Fact fact = reader.read(raw, NOW).fact();
        if (fact == null) {
            throw new IllegalStateException("a random history holds only good facts: "
                    + reader.read(raw, NOW).errors());
        }
        return fact;
    }
}
