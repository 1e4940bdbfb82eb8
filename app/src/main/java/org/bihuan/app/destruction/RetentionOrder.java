package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * For how long what tells who people are is kept in a division.
 *
 * @param days whole days after the last that was recorded of somebody
 * @param isStanding whether the order itself is the word of two people, so that the calendar destroys by it; otherwise two
 *     people agree each time
 * @param basis the law, order or decision that says so; it stands in every certificate
 * @param approvedBy who agreed, null while nobody has
 * @param endedAt when a later one took its place, null while none has
 */
public record RetentionOrder(
        UUID id,
        DivisionCode division,
        int days,
        boolean isStanding,
        String basis,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Instant endedAt) {
    /** Whether it is about a whole city, and so about ledgers too, which speak of all of it. */
    boolean isOfCity() {
        return division.level() == 2;
    }

    public boolean isInForce() {
        return approvedBy != null && endedAt == null;
    }

    public boolean isOpen() {
        return approvedBy == null;
    }
}
