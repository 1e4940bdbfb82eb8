package org.bihuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.QueryStopped;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.junit.jupiter.api.Test;

/** Rings of many people, which several threads share: the twin's answers, with one thread and with more. */
class CrowdTwinTest {
    private static final int START = RandomWorld.DAY_ZERO;
    private static final Window WINDOW = new Window(START, START + 4 * 1440);

    private static List<Visit> crowd(RandomGenerator random, int people, int places) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < people * 8; i++) {
            int enter = START + (random.nextInt(4) == 0 ? 1440 * random.nextInt(1, 3) : random.nextInt(3 * 1440));
            int length = random.nextInt(5) == 0 ? random.nextInt(400, 1400) : random.nextInt(1, 40);
            visits.add(new Visit("p" + random.nextInt(people), "v" + random.nextInt(places), enter, enter + length));
        }
        return visits;
    }

    private static EngineAnswers with(EngineAnswers answers, int threads) {
        return new EngineAnswers(
                answers.engine().withThreads(threads),
                answers.personNumber(),
                answers.person(),
                answers.placeNumber(),
                answers.place());
    }

    @Test
    void everyNumberOfThreadsHasTheTwinsAnswer() {
        Seeds.forEach(3, random -> {
            List<Visit> visits = crowd(random, 50, random.nextInt(1, 5));
            ObviousTrace twin = new ObviousTrace(visits, OptionalInt.empty(), 1440);
            EngineAnswers answers = TwinTest.engine(visits, random);
            OptionalInt cap = random.nextBoolean() ? OptionalInt.of(40) : OptionalInt.empty();
            ObviousTrace.Question question = new ObviousTrace.Question(
                    START + random.nextInt(600), START + 4 * 1440, random.nextInt(1, 40), Set.of(), 5, Map.of(), cap);
            for (int i = 0; i < 2; i++) {
                String person = "p" + random.nextInt(50);
                List<ObviousTrace.Second> second = twin.secondRing(person, question);
                List<ObviousTrace.Venue> venues = twin.venues(person, question, true);
                for (int threads = 1; threads <= 4; threads++) {
                    EngineAnswers some = with(answers, threads);
                    assertThat(some.secondRing(person, question)).isEqualTo(second);
                    assertThat(some.secondRing(person, question))
                            .as("asked again")
                            .isEqualTo(second);
                    assertThat(some.members(person, question))
                            .isEqualTo(second.stream()
                                    .map(ObviousTrace.Second::person)
                                    .toList());
                    assertThat(some.venues(person, question, 2)).isEqualTo(venues);
                }
            }
        });
    }

    /** The case was at none of the capped places: each is found through one contact only, so by one thread only. */
    @Test
    void cappedPlacesThatOtherThreadsFoundAreReported() {
        int contacts = 200;
        List<Visit> visits = new ArrayList<>();
        visits.add(new Visit("case", "office", START, START + 60));
        for (int contact = 0; contact < contacts; contact++) {
            visits.add(new Visit("c" + contact, "office", START, START + 60));
            visits.add(new Visit("c" + contact, "hall " + contact, START + 100, START + 160));
            for (int other = 0; other < contacts + 5; other++) {
                visits.add(new Visit("o" + other, "hall " + contact, START + 100, START + 160));
            }
        }
        ObviousTrace.Question question =
                new ObviousTrace.Question(START, START + 1440, 15, Set.of(), 0, Map.of(), OptionalInt.of(contacts + 2));
        Seeds.forEach(1, random -> {
            EngineAnswers answers = TwinTest.engine(visits, random);
            List<ObviousTrace.Venue> alone = with(answers, 1).venues("case", question, 2);
            assertThat(alone).hasSize(contacts);
            for (int round = 0; round < 5; round++) {
                assertThat(with(answers, 4).venues("case", question, 2)).isEqualTo(alone);
            }
        });
    }

    @Test
    void manyCasesAtOnceHaveTheRingsOfEachAlone() {
        Seeds.forEach(4, random -> {
            EngineAnswers answers = TwinTest.engine(crowd(random, 150, 20), random);
            List<Integer> cases = random.ints(200, 0, 160).boxed().toList();
            RingRule rule = RingRule.of(WINDOW, random.nextInt(1, 60));
            List<FirstRing> expected = cases.stream()
                    .map(person -> answers.engine().firstRing(person, rule, QueryLimit.none()))
                    .toList();
            for (int threads = 1; threads <= 4; threads++) {
                TraceEngine engine = answers.engine().withThreads(threads);
                assertThat(engine.firstRings(cases, rule, QueryLimit.none())).isEqualTo(expected);
            }
        });
    }

    @Test
    void aQuestionSharedByThreadsStopsAtItsDeadlineAndTheNextOneIsNotHarmed() {
        Seeds.forEach(3, random -> {
            List<Visit> visits = crowd(random, 150, 2);
            EngineAnswers answers = with(TwinTest.engine(visits, random), 3);
            Collection<Integer> cases = random.ints(100, 0, 150).boxed().toList();
            RingRule rule = RingRule.of(WINDOW, 1);
            List<FirstRing> before = answers.engine().firstRings(cases, rule, QueryLimit.none());
            int person = answers.personNumber().applyAsInt("p1");
            Object second = answers.engine().secondRing(person, rule, QueryLimit.none());
            AtomicInteger checks = new AtomicInteger();
            askAll(answers.engine(), person, cases, QueryLimit.within(10, () -> checks.getAndIncrement() * 0L));
            for (int round = 0; round < 20; round++) {
                AtomicInteger patience = new AtomicInteger(random.nextInt(1, checks.get() - 10));
                QueryLimit limit = QueryLimit.within(10, () -> patience.getAndDecrement() > 0 ? 0 : 1_000);
                assertThatThrownBy(() -> askAll(answers.engine(), person, cases, limit))
                        .isInstanceOf(QueryStopped.class);
                assertThat(answers.engine().firstRings(cases, rule, QueryLimit.none()))
                        .isEqualTo(before);
                assertThat(answers.engine().secondRing(person, rule, QueryLimit.none()))
                        .isEqualTo(second);
            }
        });
    }

    private static void askAll(TraceEngine engine, int person, Collection<Integer> cases, QueryLimit limit) {
        RingRule rule = RingRule.of(WINDOW, 1);
        engine.secondRing(person, rule, limit);
        engine.firstRings(cases, rule, limit);
        engine.secondRingMembers(person, rule, limit);
    }
}
