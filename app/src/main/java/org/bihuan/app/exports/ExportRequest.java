package org.bihuan.app.exports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to take a list out.
 *
 * @param id its id
 * @param list name of the list
 * @param query what was asked of it, as in an address
 * @param form xlsx or csv
 * @param purpose what for
 * @param rows how many rows it had
 * @param askedBy who asks
 * @param askedAt when
 * @param needsApproval whether somebody else must allow it
 * @param approvedBy who did, null while nobody has
 * @param takenAt when the file was last made, null while it was not
 */
public record ExportRequest(
        UUID id,
        String list,
        String query,
        String form,
        String purpose,
        long rows,
        String askedBy,
        Instant askedAt,
        boolean needsApproval,
        @Nullable String approvedBy,
        @Nullable Instant takenAt) {
    /** Whether the file may be made. */
    public boolean isAllowed() {
        return !needsApproval || approvedBy != null;
    }
}
