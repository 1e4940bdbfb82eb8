package org.bihuan.app.orders.web;

import java.util.List;
import java.util.Map;
import org.bihuan.app.orders.Approval;
import org.bihuan.app.orders.Preview;
import org.bihuan.app.orders.Previews;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A change with its preview, approvals and progress.
 *
 * @param version the version that is to judge, null where risk lists change
 * @param pack an order whose words name measures and duties, null when there is none
 * @param levels what the lists change of what people's decisions read, by place
 * @param preview figures, as far as whoever looks may see
 * @param people whom it names, empty unless asked for
 * @param names what they are called, as far as it is known
 * @param after the id that the page of people ended with, empty for no more
 * @param done how many the machine has looked at
 * @param total how many there are, 0 while unknown
 * @param by who looks
 * @param error what was wrong with the last wish
 */
public record ProposalPage(
        Proposal proposal,
        @Nullable PackVersion version,
        @Nullable Pack pack,
        List<Line> levels,
        Preview preview,
        Needs needs,
        List<Approval> approvals,
        List<Previews.Person> people,
        Map<SubjectId, String> names,
        String after,
        long done,
        long total,
        String by,
        boolean mayPropose,
        boolean mayApprove,
        String error) {
    /**
     * A place whose level changes.
     *
     * @param before level before, null when no list told
     * @param after level after, null when no list tells
     */
    public record Line(
            String place,
            Wording series,
            @Nullable Wording before,
            @Nullable Wording after) {}

    /** What somebody is called; their id where no name is known. */
    public String name(Previews.Person person) {
        return names.getOrDefault(person.subject(), person.subject().id());
    }

    /** Whether the machine works on it, so that the page looks again by itself. */
    public boolean isWorking() {
        return proposal.state() == Proposal.State.PREVIEWING || proposal.state() == Proposal.State.SWEEPING;
    }

    /** Whether whoever looks is offered to approve; the machine says no again where it must. */
    public boolean canApprove() {
        return mayApprove
                && proposal.state() == Proposal.State.PREVIEWED
                && !proposal.by().equals(by)
                && approvals.stream().noneMatch(each -> each.by().equals(by));
    }

    /** A measure's code for people: its name and length. */
    public String measure(String code, boolean chinese) {
        return MeasureWords.of(code, pack, chinese);
    }

    /** A duty's kind and number for people. */
    public String duty(String kind, boolean chinese) {
        return MeasureWords.duty(kind, pack, chinese);
    }
}
