package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.risk.Publication;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.app.rules.Versions;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A list that comes while a change of an order waits makes its preview untrue only where somebody in it reads the change. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PreviewAndListsTest {
    private static final String ZHONGSHAN = "210202000000";
    private static final String MEDIUM_ZHONGSHAN = "medium,辽宁省,大连市,中山区,";
    private static final String MEDIUM_XIGANG = "medium,辽宁省,大连市,西岗区,";

    @TempDir
    Path folder;

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    @BeforeEach
    void people() {
        machine.at(Instant.parse("2020-07-27T04:00:00Z"));
        machine.settle();
        take("2020-07-20T00:00:00+08:00", "medium,辽宁省,大连市,甘井子区,");
        work();
        arrive("a", ZHONGSHAN);
        arrive("b", "210211000000");
    }

    private void arrive(String person, String origin) {
        String at = "2020-07-25T10:00+08:00";
        machine.append(Machine.fact(
                "arrival-" + person,
                "arrival",
                new SubjectId("person", person),
                Map.of("arrivedAt", at, "registeredAt", at, "origin", origin, "destination", "210302000000")));
        machine.settle();
    }

    private Publication take(String from, String... lines) {
        return TestLists.take(machine, OffsetDateTime.parse(from).toInstant(), lines);
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
        machine.settle();
    }

    private Proposals proposals() {
        return machine.bean(Proposals.class);
    }

    /** A version with a longer stay, previewed. */
    private Proposal longer() {
        Path pack = TestPacks.with(
                TestPacks.copy("anshan-2020", folder.resolve(UUID.randomUUID().toString())),
                "central-isolation-days",
                21);
        TestPacks.replace(pack, "pack.yaml", "transition: review", "transition: recompute");
        String hash = machine.bean(Versions.class)
                .draft(PackFiles.ofFolder(pack), SharedFiles.filesOf(TestPacks.home()), machine.now(), "drafter", "")
                .hash();
        UUID id = UUID.randomUUID();
        proposals().activation(id, hash, machine.now(), "新版", "author");
        work();
        Proposal shown = proposals().find(id).orElseThrow();
        assertThat(shown.state()).isEqualTo(Proposal.State.PREVIEWED);
        assertThat(shown.changed()).as("who came from a listed area").isEqualTo(1);
        return shown;
    }

    private void approve(Proposal shown, String by) {
        proposals().approve(shown.id(), shown.previewHash(), by);
    }

    @Test
    void aListThatChangesNothingOfWhatAnybodyReadsLeavesThePreviewTrue() {
        Proposal shown = longer();
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,甘井子区,", "high,北京市,北京市,丰台区,");
        work();
        approve(shown, "li");
        take("2020-07-27T01:00:00+08:00", "medium,辽宁省,大连市,甘井子区,", "high,北京市,北京市,丰台区,", MEDIUM_XIGANG);
        approve(shown, "zhao");
        work();
        work();
        assertThat(proposals().find(shown.id()).orElseThrow().state()).isEqualTo(Proposal.State.DONE);
    }

    @Test
    void aListThatChangesALevelSomebodyReadsMakesItUntrue() {
        Proposal shown = longer();
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,甘井子区,", MEDIUM_ZHONGSHAN);
        assertThatThrownBy(() -> approve(shown, "li"))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("have changed what somebody in the preview reads: make it again");
        proposals().previewAgain(shown.id());
        work();
        Proposal again = proposals().find(shown.id()).orElseThrow();
        approve(again, "li");
        approve(again, "zhao");
        take("2020-07-28T00:00:00+08:00", "high,辽宁省,大连市,甘井子区,");
        work();
        work();
        assertThat(proposals().find(shown.id()).orElseThrow().state())
                .as("approved, but no longer true when it is to begin")
                .isEqualTo(Proposal.State.PREVIEWED);
    }

    /** A list tried and taken back before anybody was judged by it is as if it had never been. */
    @Test
    void whatOnlyAListInBetweenChangedIsNotShown() {
        Publication tried = take("2020-07-27T00:00:00+08:00", MEDIUM_XIGANG, MEDIUM_ZHONGSHAN);
        arrive("c", "210203000000");
        Asking.asMachine(() -> machine.bean(RiskLists.class).withdraw(tried.id(), "试", machine.now(), "desk"));
        ListChanges changes = machine.bean(ListChanges.class);
        assertThat(changes.changed(3))
                .as("c was judged by it")
                .containsExactlyInAnyOrder(
                        "level:national@210203000000", "level:national@210202000000", "level:national@210211000000");
        machine.database()
                .jdbcOfOwner()
                .sql("update duties.pin set lists = 3 where lists = 2")
                .update();
        take("2020-07-27T00:00:00+08:00", "medium,辽宁省,大连市,甘井子区,", "high,辽宁省,大连市,西岗区,");
        assertThat(changes.changed(4)).as("nobody was").containsExactly("level:national@210203000000");
        assertThat(changes.lines(1, 4))
                .extracting(each -> each.key().place().toString())
                .isEqualTo(List.of("210203000000"));
        work();
        Proposal shown = proposals().list(9).getFirst();
        assertThat(shown.kind()).isEqualTo(Proposal.Kind.LISTS);
        assertThat(shown.people()).as("who reads Xigang").isEqualTo(1);
    }
}
