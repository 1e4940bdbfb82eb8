package org.bihuan.app.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way by one channel.
 *
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next, null when it is not
 * @param at when it came into its state
 */
public record Delivery(
        UUID id,
        UUID notice,
        Channel channel,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant at) {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    /** How far it is. */
    public enum State {
        QUEUED,
        HANDED_OVER,
        DELIVERED,
        READ,
        /** Failed, and tried again at the next attempt. */
        FAILED,
        /** Failed too often: somebody has to go there. */
        GIVEN_UP;

        /** Whether a report may bring a delivery from this state to the other; never back. */
        boolean mayBecome(State other) {
            return switch (this) {
                case QUEUED, FAILED, GIVEN_UP, HANDED_OVER -> other != QUEUED;
                case DELIVERED -> other == READ;
                case READ -> false;
            };
        }
    }

    /** When to try again after so many attempts that failed, null when that is enough. */
    static @Nullable Instant next(int attempts, Instant now) {
        return attempts > PAUSES.size() ? null : now.plus(PAUSES.get(attempts - 1));
    }
}
