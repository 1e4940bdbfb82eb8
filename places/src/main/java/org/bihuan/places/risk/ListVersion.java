package org.bihuan.places.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something in force.
 *
 * @param value what
 * @param from the moment it is in force from
 * @param knownAt when it became known here
 * @param withdrawnAt when it became known that it is void, null while it is not
 */
public record ListVersion<T>(
        T value, Instant from, Instant knownAt, @Nullable Instant withdrawnAt) {
    boolean isKnown(Instant at) {
        return !knownAt.isAfter(at) && (withdrawnAt == null || withdrawnAt.isAfter(at));
    }
}
