package org.bihuan.policy.decide;

import java.time.Instant;
import org.bihuan.policy.pack.OutcomeDefinition;

/**
 * A stretch of time for which a row answers with an outcome.
 *
 * @param table the table
 * @param outcome what the row means
 * @param reason the row and what it saw now, or at the start of a stretch that lies ahead
 * @param from first moment, {@link Instant#MIN} for always
 * @param until end, {@link Instant#MAX} for ever
 */
record Hold(BoundTable table, OutcomeDefinition outcome, Reason reason, Instant from, Instant until) {
    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
