package org.bihuan.app.orders.web;

import java.util.List;
import org.bihuan.app.orders.VersionComparison;
import org.bihuan.app.rules.PackVersion;

/** Two versions of an order side by side. */
public record ComparePage(
        PackVersion before, PackVersion after, List<PackVersion> versions, List<VersionComparison.Row> rows) {}
