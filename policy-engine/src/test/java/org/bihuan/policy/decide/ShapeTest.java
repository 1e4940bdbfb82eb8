package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the same shape is judged alike, so that one may be judged for all. */
class ShapeTest {
    private static final Pack ANSHAN = ShippedPacks.get("anshan-2020").pack();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void equalShapesHaveEqualDifferences(long seed) {
        Random seeds = new Random(seed);
        RandomArrivals random = new RandomArrivals(seed);
        PackPolicy before = PackPolicy.of(ANSHAN, List.of(), "1");
        PackPolicy after = PackPolicy.of(
                ANSHAN,
                List.of(new ParameterSetting(
                        "central-isolation-days", null, new ParameterValue.Whole(21), RandomArrivals.NOW)),
                "2");
        Map<String, Difference> known = new HashMap<>();
        int met = 0;
        int changed = 0;
        for (int i = 0; i < 400; i++) {
            // few histories told of many people, each with ids of their own
            Dossier dossier = random.person("p" + seed + "-" + i, seed * 1_000 + seeds.nextInt(60));
            Pins pins = pins(dossier, before);
            Difference difference = Difference.of(
                    Judge.decide(dossier, List.of(before), pins, RandomArrivals.NOW, Scenarios.HORIZON),
                    Judge.decide(dossier, List.of(after), pins.movedTo(after), RandomArrivals.NOW, Scenarios.HORIZON),
                    ANSHAN.vocabulary());
            changed += difference.isChange() ? 1 : 0;
            String shape = Shape.of(dossier, pins).orElse("alone " + i);
            Difference other = known.putIfAbsent(shape, difference);
            if (other != null) {
                met++;
                assertThat(difference).as("seed %d", seed).isEqualTo(other);
            }
        }
        assertThat(met).as("shapes are met again").isGreaterThan(100);
        assertThat(changed).isBetween(1, 399);
    }

    private static Pins pins(Dossier dossier, PackPolicy policy) {
        Pins pins = Pins.none();
        Decision decision = Judge.decide(dossier, List.of(policy), pins, RandomArrivals.NOW, Scenarios.HORIZON);
        for (Decision.Pin pin : decision.pins()) {
            pins = pins.with(pin.episode(), policy);
        }
        return pins;
    }
}
