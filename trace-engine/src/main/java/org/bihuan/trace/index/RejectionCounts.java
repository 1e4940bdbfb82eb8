package org.bihuan.trace.index;

import java.util.EnumMap;
import java.util.Map;

/** Counts of dropped rows by reason. */
final class RejectionCounts {
    private final long[] counts = new long[Rejection.values().length];

    void add(Rejection reason) {
        counts[reason.ordinal()]++;
    }

    Map<Rejection, Long> asMap() {
        Map<Rejection, Long> map = new EnumMap<>(Rejection.class);
        for (Rejection reason : Rejection.values()) {
            if (counts[reason.ordinal()] > 0) {
                map.put(reason, counts[reason.ordinal()]);
            }
        }
        return map;
    }
}
