package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A shift given over.
 *
 * @param id the client's id of it
 * @param desk whose desk
 * @param body what the next shift should know
 * @param writtenBy account of who leaves
 * @param writtenName their name
 * @param writtenAt when they signed by writing it
 * @param signedName who took over, null while nobody has
 * @param signedAt when
 * @param open lines that were open when it was written
 */
public record Handover(
        UUID id,
        DivisionCode desk,
        String body,
        String writtenBy,
        String writtenName,
        Instant writtenAt,
        @Nullable String signedName,
        @Nullable Instant signedAt,
        List<LogEntry> open) {
    public Handover {
        open = List.copyOf(open);
    }

    public boolean isSigned() {
        return signedAt != null;
    }
}
