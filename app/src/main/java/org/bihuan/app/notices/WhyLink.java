package org.bihuan.app.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way from a notice to the page that tells its holder why.
 *
 * @param token what the second code on the paper says; cannot be guessed
 * @param expiresAt when it no longer opens
 * @param revokedAt when somebody took it back, null while nobody has
 * @param failures how often somebody said wrongly who they are, in a row
 * @param lockedUntil until when nobody is asked again, null when it was never locked
 * @param codeAt when somebody gave out a code for it, null when nobody has
 * @param codeBy who did
 */
public record WhyLink(
        UUID notice,
        String token,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        int failures,
        @Nullable Instant lockedUntil,
        @Nullable Instant codeAt,
        @Nullable String codeBy) {

    /** Whether it still opens. */
    public boolean opens(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Whether nobody is asked now. */
    public boolean isLocked(Instant now) {
        Instant until = lockedUntil;
        return until != null && now.isBefore(until);
    }
}
