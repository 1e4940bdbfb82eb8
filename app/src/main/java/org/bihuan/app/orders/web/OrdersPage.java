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
 * @param mayPropose whether drafts and proposals are offered
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record OrdersPage(List<Row> orders, List<Proposal> proposals, boolean mayPropose, String error) {
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
}
