package org.bihuan.app.duties;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;

/**
 * A subject whose state could not be worked out, told without saying who it is: who keeps the machine running need not
 * know.
 *
 * @param handle stands for the subject
 * @param type its type
 * @param fault the kind of what went wrong, without the values in it
 */
public record Parked(UUID handle, String type, Instant since, String fault) {
    static Parked of(SubjectId subject, Instant since, String reason) {
        int end = reason.indexOf(':');
        String fault = end < 0 ? reason : reason.substring(0, end);
        return new Parked(handle(subject), subject.type(), since, fault.substring(fault.lastIndexOf('.') + 1));
    }

    static UUID handle(SubjectId subject) {
        return HashId.of("parked", subject.toString());
    }
}
