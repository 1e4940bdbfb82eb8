package org.bihuan.app.residents;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a notice. Its words, and those of the answer, lie sealed and are not in here.
 *
 * @param id made with the form, so that sending it twice files it once
 * @param notice against which
 * @param number official number of the notice
 * @param ground key of the ground
 * @param dueAt when it must be answered
 * @param asksSuspension whether the measure should not be carried out until the answer
 * @param suspended that somebody has granted so, null while nobody has
 * @param answeredBy log-in of who answered, null while nobody has
 * @param outcome key of what came of it, null while nobody has answered
 */
public record Appeal(
        UUID id,
        UUID notice,
        String number,
        SubjectId subject,
        String ground,
        Instant filedAt,
        Instant dueAt,
        boolean asksSuspension,
        @Nullable Suspended suspended,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String outcome) {
    /**
     * That the measure is not carried out.
     *
     * @param until its end, unless the answer comes before
     * @param by log-in of who granted it
     * @param ground key of the ground
     */
    public record Suspended(Instant at, Instant until, String by, String ground) {}

    /** Whether the measure rests because of it. */
    public boolean suspends(Instant now) {
        return isOpen() && suspended != null && now.isBefore(suspended.until());
    }

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return answeredAt == null;
    }

    /** Whether its answer is overdue. */
    public boolean isLate(Instant now) {
        return isOpen() && !now.isBefore(dueAt);
    }
}
