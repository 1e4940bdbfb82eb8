package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.risk.Publication;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new risk list moves exactly those whose decision read what it changes, and nobody before it has been approved. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class ListProposalsTest {
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");
    private static final String ZHONGSHAN = "210202000000";
    private static final String BEIJING = "110101000000";
    private static final String ISOLATED = "central-isolation 2020-08-08 02:00:00";

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    @BeforeEach
    void now() {
        machine.at(NOW);
        machine.settle();
        take("2020-07-20T00:00:00+08:00", "medium,北京市,北京市,丰台区,");
        work();
        arrive("a", ZHONGSHAN, "2020-07-25T10:00+08:00");
        arrive("b", ZHONGSHAN, "2020-07-25T10:00+08:00");
        arrive("c", BEIJING, "2020-07-25T10:00+08:00");
    }

    private Publication take(String from, String... lines) {
        return TestLists.take(machine, java.time.OffsetDateTime.parse(from).toInstant(), lines);
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
    }

    private Proposals proposals() {
        return machine.bean(Proposals.class);
    }

    private long carried() {
        return machine.bean(ListChanges.class).carried();
    }

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    private void arrive(String person, String origin, String at) {
        machine.append(Machine.fact("arrival-" + person, "arrival", person(person), payload(origin, at)));
        machine.settle();
    }

    private static Map<String, Object> payload(String origin, String at) {
        return Map.of("arrivedAt", at, "registeredAt", at, "origin", origin, "destination", "210302000000");
    }

    private void correctOrigin(String person, String origin, String at) {
        var fact = Machine.fact("corrected-" + person, "arrival", person(person), payload(origin, at));
        machine.append(new org.bihuan.policy.format.RawFact(
                fact.source(),
                fact.key(),
                fact.kind(),
                1,
                null,
                null,
                1,
                0,
                "arrival-" + person,
                fact.subjects(),
                null,
                fact.payload()));
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

    private Proposal proposal() {
        return proposals().list(9).stream()
                .max(java.util.Comparator.comparingLong(Proposal::edition)
                        .thenComparing(each -> each.isOpen() || each.state() == Proposal.State.DONE))
                .orElseThrow();
    }

    private void approve(String... by) {
        Proposal shown = proposal();
        for (String each : by) {
            proposals().approve(shown.id(), shown.previewHash(), each);
        }
        work();
        work();
    }

    private void refused(String message, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOf(OrderRefused.class).hasMessageContaining(message);
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
    @Clause("S1-116")
    void nobodyMovesBeforeTwoOthersHaveApprovedAndWhoComesNewIsJudgedByTheListInForce() {
        assertThat(measures("a")).isEmpty();
        assertThat(carried()).as("the first list concerned nobody").isEqualTo(1);
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        Proposal shown = proposal();
        assertThat(shown.kind()).isEqualTo(Proposal.Kind.LISTS);
        assertThat(shown.state()).isEqualTo(Proposal.State.PREVIEWED);
        assertThat(shown.people()).as("who reads Zhongshan").isEqualTo(2);
        assertThat(shown.changed()).isEqualTo(2);
        assertThat(shown.approvalsNeeded()).isEqualTo(2);
        assertThat(machine.bean(ListChanges.class).lines(1, 2))
                .singleElement()
                .satisfies(line -> assertThat(line.key().place()).hasToString(ZHONGSHAN));
        machine.append(Machine.fact("s", "symptom", person("a"), Map.of("onsetAt", "2020-07-26T10:00+08:00")));
        machine.settle();
        assertThat(measures("a")).as("not even a new fact moves").isEmpty();
        arrive("new", ZHONGSHAN, "2020-07-27T11:00+08:00");
        assertThat(measures("new")).containsExactly("central-isolation 2020-08-10 03:00:00");

        refused("author cannot approve", () -> approve(TestLists.DESK));
        approve("li");
        assertThat(measures("a")).as("one approval is not enough").isEmpty();
        approve("zhao");
        assertThat(proposal().state()).isEqualTo(Proposal.State.DONE);
        assertThat(measures("a")).containsExactly(ISOLATED);
        assertThat(measures("b")).containsExactly(ISOLATED);
        assertThat(measures("c")).isEmpty();
        assertThat(sql("select subject || ' ' || to_measures from orders.result order by 1"))
                .containsExactly("person:a central-isolation/12", "person:b central-isolation/12");
        assertThat(sql("select subject || ' ' || lists from duties.pin where pack = 'anshan-2020' order by 1"))
                .containsExactly("person:a 2", "person:b 2", "person:c 1", "person:new 2");
        assertThat(carried()).isEqualTo(2);
        derivedIsAsRebuilt();
        correctOrigin("c", ZHONGSHAN, "2020-07-25T10:00+08:00");
        assertThat(measures("c"))
                .as("what was carried through counts for everybody")
                .containsExactly(ISOLATED);
        derivedIsAsRebuilt();
    }

    @Test
    void whoComesToReadAChangedLevelInBetweenStaysAndMakesThePreviewUntrue() {
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        correctOrigin("c", ZHONGSHAN, "2020-07-25T10:00+08:00");
        assertThat(measures("c")).isEmpty();
        refused("changes whom it concerns", () -> approve("li"));
        proposals().previewAgain(proposal().id());
        work();
        assertThat(proposal().changed()).isEqualTo(3);
        approve("li", "zhao");
        assertThat(measures("c")).containsExactly(ISOLATED);
        derivedIsAsRebuilt();
    }

    @Test
    void whoComesToReadItBehindTheSweepIsNotLeftBehind() {
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        Proposal shown = proposal();
        proposals().approve(shown.id(), shown.previewHash(), "li");
        proposals().approve(shown.id(), shown.previewHash(), "zhao");
        correctOrigin("c", ZHONGSHAN, "2020-07-25T10:00+08:00");
        ListChanges changes = machine.bean(ListChanges.class);
        assertThat(changes.carry(2, null, NOW)).contains(person("a"), person("b"), person("c"));
        assertThat(carried()).as("not while anybody is left").isEqualTo(1);
        work();
        work();
        assertThat(measures("c")).containsExactly(ISOLATED);
        assertThat(changes.carry(2, null, NOW)).isEmpty();
    }

    @Test
    void aListThatLiesAheadIsReadFromItsMinuteOn() {
        take("2020-07-28T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        assertThat(proposal().changed()).isEqualTo(2);
        approve("li", "zhao");
        String rows = "select (starts_at at time zone 'UTC')::text from duties.measure"
                + " where subject = 'person:a' and overdue_since is null";
        assertThat(sql(rows)).containsExactly("2020-07-27 16:00:00");
        derivedIsAsRebuilt();
        machine.at(NOW.plus(Duration.ofDays(1)));
        machine.settle();
        assertThat(sql(rows)).containsExactly("2020-07-27 16:00:00");
        derivedIsAsRebuilt();
    }

    /** The order reaches back to 14 July, and a list that comes late counts for its own time. */
    @Test
    @Clause("S0-09")
    void aListThatComesLateReachesBack() {
        arrive("early", ZHONGSHAN, "2020-07-15T10:00+08:00");
        arrive("before", ZHONGSHAN, "2020-07-13T10:00+08:00");
        take("2020-07-14T00:00:00+08:00", "high,辽宁省,大连市,中山区,");
        work();
        assertThat(proposal().changed())
                .as("from the 15th; a and b came when it was low again")
                .isEqualTo(1);
        approve("li", "zhao");
        assertThat(measures("early")).containsExactly("central-isolation 2020-07-29 02:00:00");
        assertThat(measures("before")).isEmpty();
        assertThat(measures("a")).isEmpty();
        derivedIsAsRebuilt();
    }

    @Test
    void aNewerListTakesThePlaceOfOneThatWaits() {
        Publication wrong = take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        Proposal first = proposal();
        Asking.asMachine(() -> machine.bean(RiskLists.class).withdraw(wrong.id(), "印错", machine.now(), "desk"));
        refused("rules or values have changed", () -> approve("li"));
        work();
        assertThat(proposals().find(first.id()).orElseThrow().state()).isEqualTo(Proposal.State.WITHDRAWN);
        work();
        work();
        assertThat(carried()).as("nobody was judged by it, nobody is asked").isEqualTo(3);
        assertThat(measures("a")).isEmpty();
    }

    @Test
    void aWithdrawnListReleasesByOneApproval() {
        Publication wrong = take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        approve("li", "zhao");
        assertThat(measures("a")).containsExactly(ISOLATED);
        Asking.asMachine(() -> machine.bean(RiskLists.class).withdraw(wrong.id(), "印错", machine.now(), "desk"));
        machine.append(Machine.fact("s", "symptom", person("a"), Map.of("onsetAt", "2020-07-26T10:00+08:00")));
        machine.settle();
        assertThat(measures("a")).as("pinned to what was known").containsExactly(ISOLATED);
        work();
        assertThat(proposal().approvalsNeeded()).isEqualTo(1);
        approve("li");
        assertThat(measures("a")).isEmpty();
        derivedIsAsRebuilt();
    }

    @Test
    void aNameThatIsSettledLaterChangesNothingOfWhatWasKnownBefore() {
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中心地带区,");
        work();
        assertThat(proposal().kind()).isEqualTo(Proposal.Kind.LISTS);
        assertThat(proposal().edition()).isEqualTo(2);
        RiskLists lists = machine.bean(RiskLists.class);
        var waiting =
                Asking.asMachine(lists::waiting).values().iterator().next().getFirst();
        Asking.asMachine(() -> lists.answer(
                waiting.name().countyKey(), new PlaceId(Long.parseLong(ZHONGSHAN)), true, machine.now(), "desk"));
        assertThat(measures("a")).isEmpty();
        work();
        assertThat(proposal().edition()).isEqualTo(3);
        approve("li", "zhao");
        assertThat(measures("a")).containsExactly(ISOLATED);
        derivedIsAsRebuilt();
    }

    @Test
    void whatHasNotBeenTheLatestCannotBeProposed() {
        refused("is not the latest one", () -> proposals().lists(java.util.UUID.randomUUID(), 1, "再判", "wang"));
        refused("is not the latest one", () -> proposals().lists(java.util.UUID.randomUUID(), 7, "再判", "wang"));
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,中山区,");
        work();
        proposals().withdraw(proposal().id(), "wang");
        work();
        assertThat(proposals().list(9)).as("the machine does not insist").hasSize(1);
        proposals().lists(java.util.UUID.randomUUID(), 2, "再判", "wang");
        work();
        assertThat(proposal().changed()).isEqualTo(2);
    }
}
