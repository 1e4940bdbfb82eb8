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
import org.bihuan.app.facts.Misfit;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
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

/** Laws 1 and 2 where the pack that declares a kind comes into force after facts of the kind were recorded. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class KindDeclaredLaterTest {
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
    void factsBeforeAndAfterTheirPackComeToTheSame() {
        LawRounds.play(1, random -> {
            Derived derived = Derived.of(machine);
            List<RawFact> facts = new ArrayList<>(RandomHistory.of(random, 120, derived::duties));
            List<RawFact> checks = checks(random, 12);
            facts.addAll(checks);
            Collections.shuffle(facts, random);
            int before = random.nextInt(facts.size() / 2) + facts.size() / 2;
            record(facts.subList(0, before));
            machine.settle();
            activate(TestPacks.sensitiveSchool(folder));
            record(facts.subList(before, facts.size()));
            machine.settle();
            List<String> twin = derived.twin(facts);
            assertThat(Derived.difference(twin, derived.stored())).isEmpty();
            List<RawFact> without = new ArrayList<>(facts);
            without.removeAll(checks);
            assertThat(derived.twin(without)).as("the checks decide something").isNotEqualTo(twin);
            List<String> live = derived.everything();
            retype();
            machine.duties().rebuild();
            machine.settle();
            assertThat(Derived.difference(live, derived.everything())).isEmpty();
        });
    }

    @Test
    void aFactOfAKindDeclaredLaterGetsItsTypes() {
        assertThat(machine.append(check("k", null, "2020-07-27T08:00+08:00", "41")))
                .hasOnlyElementsOfType(Append.Recorded.class);
        assertThat(read().getFirst().fields()).isEmpty();
        activate(TestPacks.sensitiveSchool(folder));
        Fact typed = read().getFirst();
        assertThat(typed.fields().get("present")).hasToString("41");
        assertThat(typed.occurredAt()).isEqualTo("2020-07-27T00:00:00Z");
        assertThat(typed.statedAt()).isEqualTo("2020-07-27T00:00:00Z");
        retype();
        assertThat(read()).containsExactly(typed);
        assertThat(untyped()).isZero();
    }

    @Test
    void aFactThatTellsNoTimeStaysWithoutADateOfItsOwn() {
        machine.append(Machine.fact("k", "class-check", CLASS, Map.of("present", "41")));
        activate(TestPacks.sensitiveSchool(folder));
        Fact typed = read().getFirst();
        assertThat(typed.isDated()).isFalse();
        assertThat(typed.occurredAt()).isEqualTo(machine.now());
        retype();
        assertThat(read()).containsExactly(typed);
    }

    @Test
    void aNewerDeclarationTypesWhatWasTypedByTheOlder() {
        Path pack = TestPacks.sensitiveSchool(folder);
        activate(pack);
        RawFact sent = check("k", null, "2020-07-27T08:00+08:00", "41");
        Map<String, Object> payload = new HashMap<>(sent.payload());
        payload.put("toldAt", "2020-07-26T08:00+08:00");
        machine.append(Machine.fact("k", "class-check", CLASS, payload));
        assertThat(read().getFirst().fields()).doesNotContainKey("toldAt");
        TestPacks.replace(pack, "facts.yaml", "occurred: checkedAt\n    fields:\n", """
                occurred: toldAt
                    fields:
                      toldAt: {type: time, zh: 告知时间, en: Told at}
                """);
        activate(pack);
        Fact typed = read().getFirst();
        assertThat(typed.occurredAt()).isEqualTo("2020-07-26T00:00:00Z");
        retype();
        assertThat(read()).containsExactly(typed);
    }

    @Test
    void aPayloadThatDoesNotFitIsKeptListedAndUnreadUntilItIsCorrected() {
        machine.append(check("bad", null, "yesterday", "41"));
        assertThat(misfits()).as("of a kind nobody knows").isEmpty();
        activate(TestPacks.sensitiveSchool(folder));
        for (int i = 0; i < 2; i++) {
            assertThat(misfits()).singleElement().satisfies(misfit -> {
                assertThat(misfit.kind()).isEqualTo("class-check");
                assertThat(misfit.key()).isEqualTo("bad");
                assertThat(misfit.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("checkedAt"));
            });
            assertThat(read())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.kind()).isEqualTo(Fact.SILENT));
            retype();
        }
        machine.append(check("good", "bad", "2020-07-27T08:00+08:00", "41"));
        machine.settle();
        assertThat(Corrections.standing(read()))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.fact().fields().get("present")).hasToString("41"));
    }

    private List<Misfit> misfits() {
        return machine.bean(Facts.class).misfits(null, 100);
    }

    private List<Fact> read() {
        Facts facts = machine.bean(Facts.class);
        return facts.read(facts.groups(List.of(CLASS))).get(CLASS).facts();
    }

    private void retype() {
        Facts facts = machine.bean(Facts.class);
        facts.retypeNext(null, 3);
        FactId at = facts.retypeNext(null, 3).last(); // the first step twice, as after a kill
        while (at != null) {
            at = facts.retypeNext(at, 3).last();
        }
    }

    private long untyped() {
        return machine.database()
                .jdbcOfOwner()
                .sql("select count(*) from facts.fact where declaration is null")
                .query(Long.class)
                .single();
    }

    private void activate(Path pack) {
        assertThat(machine.orders().activate(pack, Machine.home().resolve("packs"), machine.now(), "test"))
                .isTrue();
    }

    private void record(List<RawFact> facts) {
        assertThat(machine.append(facts.toArray(RawFact[]::new))).hasOnlyElementsOfType(Append.Recorded.class);
    }

    private static List<RawFact> checks(Random random, int size) {
        List<RawFact> checks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String corrects = i > 0 && random.nextInt(4) == 0 ? "check" + random.nextInt(i) : null;
            String at = RandomHistory.NOW
                    .minusSeconds(60L * random.nextInt(4 * 1440))
                    .toString();
            checks.add(check("check" + i, corrects, at, "40"));
        }
        return checks;
    }

    private static RawFact check(String key, @Nullable String corrects, String at, String present) {
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
                Map.of("checkedAt", at, "present", present, "absent", "1", "newCases", "1"));
    }
}
