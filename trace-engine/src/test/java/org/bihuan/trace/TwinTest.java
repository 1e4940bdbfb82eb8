package org.bihuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;
import org.junit.jupiter.api.Test;

/** The engine over segments in memory gives the twin's answers, whatever the split into segments. */
public class TwinTest {
    private static final int MAX_STAY = 1440;

    @Test
    void everyQuestionHasTheTwinsAnswer() {
        Seeds.forEach(100, random -> {
            RandomWorld world = new RandomWorld(random);
            List<Visit> visits = world.visits(random.nextInt(1, 120), false);
            ObviousTrace twin = new ObviousTrace(visits, OptionalInt.empty(), MAX_STAY);
            EngineAnswers engine = engine(visits, random);
            compare(world, random, twin, engine);
        });
    }

    public static void compare(RandomWorld world, RandomGenerator random, ObviousTrace twin, EngineAnswers engine) {
        ObviousTrace.Question question = world.question();
        for (String person : twin.people()) {
            assertThat(engine.firstRing(person, question)).isEqualTo(twin.firstRing(person, question));
            assertThat(engine.secondRing(person, question)).isEqualTo(twin.secondRing(person, question));
            assertThat(engine.members(person, question))
                    .isEqualTo(twin.secondRing(person, question).stream()
                            .map(ObviousTrace.Second::person)
                            .toList());
            assertThat(engine.explain(person, question, 1)).isEqualTo(twin.explainFirstRing(person, question));
            assertThat(engine.explain(person, question, 2)).isEqualTo(twin.explainSecondRing(person, question));
            assertThat(engine.venues(person, question, 1)).isEqualTo(twin.venues(person, question, false));
            assertThat(engine.venues(person, question, 2)).isEqualTo(twin.venues(person, question, true));
        }
        Set<String> some = new TreeSet<>(twin.people());
        some.removeIf(person -> random.nextInt(3) == 0);
        int from = question.from();
        int to = question.to();
        for (int minPersons = 1; minPersons < 4; minPersons++) {
            assertThat(engine.common(some, from, to, minPersons)).isEqualTo(twin.common(some, from, to, minPersons));
        }
        String place = world.place();
        if (engine.placeNumber().applyAsInt(place) >= 0) {
            assertThat(engine.visitors(place, from, to)).isEqualTo(twin.visitors(place, from, to));
        }
    }

    /** Each visit goes into one of up to three segments of its day. */
    static EngineAnswers engine(List<Visit> visits, RandomGenerator random) {
        Numbering people = new Numbering();
        Numbering places = new Numbering();
        int split = random.nextInt(1, 4);
        Map<Integer, DaySegmentBuilder> builders = new HashMap<>();
        for (Visit visit : visits) {
            if (visit.leave() <= visit.enter() || visit.leave() - visit.enter() > MAX_STAY) {
                continue;
            }
            int day = visit.enter() / 1440;
            builders.computeIfAbsent(day * 4 + random.nextInt(split), key -> new DaySegmentBuilder(day, 4))
                    .add(people.numberOf(visit.person()), places.numberOf(visit.place()), visit.enter(), visit.leave());
        }
        List<DaySegment> segments = new ArrayList<>();
        builders.values().forEach(builder -> segments.add(builder.build()));
        TraceEngine engine = TraceEngine.of(segments, people.order(), places.order());
        return new EngineAnswers(engine, people::find, people::id, places::find, places::id);
    }
}
