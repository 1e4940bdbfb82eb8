package org.bihuan.policy.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.decide.Segment;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.bihuan.proof.Seed;
import org.junit.jupiter.api.Test;

/** Laws 1, 3, 4 and 7 without a database, for every pack alone and for all of them together. */
final class LawsTest {
    private static final List<LoadedPack> PACKS = packs();
    private static final int ROUNDS = 150;

    /** A drawn world: its policies, its history, and its present. */
    private record Drawn(
            List<PackPolicy> policies, PackWorld world, Histories history, Instant now, SplittableRandom random) {
        List<Fact> facts() {
            return history.facts();
        }

        Map<SubjectId, Decision> decide(List<Fact> facts, Instant at) {
            Map<SubjectId, Decision> decisions = new LinkedHashMap<>();
            Population.decide(facts, policies, at, Scenarios.HORIZON)
                    .forEach(decision -> decisions.put(decision.subject(), decision));
            return decisions;
        }
    }

    private interface Law {
        void check(Drawn drawn);
    }

    @Test
    void law1_theOrderOfFactsDoesNotMatter() {
        each("law 1", drawn -> {
            Map<SubjectId, Decision> before = drawn.decide(drawn.facts(), drawn.now());
            assertThat(drawn.decide(drawn.history().arriveInAnotherOrder(), drawn.now()))
                    .isEqualTo(before);
        });
    }

    @Test
    void law3_doingAndUndoingChangesNothing() {
        each("law 3", drawn -> {
            Map<SubjectId, Decision> before = drawn.decide(drawn.facts(), drawn.now());
            drawn.history().doAndUndo().doAndUndo();
            Map<SubjectId, Decision> after = drawn.decide(drawn.facts(), drawn.now());
            after.keySet().retainAll(before.keySet());
            assertThat(after).isEqualTo(before);
        });
    }

    @Test
    void law3_whoIsMergedAndUnmergedKeepsTheVersionsAcrossANewOne() {
        each("law 3 with pins", drawn -> {
            List<Fact> facts = drawn.facts();
            Pins alone =
                    pins(drawn.policies(), Population.decide(facts, drawn.policies(), drawn.now(), Scenarios.HORIZON));
            drawn.history().merge(3);
            List<Fact> links = drawn.history()
                    .facts()
                    .subList(facts.size(), drawn.history().facts().size());
            List<Fact> merged = drawn.history().facts();
            List<Decision> together = Population.decide(merged, drawn.policies(), drawn.now(), Scenarios.HORIZON);
            boolean outside = together.stream()
                    .anyMatch(each -> each.reasons().stream()
                            .anyMatch(reason -> reason.row().equals("facts-since")));
            if (outside || links.isEmpty()) {
                return; // what an order only records it does not pin
            }
            List<PackPolicy> next = drawn.policies().stream()
                    .map(each -> PackPolicy.of(each.pack(), List.of(), "next"))
                    .toList();
            assertThat(Population.decide(facts, next, pins(drawn.policies(), together), drawn.now(), Scenarios.HORIZON))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("pins")
                    .isEqualTo(Population.decide(facts, next, alone, drawn.now(), Scenarios.HORIZON));
        });
    }

    private static Pins pins(List<PackPolicy> policies, List<Decision> decisions) {
        Map<String, PackPolicy> byPack = new LinkedHashMap<>();
        policies.forEach(policy -> byPack.put(policy.pack().id(), policy));
        Pins pins = Pins.none();
        for (Decision decision : decisions) {
            for (Decision.Pin pin : decision.pins()) {
                pins = pins.with(pin.episode(), Objects.requireNonNull(byPack.get(pin.pack())));
            }
        }
        return pins;
    }

    @Test
    void law7_otherPeoplesFactsAreTheirOwnBusiness() {
        each("law 7", drawn -> {
            Map<SubjectId, Decision> before = drawn.decide(drawn.facts(), drawn.now());
            Histories others = new Histories(
                    drawn.random(), drawn.world(), drawn.now().minus(Duration.ofDays(30)), drawn.now(), "x");
            others.happen(20).merge(2).correct(5);
            List<Fact> all = new ArrayList<>(drawn.facts());
            all.addAll(others.facts());
            Map<SubjectId, Decision> after = drawn.decide(all, drawn.now());
            before.forEach((subject, decision) -> {
                if (!subject.type().equals("region")) {
                    assertThat(after.get(subject)).isEqualTo(decision);
                }
            });
        });
    }

