package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is logged in.
 *
 * @param mustChange whether the password is to be changed before anything else
 * @param address where it was last used from
 * @param agent the browser
 * @param person keyed hash of the user's document, null while no administrator has said it
 */
public record Session(
        UUID id,
        Asker asker,
        boolean mustChange,
        Instant createdAt,
        Instant seenAt,
        String address,
        String agent,
        @Nullable UUID person) {}
