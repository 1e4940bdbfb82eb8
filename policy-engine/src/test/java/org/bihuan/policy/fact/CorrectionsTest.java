package org.bihuan.policy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.policy.TestFacts.fact;
import static org.bihuan.policy.TestFacts.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bihuan.proof.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which statements stand. */
final class CorrectionsTest {
    private static final Instant NOON = Instant.parse("2020-07-20T04:00:00Z");

    @Test
    void A01_aCorrectionReplacesTheFactAndKeepsItsRoot() {
        assertThat(standing(said("a", null, 0), said("b", "a", 0))).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void A02_aCorrectionOfACorrectionStands() {
        assertThat(standing(said("a", null, 0), said("b", "a", 0), said("c", "b", 0)))
                .isEqualTo(Map.of("a", "c"));
    }

    @Test
    void A03_ofTwoCorrectionsTheStrongerStands() {
        assertThat(standing(said("a", null, 0), said("b", "a", 5), said("c", "a", 2)))
                .isEqualTo(Map.of("a", "b"));
    }

    @Test
    void A04_takingBackACorrectionRestoresWhatItReplaced() {
        assertThat(standing(said("a", null, 0), said("b", "a", 0), takenBack("r", "b", 0)))
                .isEqualTo(Map.of("a", "a"));
    }

    @Test
    void A05_takingBackAFactLeavesNothingAndTakingThatBackRestoresIt() {
        assertThat(standing(said("a", null, 0), takenBack("r", "a", 0))).isEmpty();
        assertThat(standing(said("a", null, 0), takenBack("r", "a", 0), takenBack("q", "r", 0)))
                .isEqualTo(Map.of("a", "a"));
    }

    @Test
    void A06_aCorrectionWaitsForItsOriginal() {
        assertThat(standing(said("b", "a", 0))).isEmpty();
    }

    @Test
    void A07_statementsThatCorrectEachOtherInACircleStandNowhere() {
        assertThat(standing(said("a", "b", 0), said("b", "a", 0), said("c", null, 0)))
                .isEqualTo(Map.of("c", "c"));
    }

    @Test
    void A08_aLongChainDoesNotOverflow() {
        List<Fact> chain = new ArrayList<>(List.of(said("0", null, 0)));
        for (int i = 1; i <= 900; i++) {
            chain.add(said(Integer.toString(i), Integer.toString(i - 1), 0));
        }
        assertThat(standing(chain.toArray(Fact[]::new))).isEqualTo(Map.of("0", "900"));
    }

    @Test
    void B01_agreesWithTheSlowTwin() {
        SplittableRandom random = Seed.random("corrections");
        for (int round = 0; round < Seed.rounds(3_000); round++) {
            List<Fact> facts = new ArrayList<>();
            int count = 1 + random.nextInt(9);
            for (int i = 0; i < count; i++) {
                String corrected = random.nextInt(3) == 0 ? null : Integer.toString(random.nextInt(count));
                boolean back = corrected != null && random.nextInt(3) == 0;
                facts.add(fact(
                        Integer.toString(i),
                        back ? Fact.RETRACTION : "arrival",
                        Integer.toString(i).equals(corrected) ? null : corrected,
                        random.nextInt(2),
                        NOON.plusSeconds(random.nextInt(3)),
                        random.nextInt(2),
                        Map.of()));
            }
            Collections.shuffle(facts, new Random(random.nextLong()));
            assertThat(standing(facts.toArray(Fact[]::new)))
                    .as(facts.toString())
                    .isEqualTo(slow(facts));
        }
    }

    /** The rule word for word: again and again, whoever is corrected by a live statement gives way to the strongest. */
    private static Map<String, String> slow(List<Fact> facts) {
        Map<String, String> result = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.corrects() == null) {
                Fact last = last(fact, facts);
                if (last != null) {
                    result.put(key(fact), key(last));
                }
            }
        }
        return result;
    }

    private static @Nullable Fact last(Fact fact, List<Fact> facts) {
        Fact best = null;
        Fact bestOutcome = null;
        for (Fact each : facts) {
            if (fact.id().equals(each.corrects())) {
                Fact outcome = last(each, facts);
                if (outcome != null && (best == null || Fact.BY_PRECEDENCE.compare(each, best) > 0)) {
                    best = each;
                    bestOutcome = outcome;
                }
            }
        }
        if (bestOutcome == null) {
            return fact;
        }
        return bestOutcome.kind().equals(Fact.RETRACTION) ? null : bestOutcome;
    }

    private static Map<String, String> standing(Fact... facts) {
        Map<String, String> result = new TreeMap<>();
        for (StandingFact standing : Corrections.standing(List.of(facts))) {
            result.put(KEYS.getOrDefault(standing.root(), "?"), key(standing.fact()));
        }
        return result;
    }

    private static final Map<FactId, String> KEYS = new HashMap<>();

    static {
        for (int i = 0; i <= 900; i++) {
            KEYS.put(id(Integer.toString(i)), Integer.toString(i));
        }
        for (String key : List.of("a", "b", "c", "q", "r")) {
            KEYS.put(id(key), key);
        }
    }

    private static String key(Fact fact) {
        return KEYS.getOrDefault(fact.id(), "?");
    }

    private static Fact said(String key, @Nullable String corrects, int order) {
        return fact(key, "arrival", corrects, 0, NOON, order, Map.of());
    }

    private static Fact takenBack(String key, String corrects, int order) {
        return fact(key, Fact.RETRACTION, corrects, 0, NOON, order, Map.of());
    }
}
