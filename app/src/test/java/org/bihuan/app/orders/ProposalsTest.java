package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is judged otherwise before a preview of it has been approved, and then exactly those it showed. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class ProposalsTest {
    private static final String ANSHAN = "anshan-2020";
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");
    private static final DivisionCode DISTRICT = DivisionCode.of("210302000000");

    @TempDir
    Path folder;

    @RegisterExtension
    final Machine machine = new Machine(ANSHAN);

    @BeforeEach
    void now() {
        machine.at(NOW);
        machine.settle();
    }

    private Proposals proposals() {
        return machine.bean(Proposals.class);
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
    }

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    private void arrive(String person, String risk, String arrivedAt) {
        machine.append(Machine.fact(
                "arrival-" + person,
                "arrival",
                person(person),
                Map.of(
                        "arrivedAt",
                        arrivedAt,
                        "origin",
                        "210202000000",
                        "originRisk",
                        risk,
                        "destination",
                        DISTRICT.toString(),
                        "code",
                        "green",
                        "declaredAt",
                        arrivedAt)));
        machine.append(Machine.fact(
                "test-" + person,
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
        return sql(
                "select kind || ' ' || (lawful_until at time zone 'UTC') from duties.measure where subject = 'person:"
                        + person + "' and overdue_since is null order by number");
    }

    private List<String> sql(String sql) {
        return machine.database().jdbcOfOwner().sql(sql).query(String.class).list();
    }

    /** A version of the order with another length of stay. */
    private PackVersion draft(String transition, int days) {
        return draft(pack(transition, days));
    }

    private Path pack(String transition, int days) {
        Path pack = TestPacks.copy(ANSHAN, folder.resolve(UUID.randomUUID().toString()));
        if (!transition.equals("review")) {
            TestPacks.replace(pack, "pack.yaml", "transition: review", "transition: " + transition);
        }
        return days == 14 ? pack : TestPacks.with(pack, "central-isolation-days", days);
    }

    private PackVersion draft(Path pack) {
        return machine.bean(Versions.class)
                .draft(PackFiles.ofFolder(pack), SharedFiles.filesOf(TestPacks.home()), machine.now(), "drafter", "");
    }

    private Proposal previewed(PackVersion version) {
        UUID id = UUID.randomUUID();
        proposals().activation(id, version.hash(), machine.now(), "新版", "author");
        work();
        return proposals().find(id).orElseThrow();
    }

    private void approve(Proposal proposal, String... by) {
        for (String each : by) {
            proposals().approve(proposal.id(), proposal.previewHash(), each);
        }
    }

    private void refused(String message, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOf(OrderRefused.class).hasMessageContaining(message);
    }

    private static final String FOURTEEN = "central-isolation 2020-08-08 02:00:00";
    private static final String TWENTY_ONE = "central-isolation 2020-08-15 02:00:00";

    @Test
    void nobodyMovesBeforeTwoOthersHaveApprovedThePreview() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        arrive("b", "high", "2020-07-25T10:00+08:00");
        arrive("c", "low", "2020-07-25T10:00+08:00");
        Proposal shown = previewed(draft("recompute", 21));
        assertThat(shown.state()).isEqualTo(Proposal.State.PREVIEWED);
        assertThat(shown.people()).isEqualTo(3);
        assertThat(shown.changed()).isEqualTo(2);
        assertThat(shown.further()).isEqualTo(2);
        assertThat(shown.approvalsNeeded()).isEqualTo(2);
        Preview figures = Asking.asMachine(() -> machine.bean(Previews.class).figures(shown.id()));
        assertThat(figures.counties()).singleElement().satisfies(county -> {
            assertThat(county.people()).isEqualTo(2);
            assertThat(county.further()).isEqualTo(2);
            assertThat(county.division()).isEqualTo(DISTRICT);
            assertThat(county.lines()).singleElement().satisfies(line -> {
                assertThat(line.effect().from()).isEqualTo("central-isolation/14");
                assertThat(line.effect().to()).isEqualTo("central-isolation/21");
                assertThat(line.effect().moved()).isEqualTo(2);
            });
        });
        assertThat(figures.resources()).containsEntry("room-nights", 14L).containsEntry("rooms", 0L);
        assertThat(measures("a")).as("a preview writes nothing").containsExactly(FOURTEEN);

        refused("author cannot approve", () -> approve(shown, "author"));
        refused("who drafted the version cannot approve", () -> approve(shown, "drafter"));
        refused("replaced by a newer one", () -> proposals().approve(shown.id(), "other", "li"));
        approve(shown, "li");
        refused("approved this preview already", () -> approve(shown, "li"));
        work();
        assertThat(measures("a")).as("one approval is not enough").containsExactly(FOURTEEN);
        // a fact of a pinned person in between that changes nothing of what was shown
        machine.append(Machine.fact("s", "symptom", person("a"), Map.of("onsetAt", "2020-07-26T10:00+08:00")));
        machine.settle();
        assertThat(measures("a")).containsExactly(FOURTEEN);

        approve(shown, "zhao");
        refused("is approved", () -> approve(shown, "wang"));
        assertThat(measures("a")).containsExactly(FOURTEEN);
        work();
        work();
        Proposal done = proposals().find(shown.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(Proposal.State.DONE);
        assertThat(measures("a")).containsExactly(TWENTY_ONE);
        assertThat(measures("b")).containsExactly(TWENTY_ONE);
        assertThat(sql("select subject || ' ' || from_measures || ' ' || to_measures from orders.result order by 1"))
                .containsExactly(
                        "person:a central-isolation/14 central-isolation/21",
                        "person:b central-isolation/14 central-isolation/21");
        assertThat(sql("select distinct hash from duties.pin")).containsExactly(done.hash());
        assertThat(sql("select sum(cardinality(episodes))::text from duties.pins_moved"))
                .containsExactly("3");
        refused("is done", () -> approve(shown, "wang"));
        derivedIsAsRebuilt();
    }

    /** What is stored is what comes out when everything derived is thrown away and worked out again. */
    private void derivedIsAsRebuilt() {
        machine.settle();
        String state = "select subject || kind || owner || opens_at || due_at || content_hash from duties.duty"
                + " union all select subject || kind || starts_at || coalesce(ends_at::text, '') from duties.measure order by 1";
        List<String> live = sql(state);
        machine.duties().rebuild();
        machine.settle();
        assertThat(sql(state)).isEqualTo(live);
    }

    @Test
    void oneApprovalIsEnoughWhereNobodyIsRestrictedFurther() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        Proposal shown = previewed(draft("recompute", 7));
        assertThat(shown.changed()).isEqualTo(1);
        assertThat(shown.approvalsNeeded()).isEqualTo(1);
        approve(shown, "li");
        work();
        work();
        assertThat(measures("a")).containsExactly("central-isolation 2020-08-01 02:00:00");
        derivedIsAsRebuilt();
    }

    @Test
    void aPreviewThatIsNoLongerTrueCannotBeApproved() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        Proposal shown = previewed(draft("recompute", 21));
        arrive("late", "high", "2020-07-26T10:00+08:00");
        refused("changes whom it concerns", () -> approve(shown, "li"));
        proposals().previewAgain(shown.id());
        work();
        Proposal again = proposals().find(shown.id()).orElseThrow();
        assertThat(again.changed()).isEqualTo(2);
        refused("replaced by a newer one", () -> proposals().approve(shown.id(), shown.previewHash(), "li"));
        machine.orders().set(ANSHAN, "home-observation-days", DISTRICT, "7", machine.now(), "test", "decided");
        machine.settle();
        refused("rules or values have changed", () -> approve(again, "li"));
        proposals().previewAgain(shown.id());
        work();
        machine.at(NOW.plus(Duration.ofHours(25)));
        refused(
                "older than 24 hours",
                () -> approve(proposals().find(shown.id()).orElseThrow(), "li"));
    }

    @Test
    void whoeverANewVersionWouldMoveStaysAndGetsAReviewThenMovesByAReJudgement() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        arrive("c", "low", "2020-07-25T10:00+08:00");
        Proposal shown = previewed(draft("review", 21));
        assertThat(shown.changed()).as("a review is owed for one").isEqualTo(1);
        assertThat(shown.approvalsNeeded()).isEqualTo(1);
        approve(shown, "li");
        work();
        work();
        machine.settle();
        assertThat(measures("a")).containsExactly(FOURTEEN);
        String reviews =
                "select subject || ' ' || (due_at at time zone 'UTC') || case when met_fact is null then '' else ' met' end"
                        + " from duties.duty where kind = 'transition-review'";
        assertThat(sql(reviews)).containsExactly("person:a 2020-07-28 04:00:00");
        derivedIsAsRebuilt();
        machine.at(NOW.plusSeconds(60));
        machine.append(Machine.fact(
                "r",
                "transition-review",
                person("a"),
                Map.of("reviewedAt", "2020-07-27T12:01+08:00", "order", ANSHAN, "decision", "move")));
        machine.settle();
        assertThat(sql(reviews)).containsExactly("person:a 2020-07-28 04:00:00 met");
        assertThat(measures("a")).as("a word about it moves nobody").containsExactly(FOURTEEN);

        UUID id = UUID.randomUUID();
        proposals().rejudgement(id, ANSHAN, "复核后改判", "author");
        work();
        Proposal rejudgement = proposals().find(id).orElseThrow();
        assertThat(rejudgement.people()).isEqualTo(2);
        assertThat(rejudgement.further()).isEqualTo(1);
        approve(rejudgement, "li", "zhao");
        work();
        work();
        machine.settle();
        assertThat(measures("a")).containsExactly(TWENTY_ONE);
        assertThat(sql(reviews)).isEmpty();
        assertThat(sql("select distinct hash from duties.pin")).containsExactly(rejudgement.hash());
        derivedIsAsRebuilt();
    }

    @Test
    void aVersionThatKeepsMovesNobodyAndForbidsTheReJudgement() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        Proposal shown = previewed(draft("keep", 21));
        assertThat(shown.changed()).isZero();
        approve(shown, "li");
        work();
        work();
        arrive("new", "high", "2020-07-25T10:00+08:00");
        assertThat(measures("a")).containsExactly(FOURTEEN);
        assertThat(measures("new")).containsExactly(TWENTY_ONE);
        refused(
                "people keep what they were judged by",
                () -> proposals().rejudgement(UUID.randomUUID(), ANSHAN, "x", "author"));
    }

    @Test
    void aValueChangedLaterMovesThoseJudgedBeforeOnlyByAReJudgement() {
        arrive("c", "low", "2020-07-25T10:00+08:00");
        machine.orders().set(ANSHAN, "home-observation-days", DISTRICT, "7", machine.now(), "test", "decided");
        machine.settle();
        assertThat(measures("c")).containsExactly("home-observation 2020-08-01 02:00:00");
        machine.orders().set(ANSHAN, "home-observation-days", DISTRICT, "14", machine.now(), "test", "longer");
        machine.settle();
        assertThat(measures("c")).containsExactly("home-observation 2020-08-01 02:00:00");
        assertThat(sql("select subject from duties.duty where kind = 'transition-review'"))
                .containsExactly("person:c");
        UUID id = UUID.randomUUID();
        proposals().rejudgement(id, ANSHAN, "改为14天", "author");
        work();
        Proposal shown = proposals().find(id).orElseThrow();
        assertThat(shown.further()).isEqualTo(1);
        approve(shown, "li", "zhao");
        work();
        work();
        machine.settle();
        assertThat(measures("c")).containsExactly("home-observation 2020-08-08 02:00:00");
        derivedIsAsRebuilt();
    }

    @Test
    void aSweepKilledBetweenWritingAndItsCursorDoublesNothing() {
        for (int i = 0; i < 5; i++) {
            arrive("p" + i, "high", "2020-07-25T10:00+08:00");
        }
        Proposal shown = previewed(draft("recompute", 21));
        approve(shown, "li", "zhao");
        machine.orders().begin(shown, machine.now());
        Proposal begun = proposals().find(shown.id()).orElseThrow();
        SweepWork.Run killed = machine.bean(SweepWork.class).run(begun);
        Asking.asMachine(() -> machine.bean(Rules.class).turn(machine.now()));
        Asking.asMachine(() -> machine.bean(org.bihuan.app.duties.Rejudging.class)
                .apply(
                        machine.bean(Changes.class).of(begun),
                        begun.id(),
                        List.of(person("p0"), person("p1")),
                        machine.now(),
                        new org.bihuan.app.duties.JudgedOnce()));
        assertThat(killed).isNotNull();
        proposals().stop(shown.id());
        work();
        assertThat(measures("p4")).as("stopped").containsExactly(FOURTEEN);
        assertThat(measures("p0")).containsExactly(TWENTY_ONE);
        proposals().resume(shown.id());
        work();
        for (int i = 0; i < 5; i++) {
            assertThat(measures("p" + i)).containsExactly(TWENTY_ONE);
        }
        assertThat(sql("select sum(cardinality(episodes))::text from duties.pins_moved"))
                .containsExactly("5");
        assertThat(sql("select count(*)::text from duties.decision where subject = 'person:p0'"))
                .as("one of each version")
                .containsExactly("2");
        derivedIsAsRebuilt();
    }

    @Test
    void anOrderRetiredWhilePeopleArePinnedToItLeavesThemWhereTheyAre() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        refused("a reason is required", () -> machine.orders().retire(ANSHAN, " ", "author", NOW));
        assertThat(machine.orders().retire(ANSHAN, "疫情结束", "author", NOW)).isEqualTo(1);
        refused("is not in force", () -> machine.orders().retire(ANSHAN, "x", "author", NOW));
        arrive("new", "high", "2020-07-25T10:00+08:00");
        assertThat(measures("a")).containsExactly(FOURTEEN);
        assertThat(measures("new")).isEmpty();
        assertThat(machine.bean(Versions.class).list(ANSHAN)).singleElement().satisfies(version -> {
            assertThat(version.state()).isEqualTo(PackVersion.State.RETIRED);
            assertThat(machine.bean(Versions.class).pack(version.hash()).id()).isEqualTo(ANSHAN);
        });
        derivedIsAsRebuilt();
    }

    @Test
    void anEarlierDateReachesBackToArrivalsThatWereOnlyRecorded() {
        arrive("early", "high", "2020-07-13T20:00+08:00");
        arrive("later", "high", "2020-07-15T10:00+08:00");
        assertThat(measures("early")).isEmpty();
        Path back = pack("recompute", 14);
        TestPacks.replace(back, "pack.yaml", "from: 2020-07-14T00:00:00", "from: 2020-07-12T00:00:00");
        Proposal shown = previewed(draft(back));
        assertThat(shown.changed()).isEqualTo(1);
        assertThat(shown.further()).isEqualTo(1);
        approve(shown, "li", "zhao");
        work();
        work();
        assertThat(measures("early")).isNotEmpty();
    }

    @Test
    void whatCannotBeProposedSaysWhy() {
        refused(
                "there is no version",
                () -> proposals().activation(UUID.randomUUID(), "nowhere", machine.now(), "x", "author"));
        String active = machine.bean(Versions.class).list(ANSHAN).getFirst().hash();
        refused(
                "in force already",
                () -> proposals().activation(UUID.randomUUID(), active, machine.now(), "x", "author"));
        Path empty = TestPacks.with(pack("review", 14), "release-test-opens-hours", "null");
        PackVersion unset = draft(empty);
        refused(
                "may not be put into force",
                () -> proposals().activation(UUID.randomUUID(), unset.hash(), machine.now(), "x", "author"));
        PackVersion good = draft("review", 21);
        refused(
                "1 to 500 characters",
                () -> proposals().activation(UUID.randomUUID(), good.hash(), machine.now(), " ", "author"));
        UUID id = UUID.randomUUID();
        Proposal once = proposals().activation(id, good.hash(), machine.now(), "x", "author");
        assertThat(proposals().activation(id, good.hash(), machine.now(), "x", "author"))
                .as("sent twice it is one")
                .isEqualTo(once);
        refused(
                "another change of the order",
                () -> proposals()
                        .activation(UUID.randomUUID(), draft("review", 22).hash(), machine.now(), "x", "author"));
        proposals().withdraw(id, "author");
        refused("is withdrawn", () -> proposals().withdraw(id, "author"));
    }

    @Test
    void anApprovedVersionWaitsForItsMoment() {
        arrive("a", "high", "2020-07-25T10:00+08:00");
        UUID id = UUID.randomUUID();
        proposals().activation(id, draft("recompute", 21).hash(), NOW.plus(Duration.ofHours(6)), "明天", "author");
        work();
        approve(proposals().find(id).orElseThrow(), "li", "zhao");
        work();
        assertThat(proposals().find(id).orElseThrow().state()).isEqualTo(Proposal.State.APPROVED);
        machine.at(NOW.plus(Duration.ofHours(6)));
        work();
        work();
        assertThat(measures("a")).containsExactly(TWENTY_ONE);
    }

    @Test
    void aDistrictDecidesFromADateOnAndNotWhatIsNotLeftToIt() {
        arrive("c", "low", "2020-07-25T10:00+08:00");
        PlannedValues values = machine.bean(PlannedValues.class);
        PlannedValue wanted = new PlannedValue(
                UUID.randomUUID(),
                ANSHAN,
                "home-observation-days",
                DISTRICT,
                "7",
                NOW.plus(Duration.ofHours(2)),
                "常委会决定",
                "district",
                "");
        assertThat(Asking.asMachine(() -> values.plan(wanted, machine.now()))).isInstanceOf(Rules.Setting.Done.class);
        work();
        machine.settle();
        assertThat(measures("c")).as("its moment has not come").isEmpty();
        machine.at(NOW.plus(Duration.ofHours(2)));
        work();
        machine.settle();
        assertThat(measures("c")).containsExactly("home-observation 2020-08-01 02:00:00");
        assertThat(values.list(ANSHAN))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isEqualTo("set"));
        PlannedValue notTheirs = new PlannedValue(
                UUID.randomUUID(), ANSHAN, "central-isolation-days", DISTRICT, "7", NOW, "x", "district", "");
        assertThat(Asking.asMachine(() -> values.plan(notTheirs, machine.now())))
                .isInstanceOfSatisfying(
                        Rules.Setting.Refused.class,
                        refused -> assertThat(refused.message()).contains("not delegated"));
    }
}
