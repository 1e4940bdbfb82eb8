package org.bihuan.city;

import java.time.Instant;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;

/**
 * A place travellers come from, at one risk level for a while.
 *
 * @param risk high, medium, low, none, or empty when nobody wrote it down
 * @param from first arrival it holds for
 * @param until first arrival it no longer holds for
 */
record Origin(DivisionCode place, Optional<String> risk, double weight, Instant from, Instant until) {
    boolean holdsAt(Instant arrivedAt) {
        return !arrivedAt.isBefore(from) && arrivedAt.isBefore(until);
    }
}
