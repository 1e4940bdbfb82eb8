package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A subject that nobody can work out stands aside with an alarm; everybody else goes on. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PoisonTest {
    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    private final Derived derived = Derived.of(MACHINE);
    private final JdbcClient owner = MACHINE.database().jdbcOfOwner();

    @BeforeEach
    void empty() {
        MACHINE.at(RandomHistory.NOW);
        derived.clear();
    }

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    static RawFact arrival(String key, String person) {
        return Machine.fact(
                key,
                "arrival",
                person(person),
                Map.of(
                        "arrivedAt", "2020-07-25T10:00+08:00",
                        "origin", "210202000000",
                        "originRisk", "high",
                        "destination", "210302000000"));
    }

    private static RawFact link(String key, String one, String other) {
        RawFact fact = Machine.fact(key, "subject-link", person(one), Map.of());
        return new RawFact(
                fact.source(),
                key,
                fact.kind(),
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(
                        fact.subjects().getFirst(),
                        Machine.fact(key, "x", person(other), Map.of())
                                .subjects()
                                .getFirst()),
                null,
                Map.of());
    }

    /** Damages what is stored, as no program of ours can. */
    private void damage(String key) {
        assertThat(owner.sql("update facts.fact set fields = 'no field at all' where key = :key")
                        .param("key", key)
                        .update())
                .isEqualTo(1);
    }

    private void repair(String key, String from) {
        owner.sql("update facts.fact set fields = (select fields from facts.fact where key = :from) where key = :key")
                .param("key", key)
                .param("from", from)
                .update();
    }

    private List<String> owing() {
        return owner.sql("select distinct subject from duties.duty where subject like 'person:%' order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void oneOfManyIsParkedAloneAndTriedAgainWhenAsked() {
        List<RawFact> facts = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            facts.add(arrival("k" + i, "p" + i));
        }
        MACHINE.append(facts.toArray(RawFact[]::new));
        damage("k33");
        MACHINE.settle();
        assertThat(owing()).hasSize(49).doesNotContain("person:p33");
        assertThat(MACHINE.duties().lag(MACHINE.now()).parkedSubjects()).isEqualTo(1);
        assertThat(MACHINE.duties().unpark()).isEqualTo(1);
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now()).parkedSubjects())
                .as("still damaged")
                .isEqualTo(1);
        repair("k33", "k34");
        MACHINE.duties().unpark();
        MACHINE.settle();
        assertThat(owing()).hasSize(50);
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
    }

    @Test
    void marksOfParkedSubjectsAndOfWhoeverIsOneWithThemDoNotStandInTheWay() {
        MACHINE.append(arrival("k1", "a"), arrival("k2", "b"), link("k3", "a", "b"));
        damage("k1");
        MACHINE.settle();
        MACHINE.append(arrival("k4", "b"), arrival("k5", "c"));
        Reconciler reconciler = MACHINE.bean(Reconciler.class);
        for (int i = 0; i < 10; i++) {
            reconciler.run(Lane.LIVE, MACHINE.now(), 1); // each turn sees one mark only
        }
        assertThat(owing()).containsExactly("person:c");
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 1));
        repair("k1", "k2");
        MACHINE.duties().unpark();
        MACHINE.settle();
        assertThat(owing()).containsExactly("person:a", "person:c");
    }

    @Test
    void rebuildingTriesParkedSubjectsToo() {
        MACHINE.append(arrival("k1", "a"), arrival("k2", "b"));
        damage("k1");
        MACHINE.settle();
        repair("k1", "k2");
        MACHINE.duties().rebuild();
        MACHINE.settle();
        assertThat(owing()).containsExactly("person:a", "person:b");
    }

    @Test
    void aFloodInTheLiveLaneDoesNotKeepTheClockFromRunning() {
        MACHINE.append(arrival("early", "clock"));
        MACHINE.settle();
        List<RawFact> flood = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            flood.add(arrival("flood" + i, "f" + i));
        }
        MACHINE.append(flood.toArray(RawFact[]::new));
        MACHINE.at(RandomHistory.NOW.plus(java.time.Duration.ofDays(30)));
        Workers workers = new Workers(
                MACHINE.bean(Reconciler.class),
                MACHINE.bean(org.bihuan.app.facts.Marks.class),
                MACHINE.clock(),
                MACHINE.bean(WorkerPulse.class),
                1,
                5);
        workers.start();
        try {
            while (MACHINE.duties().lag(MACHINE.now()).dueSubjects() > 0) {
                Thread.onSpinWait();
            }
            assertThat(MACHINE.duties().lag(MACHINE.now()).marks())
                    .as("the flood is not over yet")
                    .isPositive();
        } finally {
            workers.stop();
        }
        MACHINE.settle();
    }
}
