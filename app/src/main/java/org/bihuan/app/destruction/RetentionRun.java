package org.bihuan.app.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.audit.Certificates;
import org.jspecify.annotations.Nullable;

/**
 * A day's destruction of what has been kept for long enough.
 *
 * @param day of the division's calendar
 * @param before whatever was last recorded before it goes
 * @param found how many people that was about when the run was made
 * @param firstBy who agreed first, null while nobody has
 * @param secondBy who agreed second, null while nobody has
 * @param people how many have been destroyed
 * @param uploads how many kept files have been
 * @param attachments how many pictures of duty logs have been
 */
public record RetentionRun(
        UUID id,
        RetentionOrder order,
        LocalDate day,
        Instant before,
        long found,
        @Nullable String firstBy,
        @Nullable String secondBy,
        State state,
        long people,
        long uploads,
        long attachments) {
    /** Life of a run. */
    public enum State {
        /** Two people have to agree. */
        WAITING,
        RUNNING,
        DONE
    }

    /** What a certificate of it says. */
    Certificates.Order certificate(String kind) {
        return new Certificates.Order(
                kind,
                order.division() + " < " + before,
                order.basis(),
                Objects.requireNonNull(firstBy),
                Objects.requireNonNull(secondBy));
    }

    /** Name of its job. */
    String job() {
        return "destruction/" + id;
    }
}
