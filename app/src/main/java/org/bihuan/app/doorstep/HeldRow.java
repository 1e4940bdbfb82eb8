package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of what was kept about duties that are no longer owed.
 *
 * @param login who sent it
 * @param doneAt when it was done, by the server's clock as far as the phone knew it
 * @param kind message key of what was done
 * @param duty the duty's name, once it is owed again; empty while it is withdrawn
 * @param path address of its page, empty while there is none
 * @param said what was filled in
 * @param seenBy who has looked at it, null while nobody has
 */
public record HeldRow(
        UUID id,
        String login,
        Instant heldAt,
        Instant doneAt,
        String kind,
        String duty,
        String path,
        List<String> said,
        @Nullable String seenBy,
        @Nullable Instant seenAt,
        String finding) {
    public HeldRow {
        said = List.copyOf(said);
    }
}
