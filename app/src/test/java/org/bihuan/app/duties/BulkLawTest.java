package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Laws 1 to 3 with bulk facts in the histories: checks of classes, decisive when somebody has fallen ill. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class BulkLawTest {
    private static final int CHECKS = 30;
    private static final SubjectId CLASS = new SubjectId("class", "c0");

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    @TempDir
    Path folder;

    @BeforeEach
    void now() {
        machine.at(RandomHistory.NOW);
    }

    @Test
    void orderReplayAndTakingBack() {
        activate(TestPacks.bulkChecks(folder, 1));
        Derived derived = Derived.of(machine);
        LawRounds.play(4, random -> {
            List<RawFact> facts = history(random, derived);
            List<String> expected = derived.twin(facts);
            record(facts, random, derived);
            assertThat(Derived.difference(expected, derived.stored()))
                    .as("in order")
                    .isEmpty();
            assertThat(count("select count(*) from facts.bulk where key like 'check%'"))
                    .isEqualTo(CHECKS);
            Collections.shuffle(facts, random);
            record(facts, random, derived);
            assertThat(Derived.difference(expected, derived.stored()))
                    .as("shuffled")
                    .isEmpty();
            List<String> live = derived.everything();
            machine.duties().rebuild();
            machine.settle();
            assertThat(Derived.difference(live, derived.everything()))
                    .as("replayed")
                    .isEmpty();
            takeBack(facts, random);
            assertThat(Derived.difference(live, derived.everything()))
                    .as("taken back")
                    .isEmpty();
            assertThat(machine.append(facts.toArray(RawFact[]::new))).hasOnlyElementsOfType(Append.Repeated.class);
        });
    }

    @Test
    void aKindThatBecomesBulkAndANewConditionComeToTheSame() {
        Derived derived = Derived.of(machine);
        LawRounds.play(1, random -> {
            List<RawFact> facts = history(random, derived);
            Collections.shuffle(facts, random);
            int third = facts.size() / 3;
            append(facts.subList(0, third));
            machine.settle();
            Path pack = TestPacks.bulkChecks(folder, 2);
            activate(pack);
            append(facts.subList(third, 2 * third));
            machine.settle();
            activate(TestPacks.replace(pack, "facts.yaml", "at-least: 2", "at-least: 1"));
            machine.settle();
            append(facts.subList(2 * third, facts.size()));
            Facts bean = machine.bean(Facts.class);
            for (FactId at = bean.settleBulkNext(null, 3).last(); at != null; ) {
                at = bean.settleBulkNext(at, 3).last();
            }
            machine.settle();
            assertThat(Derived.difference(derived.twin(facts), derived.stored()))
                    .isEmpty();
            assertThat(bean.settleBulkNext(null, 3).count()).isZero();
        });
    }

    @Test
    void correctionsMakeAFactDecisiveAndBackAndUndecisiveOnesWakeNobody() {
        activate(TestPacks.bulkChecks(folder, 1));
        machine.settle();
        RawFact none = check("none", null, 60, "0");
        RawFact some = check("some", "none", 60, "3");
        RawFact back = check("back", "some", 60, "0");
        append(List.of(none));
        assertThat(machine.duties().lag(machine.now()).marks()).isZero();
        assertThat(seen()).isEmpty();
        append(List.of(some));
        assertThat(machine.duties().lag(machine.now()).marks()).isPositive();
        assertThat(seen()).containsExactly("3");
        append(List.of(back));
        assertThat(seen()).isEmpty();
        append(List.of(retraction("undo", "back")));
        assertThat(seen()).containsExactly("3");
        Map<String, Object> other = new HashMap<>(none.payload());
        other.put("newCases", "1");
        assertThat(machine.append(
                        none,
                        Machine.fact("none", "class-check", CLASS, other),
                        Machine.fact("odd", "class-check", CLASS, Map.of("newCases", "1", "colour", "red"))))
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsExactly("Repeated", "Conflict", "Refused");
        RawFact otherKind = Machine.fact("none", "absence", CLASS, Map.of("reason", "another kind"));
        assertThat(machine.append(otherKind)).hasOnlyElementsOfType(Append.Conflict.class);
        append(List.of(Machine.fact("day", "absence", CLASS, Map.of())));
        assertThat(machine.append(check("day", null, 60, "1"))).hasOnlyElementsOfType(Append.Conflict.class);
    }

    @Test
    void ofAHundredThousandWithOneBadOneAllTheOthersAreRecorded() {
        machine.settle();
        List<RawFact> batch = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            SubjectId person = new SubjectId("person", "p" + i % 50_000);
            String temperature = i == 70_000 ? "warm" : i % 1_000 == 0 ? "38.1" : "36.6";
            batch.add(Machine.fact("k" + i, "temperature-reading", person, Map.of("temperature", temperature)));
        }
        List<Append> answers = machine.append(batch.toArray(RawFact[]::new));
        assertThat(answers.get(70_000)).isInstanceOf(Append.Refused.class);
        assertThat(answers).filteredOn(each -> each instanceof Append.Recorded).hasSize(99_999);
        assertThat(count("select count(*) from facts.bulk")).isEqualTo(99_999);
        assertThat(count("select count(*) from facts.mark")).isEqualTo(50);
        assertThat(count("select count(*) from facts.fact")).isZero();
    }

    private List<RawFact> history(Random random, Derived derived) {
        List<RawFact> facts = new ArrayList<>(RandomHistory.of(random, 40, derived::duties));
        for (int i = 0; i < CHECKS; i++) {
            String corrects = i > 0 && random.nextInt(3) == 0 ? "check" + random.nextInt(i) : null;
            facts.add(check("check" + i, corrects, random.nextInt(4 * 1440), "" + random.nextInt(3)));
        }
        for (int i = 0; i < 6; i++) {
            facts.add(retraction("retract" + i, "check" + random.nextInt(CHECKS)));
        }
        return facts;
    }

    private void takeBack(List<RawFact> facts, Random random) {
        List<RawFact> undone = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String key = "more" + i + random.nextLong();
            undone.add(check(key, "check" + random.nextInt(CHECKS), random.nextInt(1440), "" + random.nextInt(3)));
            append(undone);
            undone.clear();
            machine.settle();
            append(List.of(retraction("undo-" + key, key)));
            machine.settle();
        }
        assertThat(facts).isNotEmpty();
    }

    private void record(List<RawFact> facts, Random random, Derived derived) {
        derived.clear();
        for (int at = 0; at < facts.size(); ) {
            int size = Math.min(facts.size() - at, 1 + random.nextInt(12));
            append(facts.subList(at, at + size));
            if (random.nextBoolean()) {
                machine.settle();
            }
            at += size;
        }
        machine.settle();
    }

    private void append(List<RawFact> facts) {
        assertThat(machine.append(facts.toArray(RawFact[]::new))).hasOnlyElementsOfType(Append.Recorded.class);
    }

    /** New cases of the standing checks that rules see. */
    private List<String> seen() {
        Facts facts = machine.bean(Facts.class);
        return Corrections.standing(
                        facts.read(facts.groups(List.of(CLASS))).get(CLASS).facts())
                .stream()
                .filter(each -> each.fact().kind().equals("class-check"))
                .map(each -> each.fact().fields().get("newCases").toString())
                .toList();
    }

    private long count(String sql) {
        return machine.database().jdbcOfOwner().sql(sql).query(Long.class).single();
    }

    private void activate(Path pack) {
        assertThat(machine.orders().activate(pack, Machine.home().resolve("packs"), machine.now(), "test"))
                .isTrue();
    }

    private static RawFact retraction(String key, String corrects) {
        return new RawFact(
                "test",
                key,
                "retraction",
                1,
                null,
                null,
                0,
                0,
                corrects,
                List.of(new FactSubject("class", CLASS)),
                null,
                Map.of());
    }

    private static RawFact check(String key, @Nullable String corrects, int minutesAgo, String newCases) {
        return new RawFact(
                "test",
                key,
                "class-check",
                1,
                null,
                null,
                0,
                0,
                corrects,
                List.of(new FactSubject("class", CLASS)),
                null,
                Map.of(
                        "checkedAt",
                        RandomHistory.NOW.minusSeconds(60L * minutesAgo).toString(),
                        "present",
                        "40",
                        "newCases",
                        newCases));
    }
}
