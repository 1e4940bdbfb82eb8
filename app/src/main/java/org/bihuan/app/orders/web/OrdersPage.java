package org.bihuan.app.orders.web;

import java.util.List;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.pack.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The page of all orders.
 *
 * @param orders every order of which there is a version
 * @param proposals changes, the latest first
 * @param valuesWaiting orders for which a value waits for the approval of whoever looks
 * @param approver who looks, empty for somebody who does not approve
 * @param mayPropose whether drafts and proposals are offered
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record OrdersPage(
        List<Row> orders,
        List<Proposal> proposals,
        List<String> valuesWaiting,
        String approver,
        boolean mayPropose,
        String error) {
    /**
     * An order.
     *
     * @param shown the version in force, or the latest
     * @param versions how many there are
     * @param unset how many of its values nobody has set
     */
    public record Row(
            PackVersion shown,
            Manifest manifest,
            int versions,
            long unset,
            @Nullable PackVersion active) {}

    /** Changes that wait for others than who proposed them, so perhaps for whoever looks. */
    public List<Proposal> waiting() {
        return proposals.stream()
                .filter(each -> !approver.isEmpty()
                        && each.state() == Proposal.State.PREVIEWED
                        && !each.by().equals(approver))
                .toList();
    }

    /** What people call the order; its id where it is not known any more. */
    public String title(String pack, boolean chinese) {
        return orders.stream()
                .filter(each -> each.shown().pack().equals(pack))
                .findFirst()
                .map(each -> each.manifest().titles())
                .map(each -> chinese ? each.zh() : each.en())
                .orElse(pack);
    }
}
