package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param login what is typed, lower case
 * @param name what people call them
 * @param mustChange whether the password was given by somebody else and is to be changed first
 * @param hasSecondFactor whether log-in asks for a code
 * @param lockedUntil after failed attempts, null when not
 * @param disabledAt since when nobody may use it, null when somebody may
 */
public record Account(
        UUID id,
        String login,
        String name,
        List<Assignment> assignments,
        boolean mustChange,
        boolean hasSecondFactor,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt) {
    public Account {
        assignments = List.copyOf(assignments);
    }
}
