package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the duty log.
 *
 * @param id the client's id of it
 * @param at when it happened
 * @param kind what it is about
 * @param fromWhom who called or wrote
 * @param body what
 * @param done what was done about it
 * @param isOpen whether something remained to be done
 * @param closes line that it closes, null for none
 * @param closedBy line that closed it, null while none has
 * @param writtenName who wrote it
 * @param recordedAt when it was written
 */
public record LogEntry(
        UUID id,
        Instant at,
        String kind,
        String fromWhom,
        String body,
        String done,
        boolean isOpen,
        @Nullable UUID closes,
        @Nullable UUID closedBy,
        String writtenName,
        Instant recordedAt) {
    /** Whether something still remains to be done. */
    public boolean remains() {
        return isOpen && closedBy == null;
    }
}
