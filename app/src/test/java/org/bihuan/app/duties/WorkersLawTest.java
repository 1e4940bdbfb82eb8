package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.app.facts.Append;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Law 5: several workers while facts arrive from several senders, some twice, double no duty and lose no mark. */
@Tag("database")
class WorkersLawTest {
    private static final int SENDERS = 3;

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
    void twoWorkersEndInTheStateOfOne() {
        LawRounds.play(3, random -> play(random, 2));
    }

    @Test
    void fourWorkersEndInTheStateOfOne() {
        LawRounds.play(3, random -> play(random, 4));
    }

    private void play(Random random, int workers) throws Exception {
        derived.clear();
        List<RawFact> facts = RandomHistory.of(random, 60, derived::duties);
        List<RawFact> sent = new ArrayList<>(facts);
        sent.addAll(facts.subList(0, facts.size() / 3)); // a sender that heard no answer sends again
        Collections.shuffle(sent, random);
        AtomicInteger sending = new AtomicInteger(SENDERS);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            List<RawFact> share = sent.subList(sent.size() * i / SENDERS, sent.size() * (i + 1) / SENDERS);
            Random own = new Random(random.nextLong());
            tasks.add(() -> send(share, own, sending));
        }
        for (int i = 0; i < workers; i++) {
            int number = i;
            Random own = new Random(random.nextLong());
            tasks.add(() -> work(number, workers, own, sending));
        }
        int recorded = 0;
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                recorded += each.get();
            }
        }
        assertThat(recorded).as("each fact is recorded once").isEqualTo(facts.size());
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
        assertThat(Derived.difference(derived.twin(facts), derived.stored())).isEmpty();
        assertThat(MACHINE.append(facts.toArray(RawFact[]::new))).allMatch(each -> each instanceof Append.Repeated);
        assertThat(MACHINE.duties().lag(MACHINE.now()).marks())
                .as("a repeat wakes nobody")
                .isZero();
    }

    private static int send(List<RawFact> facts, Random random, AtomicInteger sending) {
        int recorded = 0;
        for (int at = 0; at < facts.size(); ) {
            int size = Math.min(facts.size() - at, 1 + random.nextInt(6));
            for (Append answer : MACHINE.append(facts.subList(at, at + size).toArray(RawFact[]::new))) {
                assertThat(answer).isNotInstanceOf(Append.Refused.class).isNotInstanceOf(Append.Conflict.class);
                recorded += answer instanceof Append.Recorded ? 1 : 0;
            }
            at += size;
        }
        sending.decrementAndGet();
        return recorded;
    }

    /** Works in batches of random size until nobody sends any more and nobody waits. */
    private static int work(int number, int workers, Random random, AtomicInteger sending) {
        Reconciler reconciler = MACHINE.bean(Reconciler.class);
        int idle = 0;
        while (idle < 20) {
            boolean over = sending.get() == 0;
            Lane lane = random.nextInt(4) == 0 ? Lane.CLOCK : Lane.LIVE;
            int done = reconciler.run(lane, MACHINE.now(), 1 + random.nextInt(8), number, workers);
            idle = over && done == 0 ? idle + 1 : 0;
        }
        return 0;
    }
}
