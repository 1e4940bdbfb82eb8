package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A machine's key as it is kept.
 *
 * @param prefix what finds it, shown in lists
 * @param hash of its secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record ServiceKey(
        UUID id,
        String prefix,
        byte[] hash,
        String name,
        String role,
        DivisionCode region,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {
    /** Whether it may be used at the moment. */
    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
