package org.bihuan.app.orders.web;

import java.util.List;
import org.bihuan.app.orders.VersionComparison;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.pack.Wording;

/** Two versions of an order side by side. */
public record ComparePage(
        Wording title,
        PackVersion before,
        PackVersion after,
        List<PackVersion> versions,
        List<VersionComparison.Row> rows) {}
