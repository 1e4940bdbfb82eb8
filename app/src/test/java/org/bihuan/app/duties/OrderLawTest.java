package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Laws 1 to 3: order does not matter, the record replayed is the live state, what is taken back leaves no trace. */
@Tag("database")
class OrderLawTest {
    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @TempDir
    static Path folder;

    private final Derived derived = Derived.of(MACHINE);

    @BeforeAll
    static void twoOrders() {
        MACHINE.at(RandomHistory.NOW);
        Path school = TestPacks.sensitiveSchool(folder);
        MACHINE.orders().activate(school, Machine.home().resolve("packs"), MACHINE.now(), "test");
        MACHINE.settle();
    }

    @Test
    void theOrderAndTheBatchesInWhichFactsArriveDoNotMatter() {
        LawRounds.play(4, random -> {
            List<RawFact> facts = history(random);
            List<String> expected = derived.twin(facts);
            record(facts, random);
            assertThat(Derived.difference(expected, derived.stored()))
                    .as("in order")
                    .isEmpty();
            List<RawFact> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            record(shuffled, random);
            assertThat(Derived.difference(expected, derived.stored()))
                    .as("shuffled")
                    .isEmpty();
        });
    }

    @Test
    void theRecordReplayedIsTheLiveState() {
        LawRounds.play(3, random -> {
            record(history(random), random);
            List<String> live = derived.everything();
            MACHINE.duties().rebuild();
            MACHINE.settle();
            assertThat(Derived.difference(live, derived.everything())).isEmpty();
        });
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        LawRounds.play(3, random -> {
            List<RawFact> facts = history(random);
            record(facts, random);
            List<String> before = derived.everything();
            RandomHistory more = new RandomHistory(random, "more");
            List<RawFact> taken = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                taken.add(random.nextBoolean() ? more.addLink() : more.addCorrectionOf(facts));
                append(taken.getLast());
            }
            Collections.shuffle(taken, random);
            for (RawFact each : taken) {
                append(more.addRetraction(each));
            }
            assertThat(Derived.difference(before, derived.everything())).isEmpty();
        });
    }

    private List<RawFact> history(Random random) {
        return RandomHistory.of(random, 40, derived::duties);
    }

    /** Records from an empty database in batches of random size, with the workers at work between some of them. */
    private void record(List<RawFact> facts, Random random) {
        derived.clear();
        for (int at = 0; at < facts.size(); ) {
            int size = Math.min(facts.size() - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 25));
            append(facts.subList(at, at + size).toArray(RawFact[]::new));
            at += size;
        }
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
    }

    private static void append(RawFact... facts) {
        assertThat(MACHINE.append(facts)).allMatch(answer -> answer instanceof org.bihuan.app.facts.Append.Recorded);
        if (facts.length % 3 != 0) {
            MACHINE.settle();
        }
    }
}
