package org.bihuan.app.directives;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A directive.
 *
 * @param id the client's id of it
 * @param number as on the paper, empty when it has none
 * @param title what it is about
 * @param body what is to be done
 * @param needsAnswer whether reading it is not enough
 * @param deadlineAt by when, null when it says none
 * @param sentName who sent it
 * @param sentAt when
 * @param sender whose headquarters
 * @param amends directive that it replaces, null for none
 * @param endedAt when it was withdrawn or replaced, null while it stands
 * @param endReason why
 * @param amendedBy directive that replaces it, null while none does
 */
public record Directive(
        UUID id,
        String number,
        String title,
        String body,
        boolean needsAnswer,
        @Nullable Instant deadlineAt,
        String sentName,
        Instant sentAt,
        DivisionCode sender,
        @Nullable UUID amends,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable UUID amendedBy) {
    /** Whether it stood at the moment. */
    public boolean stands(Instant at) {
        return !sentAt.isAfter(at) && (endedAt == null || endedAt.isAfter(at));
    }
}
