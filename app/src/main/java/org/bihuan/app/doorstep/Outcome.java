package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.facts.Append;
import org.bihuan.policy.format.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param status recorded, repeated, conflict, refused, or held: kept for somebody in the office, since the duty is no
 *     longer owed
 * @param recordedAt the moment it was recorded with, null when the server's own clock was taken
 * @param clockDoubt whether the phone's clock was changed in between, or ran ahead of the server's
 * @param metAt when somebody else had already met the duty, null when nobody had
 */
record Outcome(
        UUID id,
        Status status,
        List<FieldError> errors,
        @Nullable Instant recordedAt,
        boolean clockDoubt,
        @Nullable Instant metAt) {
    /** @param metAt when somebody else had already met the duty, null when nobody had */
    static Outcome of(UUID id, Append append, PhoneMoment moment, @Nullable Instant metAt) {
        Status status = switch (append) {
            case Append.Recorded _ -> Status.RECORDED;
            case Append.Repeated _ -> Status.REPEATED;
            case Append.Conflict _ -> Status.CONFLICT;
            case Append.Refused _ -> Status.REFUSED;
        };
        List<FieldError> errors = append instanceof Append.Refused refused ? refused.errors() : List.of();
        // The duty may well be met by the very record that is repeated here.
        return new Outcome(
                id, status, errors, moment.at(), moment.isDoubted(), status == Status.RECORDED ? metAt : null);
    }

    /** Ways to end. All but {@code REFUSED} take the command off the phone. */
    enum Status {
        RECORDED,
        REPEATED,
        CONFLICT,
        REFUSED,
        HELD
    }
}
