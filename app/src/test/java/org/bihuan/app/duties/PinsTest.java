package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Law 7: an answer depends on the dossier, the pins and the time, and on nothing that happens elsewhere. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PinsTest {
    private static final String ANSHAN = "anshan-2020";
    private static final DivisionCode DISTRICT = DivisionCode.of("210302000000");
    private static final Path SHARED = Machine.home().resolve("packs");

    @TempDir
    Path folder;

    @RegisterExtension
    final Machine machine = new Machine(ANSHAN);

    @BeforeEach
    void now() {
        machine.at(RandomHistory.NOW);
        machine.settle();
    }

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    private void arrive(String key, String person, String risk, String destination) {
        machine.append(Machine.fact(
                key,
                "arrival",
                person(person),
                Map.of(
                        "arrivedAt", "2020-07-25T10:00+08:00",
                        "origin", "210202000000",
                        "originRisk", risk,
                        "destination", destination,
                        "code", "green",
                        "declaredAt", "2020-07-25T10:00+08:00")));
        machine.append(Machine.fact(
                key + "-test",
                "test",
                person(person),
                Map.of(
                        "sampledAt", "2020-07-24T10:00+08:00",
                        "reportedAt", "2020-07-24T20:00+08:00",
                        "result", "negative",
                        "kind", "nucleic-acid",
                        "owner", "self")));
        machine.settle();
    }

    private List<String> measures(String person) {
        return machine.database()
                .jdbcOfOwner()
                .sql("select kind || ' ' || (lawful_until at time zone 'UTC') from duties.measure"
                        + " where subject = :subject and overdue_since is null order by number")
                .param("subject", "person:" + person)
                .query(String.class)
                .list();
    }

    private void activate(Path pack) {
        assertThat(machine.orders().activate(pack, SHARED, machine.now(), "test"))
                .isTrue();
        machine.settle();
    }

    private void link(String key, String one, String other) {
        machine.append(new RawFact(
                "test",
                key,
                "subject-link",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(
                        Machine.fact("x", "x", person(one), Map.of()).subjects().getFirst(),
                        Machine.fact("x", "x", person(other), Map.of())
                                .subjects()
                                .getFirst()),
                null,
                Map.of()));
        machine.settle();
    }

    private void retract(String key, String of, String person) {
        machine.append(new RawFact(
                "test",
                key,
                "retraction",
                1,
                null,
                null,
                0,
                0,
                of,
                Machine.fact("x", "x", person(person), Map.of()).subjects(),
                null,
                Map.of()));
        machine.settle();
    }

    @Test
    void anOldEpisodeKeepsItsVersionAndANewOneTakesTheNext() {
        arrive("k1", "old", "high", "210302000000");
        activate(TestPacks.with(TestPacks.copy(ANSHAN, folder), "central-isolation-days", 21));
        arrive("k2", "new", "high", "210302000000");
        assertThat(measures("old")).containsExactly("central-isolation 2020-08-08 02:00:00");
        assertThat(measures("new")).containsExactly("central-isolation 2020-08-15 02:00:00");
        machine.duties().rebuild();
        machine.settle();
        assertThat(measures("old")).containsExactly("central-isolation 2020-08-08 02:00:00");
        assertThat(measures("new")).containsExactly("central-isolation 2020-08-15 02:00:00");
    }

    @Test
    void aPinFollowsItsEpisodeThroughMergeAndUnmerge() {
        link("l1", "a", "b");
        arrive("k1", "b", "high", "210302000000"); // judged while b is a, so that the pin is made under a
        activate(TestPacks.with(TestPacks.copy(ANSHAN, folder), "central-isolation-days", 21));
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-08 02:00:00");
        retract("l2", "l1", "a");
        assertThat(measures("a")).isEmpty();
        assertThat(measures("b")).containsExactly("central-isolation 2020-08-08 02:00:00");
    }

    @Test
    void whoeverAnEpisodeHasSwallowedKeepsItsVersionWhenItIsGivenBack() {
        link("l1", "a", "b");
        arrive("k1", "a", "high", "210302000000");
        arrive("k2", "b", "high", "210302000000"); // one arrival with k1, as long as b is a
        activate(TestPacks.with(TestPacks.copy(ANSHAN, folder), "central-isolation-days", 21));
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-08 02:00:00");
        retract("l2", "l1", "a");
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-08 02:00:00");
        assertThat(measures("b")).containsExactly("central-isolation 2020-08-08 02:00:00");
    }

    @Test
    void factsRecordedBeforeAnOrderAreJudgedWhenItComes() {
        Path school = TestPacks.sensitiveSchool(folder);
        for (int i = 0; i < 2; i++) {
            machine.append(new RawFact(
                    "test",
                    "i" + i,
                    "illness",
                    1,
                    null,
                    null,
                    0,
                    0,
                    null,
                    List.of(Machine.fact("x", "x", person("p" + i), Map.of())
                            .subjects()
                            .getFirst()),
                    null,
                    Map.of("onsetAt", "2020-07-26T10:00+08:00")));
        }
        machine.settle();
        activate(school);
        assertThat(machine.duties().lag(machine.now())).isEqualTo(new Duties.Lag(0, 0, 0));
        machine.append(Machine.fact("i9", "illness", person("p9"), Map.of("onsetAt", "2020-07-26T10:00+08:00")));
        machine.settle();
        assertThat(machine.database()
                        .jdbcOfOwner()
                        .sql("select count(*) from duties.measure where kind = 'exclusion'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void anOrderComesIntoForceAtItsMomentWithoutAnyFact() {
        arrive("k1", "a", "high", "210302000000");
        Path later = TestPacks.copy(ANSHAN, folder);
        TestPacks.replace(later, "pack.yaml", "id: anshan-2020", "id: anshan-later");
        TestPacks.replace(later, "pack.yaml", "from: 2020-07-26T00:00:00", "from: 2020-07-30T00:00:00");
        TestPacks.replace(
                later, "rules.yaml", "where: \\{order: \\[anshan-2020\\]\\}", "where: {order: [anshan-later]}");
        activate(TestPacks.with(later, "central-isolation-days", 21));
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-08 02:00:00");
        machine.at(Instant.parse("2020-07-29T16:00:00Z"));
        machine.settle();
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-15 02:00:00");
    }

    @Test
    void aDelegatedValueRestrictsNobodyUntilItIsSetAndThenWhoWaitedForItAlone() {
        arrive("k1", "waits", "low", "210302000000");
        arrive("k2", "elsewhere", "low", "210303000000");
        arrive("k3", "central", "high", "210302000000");
        assertThat(measures("waits")).isEmpty();
        assertThat(decisionsToMake()).hasSize(7).allMatch(state -> state.endsWith("open"));
        List<String> others = stateOfOthers();
        assertThat(machine.orders()
                        .set(ANSHAN, "home-observation-days", DISTRICT, "7", machine.now(), "test", "decided"))
                .isInstanceOf(Rules.Setting.Done.class);
        assertThat(machine.duties().lag(machine.now()).marks())
                .as("whoever read the value, no others")
                .isEqualTo(3);
        machine.settle();
        assertThat(measures("waits")).containsExactly("home-observation 2020-08-01 02:00:00");
        assertThat(stateOfOthers()).isEqualTo(others);
        assertThat(decisionsToMake()).filteredOn(state -> state.endsWith("met")).hasSize(1);
        // A value changed later is for new episodes.
        machine.orders().set(ANSHAN, "home-observation-days", DISTRICT, "14", machine.now(), "test", "changed");
        machine.settle();
        arrive("k4", "next", "low", "210302000000");
        assertThat(measures("waits")).containsExactly("home-observation 2020-08-01 02:00:00");
        assertThat(measures("next")).containsExactly("home-observation 2020-08-08 02:00:00");
        List<String> live = Derived.of(machine).everything();
        machine.duties().rebuild();
        machine.settle();
        assertThat(Derived.difference(live, Derived.of(machine).everything())).isEmpty();
    }

    private List<String> decisionsToMake() {
        return machine.database()
                .jdbcOfOwner()
                .sql("select subject || case when met_fact is null then ' open' else ' met' end from duties.duty"
                        + " where kind = 'parameter-decision'")
                .query(String.class)
                .list();
    }

    private List<String> stateOfOthers() {
        return machine.database()
                .jdbcOfOwner()
                .sql("select subject || content_hash || next_change_at from duties.subject"
                        + " where subject in ('person:elsewhere', 'person:central') order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void anOrderOfAnotherPlaceChangesNobodysAnswer() {
        arrive("k1", "a", "high", "210302000000");
        List<String> before = Derived.of(machine).everything();
        Path other = TestPacks.copy(ANSHAN, folder);
        TestPacks.replace(other, "pack.yaml", "id: anshan-2020", "id: benxi-2020");
        TestPacks.replace(other, "pack.yaml", "jurisdiction: \"210300000000\"", "jurisdiction: \"210500000000\"");
        activate(other);
        List<String> after = Derived.of(machine).everything().stream()
                .filter(line -> !line.contains("region:2105"))
                .toList();
        assertThat(Derived.difference(before, after)).isEmpty();
        assertThat(machine.duties().decisions(person("a"), 10)).hasSize(1);
    }
}
