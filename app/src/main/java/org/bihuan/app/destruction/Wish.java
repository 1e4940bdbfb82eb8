package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish that data be destroyed, and what became of it.
 *
 * @param approvedBy who agreed, null while nobody has
 * @param certificate number of the certificate, null until it is done
 * @param people how many people it was about, null until it is done
 */
public record Wish(
        UUID id,
        Scope scope,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Long certificate,
        @Nullable Long people) {
    public boolean isOpen() {
        return approvedBy == null;
    }
}
