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
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String outcome) {
    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return answeredAt == null;
    }

    /** Whether its answer is overdue. */
    public boolean isLate(Instant now) {
        return isOpen() && !now.isBefore(dueAt);
    }
}
