package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.policy.format.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * That data are kept for a law case, whatever else says that they go.
 *
 * @param scope of a person, or of everybody whom an outbreak touched before its moment
 * @param orderedBy court, prosecutor, police or authority that ordered it
 * @param basis number of the case or of the order; names nobody
 * @param until from when on it holds no longer by itself
 * @param approvedBy who agreed, null while nobody has
 * @param liftAskedBy who wants it lifted, null while nobody does
 * @param liftedBy who agreed to that, null while nobody has
 */
public record Hold(
        UUID id,
        Scope scope,
        String orderedBy,
        String basis,
        Instant until,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable String liftAskedBy,
        @Nullable String liftedBy) {
    public boolean isOpen() {
        return approvedBy == null;
    }

    /** Whether nobody may destroy what it is about. */
    public boolean isInForce(Instant now) {
        return approvedBy != null && liftedBy == null && now.isBefore(until);
    }

    /** Why something is not destroyed. */
    DestructionRefused refusal(String field) {
        return new DestructionRefused(FieldError.of(
                field,
                scope.text(),
                "destruction.held",
                orderedBy + "因「" + basis + "」要求保全至" + until + "，期间不得销毁；须先由两人解除保全",
                "is kept for a law case until " + until + " by order of " + orderedBy + " (" + basis
                        + "): two people have to lift the hold first"));
    }
}
