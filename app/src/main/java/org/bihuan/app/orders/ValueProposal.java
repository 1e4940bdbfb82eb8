package org.bihuan.app.orders;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The wish to fill what the text of an order leaves empty, for the whole order and from a moment on.
 *
 * @param hash the version it was proposed for
 * @param value as it was written
 * @param fromAt from when on; a version may be put into force only once it is set
 * @param by who proposed it
 * @param note why it was refused in the end, empty otherwise
 * @param approvedBy who has agreed, the first first
 */
public record ValueProposal(
        UUID id,
        String pack,
        String hash,
        String parameter,
        String value,
        Instant fromAt,
        String reason,
        String by,
        Instant proposedAt,
        State state,
        String note,
        List<String> approvedBy) {
    /** How many others have to agree. */
    public static final int APPROVALS = 2;

    public ValueProposal {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        /** Agreed to; its moment has not come. */
        APPROVED,
        SET,
        WITHDRAWN,
        /** At its moment it could no longer be set. */
        REFUSED;

        /** As in the database and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
