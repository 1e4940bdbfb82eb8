package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A duty.
 *
 * @param household where its subject lives, null when it is no resident of the packet
 * @param who name of its subject
 * @param form key of the form that meets it, null when no fact does
 */
record PacketTask(
        UUID id,
        @Nullable String household,
        String subject,
        String who,
        Wording title,
        String state,
        Instant opensAt,
        Instant dueAt,
        int attempts,
        @Nullable String lastResult,
        @Nullable Instant nextAttemptAt,
        @Nullable String form) {}
