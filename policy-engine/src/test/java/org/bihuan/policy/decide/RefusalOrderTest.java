package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** Two episodes without a moment are refused in one order, whatever was pinned before. */
final class RefusalOrderTest {
    private static final Instant NOW = Instant.parse("2022-11-02T04:00:00Z");
    private static final LoadedPack PACK = ShippedPacks.get("jincheng-2022");
    private static final PackPolicy POLICY = PackPolicy.of(PACK.pack(), List.of(), "test");
    private static final SubjectId PERSON = SubjectId.parse("person:a");

    @Test
    void pinsDoNotChangeTheOrder() {
        Fact report = fact("self-report", Map.of("ground", "track-overlap"));
        Fact entry = fact("key-source-entry", Map.of("wish", "stay"));
        List<Fact> facts = List.of(entry, report);
        List<Refusal> fresh = refusals(facts, Pins.none());
        assertThat(fresh).extracting(Refusal::field).containsExactly("knewAt", "listedAt");
        for (Fact pinned : facts) {
            assertThat(refusals(facts, Pins.none().with(pinned.id().value(), POLICY)))
                    .isEqualTo(fresh);
        }
    }

    private static List<Refusal> refusals(List<Fact> facts, Pins pins) {
        return Judge.decide(Dossier.of(PERSON, facts), List.of(POLICY), pins, NOW, Scenarios.HORIZON)
                .refusals();
    }

    private static Fact fact(String kind, Map<String, Object> payload) {
        RawFact raw = new RawFact(
                "test",
                kind,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", PERSON)),
                null,
                payload);
        FactReader.Result read = new FactReader(PACK.catalogue(), division -> true).read(raw, NOW);
        return Objects.requireNonNull(read.fact(), () -> read.errors().toString());
    }
}