    @Test
    void law4_theTimelineIsTheDecisionOfThatTime() {
        each("law 4", drawn -> {
            Map<SubjectId, Decision> present = drawn.decide(drawn.facts(), drawn.now());
            for (int i = 0; i < 6; i++) {
                Instant at = drawn.now()
                        .plus(Duration.ofHours(6L * drawn.random().nextInt(200)))
                        .plusSeconds(drawn.random().nextInt(3) - 1L);
                Instant then = at.isBefore(drawn.now()) ? drawn.now() : at;
                drawn.decide(drawn.facts(), then).forEach((subject, decision) -> {
                    Decision foreseen = Objects.requireNonNull(present.get(subject));
                    same(foreseen, decision, then);
                });
            }
        });
    }

    private static void same(Decision foreseen, Decision decision, Instant then) {
        Segment ahead = foreseen.at(then);
        String what = decision.subject() + " at " + then + " seen from " + foreseen.decidedAt();
        assertThat(ahead.measures())
                .as(what + " measures")
                .isEqualTo(decision.now().measures());
        assertThat(ahead.release())
                .as(what + " release")
                .isEqualTo(decision.now().release());
        Instant written = foreseen.decidedAt().plus(Scenarios.HORIZON);
        assertThat(states(ahead.duties(), then, written))
                .as(what + " duties")
                .isEqualTo(states(decision.now().duties(), then, written));
    }

    private static Map<UUID, String> states(List<Duty> duties, Instant then, Instant written) {
        Map<UUID, String> states = new LinkedHashMap<>();
        for (Duty duty : duties) {
            assertThat(states).as("a duty stands once").doesNotContainKey(duty.id());
            // A turn is written once its end lies inside the horizon, at most a day after it opens.
            if (duty.step().length() < 10
                    || duty.opensAt().isBefore(then)
                            && !duty.opensAt().plus(Duration.ofDays(1)).isAfter(written)) {
                states.put(
                        duty.id(),
                        duty.obligation() + "/" + duty.step() + " " + duty.stateAt(then) + " " + duty.opensAt() + " "
                                + duty.dueAt() + " " + duty.met());
            }
        }
        return states;
    }

    private static List<LoadedPack> packs() {
        List<LoadedPack> packs = new ArrayList<>(ShippedPacks.all());
        packs.add(ShippedPacks.testPlan());
        return packs;
    }

    private static void each(String law, Law test) {
        SplittableRandom random = Seed.random(law);
        List<List<LoadedPack>> sets = new ArrayList<>();
        PACKS.forEach(pack -> sets.add(List.of(pack)));
        sets.add(PACKS);
        int duties = 0;
        int measures = 0;
        for (int round = 0; round < Seed.rounds(ROUNDS); round++) {
            for (List<LoadedPack> packs : sets) {
                Drawn drawn = draw(packs, random.split());
                test.check(drawn);
                for (Decision decision :
                        drawn.decide(drawn.facts(), drawn.now()).values()) {
                    duties += decision.duties().size();
                    measures += decision.measures().size();
                }
            }
        }
        System.out.println(law + ": " + duties + " duties, " + measures + " measures");
        assertThat(duties).as("a world without duties proves nothing").isGreaterThan(ROUNDS);
        assertThat(measures).as("a world without measures proves nothing").isGreaterThan(ROUNDS / 2);
    }

    private static Drawn draw(List<LoadedPack> packs, SplittableRandom random) {
        PackWorld world = PackWorld.of(packs);
        Instant valid = packs.getFirst().pack().manifest().validFrom();
        Instant now = valid.plus(Duration.ofHours(6L * random.nextInt(160)));
        List<PackPolicy> policies = packs.stream()
                .map(pack -> PackPolicy.of(pack.pack(), Settings.random(pack.pack(), world, random, now), "random"))
                .toList();
        Histories history = new Histories(random, world, valid.minus(Duration.ofDays(14)), now, "");
        history.happen(5 + random.nextInt(25)).merge(random.nextInt(3)).correct(random.nextInt(8));
        Drawn drawn = new Drawn(policies, world, history, now, random);
        Map<UUID, SubjectId> duties = new LinkedHashMap<>();
        drawn.decide(history.facts(), now)
                .values()
                .forEach(decision -> decision.duties().forEach(duty -> {
                    duties.put(duty.id(), duty.subject());
                    duty.aliases().forEach(alias -> duties.put(alias, duty.subject()));
                }));
        history.attend(duties, random.nextInt(6)).correct(random.nextInt(4));
        return drawn;
    }
}
