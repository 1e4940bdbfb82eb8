package org.bihuan.bench.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/** What is recorded of the people whom the others are copies of: who they are, three arrivals, and most of the evidence. */
final class Models {
    /** Every id is as long as every other, so that a copy's is the model's with a number behind it. */
    static final String ID = "m%05d";

    private static final int ARRIVALS = 3;
    private static final int HOURS_BETWEEN = 130;

    private Models() {}

    static List<RawFact> facts(int number, DivisionCode village, Instant now) {
        Random random = new Random(number);
        Identity identity = Identity.of(number);
        List<RawFact> facts = new ArrayList<>();
        facts.add(fact(
                number,
                village,
                "person",
                "person",
                now.minus(Duration.ofDays(30)),
                Map.of(
                        "name", identity.name(),
                        "documentKind", "resident-id",
                        "documentNumber", identity.document(),
                        "phone", identity.phone(),
                        "born", identity.born().toString(),
                        "residence", village.toString())));
        for (int i = 0; i < ARRIVALS; i++) {
            Instant arrived = now.minus(Duration.ofMinutes(
                    30L + random.nextInt(HOURS_BETWEEN - 60) * 60L + i * HOURS_BETWEEN * 60L + random.nextInt(60)));
            arrival(number, i, arrived, village, random, facts);
        }
        return facts;
    }

    private static void arrival(
            int number, int i, Instant arrived, DivisionCode village, Random random, List<RawFact> facts) {
        int dice = random.nextInt(100);
        boolean flagged = dice < 30;
        facts.add(fact(
                number,
                village,
                "arrival" + i,
                "arrival",
                null,
                Map.of(
                        "arrivedAt", arrived.toString(),
                        "origin", flagged ? "210202000000" : "110101000000",
                        "originRisk", flagged && dice < 15 ? "high" : "low",
                        "destination", village.toString(),
                        "registeredAt", arrived.plus(Duration.ofMinutes(20)).toString())));
        if (random.nextInt(100) < 60) {
            Instant checked = arrived.plus(Duration.ofMinutes(25));
            if (flagged) {
                facts.add(fact(
                        number,
                        village,
                        "test" + i,
                        "test",
                        null,
                        Map.of(
                                "sampledAt", checked.toString(),
                                "kind", "nucleic-acid",
                                "owner", "self",
                                "result", "negative")));
            } else {
                for (String step : List.of("temperature", "code-scan")) {
                    facts.add(fact(
                            number,
                            village,
                            step + i,
                            "screening",
                            null,
                            Map.of("checkedAt", checked.toString(), "step", step)));
                }
            }
        }
    }

    private static RawFact fact(
            int number,
            DivisionCode village,
            String key,
            String kind,
            @Nullable Instant at,
            Map<String, Object> payload) {
        String id = ID.formatted(number);
        return new RawFact(
                "bench",
                id + "/" + key,
                kind,
                1,
                at == null ? null : at.toString(),
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", id))),
                village.toString(),
                payload);
    }
}
