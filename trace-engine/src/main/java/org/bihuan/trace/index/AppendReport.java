package org.bihuan.trace.index;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an append did.
 *
 * @param rows rows looked at
 * @param accepted rows that are new in the index
 * @param rejected counts of the others by reason, reasons without rows left out
 * @param segmentsBuilt segments written
 */
public record AppendReport(long rows, long accepted, Map<Rejection, Long> rejected, int segmentsBuilt) {
    public AppendReport {
        EnumMap<Rejection, Long> copy = new EnumMap<>(Rejection.class);
        copy.putAll(rejected);
        rejected = Collections.unmodifiableMap(copy);
    }
}
