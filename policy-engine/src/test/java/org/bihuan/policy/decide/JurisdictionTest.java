package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom an order judges: who is in its jurisdiction, and who could be; nobody who is known to be elsewhere. */
final class JurisdictionTest {
    private static final Instant NOW = Instant.parse("2020-07-26T04:00:00Z");
    private static final LoadedPack PACK = ShippedPacks.get("anshan-2020");
    private static final PackPolicy POLICY =
            PackPolicy.of(PACK.pack(), List.of(), "test").withinJurisdiction();

    @Test
    void A01_anArrivalOfUnknownPlaceIsJudged() {
        assertThat(arrival(null).measures()).isNotEmpty();
    }

    @Test
    void A02_anArrivalInTheJurisdictionIsJudgedAlike() {
        assertThat(arrival("210302000000").measures())
                .extracting(Measure::kind)
                .isEqualTo(arrival(null).measures().stream().map(Measure::kind).toList());
    }

    @Test
    void A03_anArrivalElsewhereIsNoneOfItsBusiness() {
        Decision elsewhere = arrival("110101000000");
        assertThat(elsewhere.measures()).isEmpty();
        assertThat(elsewhere.duties()).isEmpty();
    }

    private static Decision arrival(@Nullable String destination) {
        SubjectId person = SubjectId.parse("person:a");
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("arrivedAt", "2020-07-20T15:30:00+08:00");
        payload.put("origin", "210211000000");
        payload.put("originRisk", "medium");
        if (destination != null) {
            payload.put("destination", destination);
        }
        RawFact raw = new RawFact(
                "test",
                "arrival",
                "arrival",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                destination,
                payload);
        FactReader.Result read = new FactReader(PACK.catalogue(), division -> true).read(raw, NOW);
        return Population.decide(
                        List.of(Objects.requireNonNull(
                                read.fact(), () -> read.errors().toString())),
                        List.of(POLICY),
                        NOW,
                        Scenarios.HORIZON)
                .getFirst();
    }
}
