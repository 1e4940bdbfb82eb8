package org.bihuan.app.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list of those under a measure. */
public record MeasureLine(
        String path,
        String name,
        String id,
        String measure,
        String place,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant overdueSince) {}
