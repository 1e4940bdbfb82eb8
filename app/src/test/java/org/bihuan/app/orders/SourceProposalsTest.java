package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.arrivals.FilledPacks;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.risk.Situation;
import org.bihuan.app.risk.Source;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A source that is flagged goes the way of a list: nobody moves before the approval, and whoever comes new is judged by it. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class SourceProposalsTest {
    private static final Instant NOW = Instant.parse("2022-11-02T04:00:00Z");
    private static final String KAIFENG = "410202000000";

    @RegisterExtension
    final Machine machine = new Machine("jincheng-2022", "--bihuan.packs=" + FilledPacks.folder("jincheng-2022"));

    private void arrive(String person, String origin) {
        machine.append(Machine.fact(
                "arrival-" + person,
                "arrival",
                new SubjectId("person", person),
                Map.of(
                        "arrivedAt", "2022-11-02T08:00+08:00",
                        "origin", origin,
                        "originRisk", "none",
                        "destination", "140525000000")));
        machine.settle();
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
        machine.settle();
    }

    private List<String> sql(String sql) {
        return machine.database().jdbcOfOwner().sql(sql).query(String.class).list();
    }

    private List<String> measures(String person) {
        return sql("select kind from duties.measure where overdue_since is null and subject = 'person:" + person + "'");
    }

    private Proposal proposal() {
        return machine.bean(Proposals.class).list(9).stream()
                .max(Comparator.comparingLong(Proposal::edition))
                .orElseThrow();
    }

    private void approve(String... by) {
        Proposal shown = proposal();
        for (String each : by) {
            machine.bean(Proposals.class).approve(shown.id(), shown.previewHash(), each);
        }
        work();
        work();
    }

    @Test
    @Clause({"S4-12", "S4-09"})
    void nobodyMovesBeforeTheApprovalAndWhoeverComesNewIsInTheLoop() {
        machine.at(NOW);
        machine.settle();
        arrive("a", KAIFENG);
        arrive("c", "410302000000");
        Situation situation = machine.bean(Situation.class);
        Source plant = new Source(
                UUID.randomUUID(),
                "某厂",
                "factory",
                "zhengzhou-foxconn",
                PlaceId.of(DivisionCode.of(KAIFENG)),
                Instant.parse("2022-10-28T00:00:00Z"),
                Optional.empty(),
                "",
                TestLists.DESK);
        Asking.asMachine(() -> situation.flag(plant, machine.now()));
        work();
        assertThat(proposal().kind()).isEqualTo(Proposal.Kind.LISTS);
        assertThat(proposal().state()).isEqualTo(Proposal.State.PREVIEWED);
        assertThat(proposal().changed()).isEqualTo(1);
        assertThat(proposal().approvalsNeeded()).isEqualTo(2);
        assertThat(proposal().reason()).isEqualTo("标注重点来源 / source flagged: flagged-source");
        assertThat(machine.bean(ListChanges.class).lines(0, 1))
                .extracting(each -> each.key().series() + " " + each.key().place())
                .containsExactly("flagged-source/factory " + KAIFENG, "flagged-source/zhengzhou-foxconn " + KAIFENG);
        assertThat(
                        sql(
                                "select key from duties.ambient where subject = 'person:a' and key like 'level:flagged%' order by 1"))
                .as("a decision names what it reads")
                .containsExactly(
                        "level:flagged-source/factory@" + KAIFENG,
                        "level:flagged-source/market@" + KAIFENG,
                        "level:flagged-source/zhengzhou-foxconn@" + KAIFENG);
        assertThat(measures("a")).isEmpty();
        arrive("new", KAIFENG);
        assertThat(measures("new")).containsExactly("central-isolation");
        assertThatThrownBy(() -> approve(TestLists.DESK)).hasMessageContaining("author cannot approve");
        approve("li");
        assertThat(measures("a")).isEmpty();
        approve("zhao");
        assertThat(measures("a")).containsExactly("central-isolation");
        assertThat(measures("c")).isEmpty();
        derivedIsAsRebuilt();

        UUID standing = situation.sources().getFirst().id();
        Asking.asMachine(() -> situation.end(standing, plant.from(), machine.now(), TestLists.DESK));
        work();
        assertThat(measures("a")).as("pinned to what was known").containsExactly("central-isolation");
        assertThat(proposal().changed()).isEqualTo(2);
        approve("li");
        assertThat(measures("a")).isEmpty();
        assertThat(measures("new")).isEmpty();
        derivedIsAsRebuilt();
    }

    private void derivedIsAsRebuilt() {
        machine.settle();
        String state = "select subject || kind || owner || opens_at || due_at || content_hash from duties.duty"
                + " union all select subject || kind || starts_at || coalesce(ends_at::text, '') from duties.measure order by 1";
        List<String> live = sql(state);
        machine.duties().rebuild();
        machine.settle();
        assertThat(sql(state)).isEqualTo(live);
    }
}
