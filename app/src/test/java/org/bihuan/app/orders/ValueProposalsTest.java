package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.rules.Filling;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a text leaves empty is set by one and two others, from its moment on; then the plan may come into force. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class ValueProposalsTest {
    private static final String PLAN = "province-plan";
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    private PackVersion plan;

    @BeforeEach
    void draft() {
        machine.at(NOW);
        machine.settle();
        plan = machine.bean(Versions.class)
                .draft(
                        PackFiles.ofFolder(TestPacks.home().resolve(PLAN)),
                        SharedFiles.filesOf(TestPacks.home()),
                        NOW,
                        "drafter",
                        "");
    }

    private ValueProposals values() {
        return machine.bean(ValueProposals.class);
    }

    private ValueProposal propose(String parameter, String value) {
        return values().propose(UUID.randomUUID(), plan.hash(), parameter, value, machine.now(), "省指挥部会议", "author");
    }

    private void agree(ValueProposal proposal) {
        values().approve(proposal.id(), "li");
        values().approve(proposal.id(), "zhao");
    }

    private ValueProposal.State state(ValueProposal proposal) {
        return values().find(proposal.id()).orElseThrow().state();
    }

    private List<String> empty() {
        return machine.bean(Versions.class).check(plan.hash()).problems().stream()
                .map(each -> each.replaceAll(".*the parameter (\\S+) .*", "$1"))
                .toList();
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
    }

    private static void refused(String zh, String en, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(OrderRefused.class, refused -> {
            assertThat(refused.wording().zh()).contains(zh);
            assertThat(refused.wording().en()).contains(en);
        });
    }

    private List<String> measures(String person) {
        return machine.database()
                .jdbcOfOwner()
                .sql("select kind || coalesce(' ' || (lawful_until at time zone 'UTC'), '') from duties.measure"
                        + " where subject = 'person:" + person + "' and overdue_since is null order by number")
                .query(String.class)
                .list();
    }

    private void arrive(String person, String code) {
        machine.append(
                Machine.fact(
                        "arrival-" + person,
                        "arrival",
                        new SubjectId("person", person),
                        Map.of(
                                "arrivedAt", "2020-07-27T10:00+08:00",
                                "origin", "210211000000",
                                "originRisk", "medium",
                                "destination", "520102000000",
                                "code", code)),
                Machine.fact(
                        "test-" + person,
                        "test",
                        new SubjectId("person", person),
                        Map.of(
                                "sampledAt", "2020-07-23T10:00+08:00",
                                "reportedAt", "2020-07-23T20:00+08:00",
                                "result", "negative",
                                "kind", "nucleic-acid",
                                "owner", "self")));
        machine.settle();
    }

    @Test
    void aPlanFilledByThreePeopleComesIntoForceAndJudges() {
        assertThat(empty())
                .containsExactly(
                        "certificate-validity-days",
                        "flagged-cities",
                        "flagged-sources",
                        "release-test-schedule",
                        "clearance-days");
        refused(
                "不能生效",
                "may not be put into force",
                () -> machine.bean(Proposals.class).activation(UUID.randomUUID(), plan.hash(), NOW, "启用", "author"));
        ValueProposal days = propose("certificate-validity-days", "7");
        assertThat(state(days)).isEqualTo(ValueProposal.State.PROPOSED);
        refused("不能批准自己", "author cannot approve", () -> values().approve(days.id(), "author"));
        values().approve(days.id(), "li");
        refused("您已批准过", "approved it already", () -> values().approve(days.id(), "li"));
        assertThat(empty()).as("one approval sets nothing").contains("certificate-validity-days");
        values().approve(days.id(), "zhao");
        assertThat(state(days)).isEqualTo(ValueProposal.State.SET);
        assertThat(empty()).doesNotContain("certificate-validity-days").hasSize(4);
        agree(propose("flagged-cities", "210200000000"));
        agree(propose("flagged-sources", "210000000000"));
        agree(propose("release-test-schedule", "1,14"));
        ValueProposal later = values().propose(
                        UUID.randomUUID(),
                        plan.hash(),
                        "clearance-days",
                        "30",
                        NOW.plus(Duration.ofHours(2)),
                        "专项清理",
                        "author");
        agree(later);
        work();
        assertThat(state(later)).isEqualTo(ValueProposal.State.APPROVED);
        assertThat(empty()).as("its moment has not come").containsExactly("clearance-days");
        machine.at(NOW.plus(Duration.ofHours(2)));
        work();
        assertThat(state(later)).isEqualTo(ValueProposal.State.SET);
        assertThat(empty()).isEmpty();

        arrive("before", "green");
        assertThat(measures("before")).as("values alone judge nobody").isEmpty();
        UUID id = UUID.randomUUID();
        Proposals proposals = machine.bean(Proposals.class);
        proposals.activation(id, plan.hash(), machine.now(), "启用", "author");
        work();
        Proposal shown = proposals.find(id).orElseThrow();
        assertThat(shown.further()).as("who has arrived already is told of").isEqualTo(1);
        proposals.approve(id, shown.previewHash(), "li");
        proposals.approve(id, shown.previewHash(), "zhao");
        work();
        work();
        assertThat(proposals.find(id).orElseThrow().state()).isEqualTo(Proposal.State.DONE);
        machine.settle();
        arrive("proof", "green");
        arrive("none", "red");
        assertThat(measures("proof")).containsExactly("await-result");
        assertThat(measures("none")).containsExactly("central-isolation 2020-08-10 02:00:00");
        assertThat(machine.database()
                        .jdbcOfOwner()
                        .sql("select (due_at at time zone 'UTC')::date::text from duties.duty"
                                + " where subject = 'person:none' and kind = 'nucleic-acid-test' order by due_at")
                        .query(String.class)
                        .list())
                .as("the tests fall on the days that were set")
                .hasSize(2);
        refused("正按 certificate-validity-days 判定", "judges by", () -> propose("certificate-validity-days", "5"));
        assertThat(machine.bean(Versions.class).history(PLAN, 50))
                .filteredOn(each -> each.what().equals("value"))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.by()).isEqualTo("author, li, zhao"));
    }

    @Test
    void whatMayNotBeSetIsRefusedInBothLanguages() {
        refused(
                "没有这个版本",
                "no version",
                () -> values().propose(UUID.randomUUID(), "x", "clearance-days", "3", NOW, "r", "author"));
        refused("没有这个参数", "no such parameter", () -> propose("nothing", "3"));
        refused("命令已规定 central-isolation-days", "the order says", () -> propose("central-isolation-days", "21"));
        refused("须为不小于 0", "must be a whole number of days", () -> propose("clearance-days", "soon"));
        refused("须为 12 位地区代码", "12-digit division codes", () -> propose("flagged-cities", "Dalian"));
        refused("没有这个地区 219999000000", "no such division", () -> propose("flagged-cities", "219999000000"));
        refused("S1-006", "fewer than the 2 of [S1-006]", () -> propose("release-test-schedule", "14"));
        refused(
                "理由须为",
                "the reason has",
                () -> values().propose(UUID.randomUUID(), plan.hash(), "clearance-days", "3", NOW, " ", "author"));
        assertThat(machine.bean(Filling.class).open(plan.hash()))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.set()).isNull());
        PackVersion anshan = machine.bean(Versions.class).list("anshan-2020").getFirst();
        refused(
                "由县（市）区决定",
                "for the districts to decide",
                () -> values().propose(
                                UUID.randomUUID(), anshan.hash(), "home-observation-days", "7", NOW, "r", "author"));
    }

    @Test
    void oneWishAtATimeAndTheSameTwiceIsOne() {
        UUID id = UUID.randomUUID();
        ValueProposal once = values().propose(id, plan.hash(), "clearance-days", "30", NOW, "会议", "author");
        assertThat(values().propose(id, plan.hash(), "clearance-days", "30", NOW, "会议", "author"))
                .isEqualTo(once);
        refused("已有一项未完成", "is open", () -> propose("clearance-days", "20"));
        values().withdraw(id);
        refused("已经办结", "is withdrawn", () -> values().withdraw(id));
        refused("已经办结", "is withdrawn", () -> values().approve(id, "li"));
        refused("没有这项", "no such wish", () -> values().approve(UUID.randomUUID(), "li"));
        agree(propose("clearance-days", "20"));
        agree(propose("clearance-days", "25"));
        assertThat(machine.bean(Filling.class).open(plan.hash()))
                .filteredOn(each -> each.definition().id().equals("clearance-days"))
                .singleElement()
                .satisfies(each -> assertThat(each.set().value()).hasToString("25"));
        assertThat(values().list(PLAN)).hasSize(3);
        assertThat(machine.bean(Rules.class).active())
                .as("nothing is in force by it")
                .hasSize(1);
    }
}
