package org.bihuan.app.orders.web;

import java.util.List;
import java.util.UUID;
import org.bihuan.app.orders.ValueProposal;
import org.bihuan.app.rules.Filling;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.pack.Wording;

/**
 * What the text of an order leaves empty, what has been set, and the wishes for more.
 *
 * @param version the version whose empty values are shown
 * @param title name of the order
 * @param open the empty values
 * @param proposals wishes, the latest first
 * @param login who looks, for what is theirs to approve
 * @param mayPropose whether wishes are taken from whoever looks
 * @param mayApprove whether approvals are
 * @param fresh an id for the next wish, so that sent twice it is one
 * @param error what was wrong with the last wish
 */
public record OpenValuesPage(
        PackVersion version,
        Wording title,
        List<Filling.Open> open,
        List<ValueProposal> proposals,
        String login,
        boolean mayPropose,
        boolean mayApprove,
        UUID fresh,
        String error) {
    /** Whether whoever looks may agree to it: neither its author nor twice. */
    public boolean canApprove(ValueProposal proposal) {
        return mayApprove
                && proposal.state() == ValueProposal.State.PROPOSED
                && !proposal.by().equals(login)
                && !proposal.approvedBy().contains(login);
    }

    /** Whether it can still be taken back. */
    public boolean canWithdraw(ValueProposal proposal) {
        return mayPropose
                && (proposal.state() == ValueProposal.State.PROPOSED
                        || proposal.state() == ValueProposal.State.APPROVED);
    }

    /** How many values nobody has set yet. */
    public long unset() {
        return open.stream().filter(each -> each.set() == null).count();
    }
}
