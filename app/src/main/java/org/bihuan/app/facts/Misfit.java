package org.bihuan.app.facts;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.format.FieldError;

/**
 * A fact that was recorded before its kind was declared as it is now, and does not fit the declaration. It is kept, no
 * rule reads it, and a correction that fits takes its place.
 *
 * @param id its id
 * @param source who sent it
 * @param key its key within the source
 * @param kind its kind
 * @param recordedAt when it was recorded
 * @param subjects whom it is about
 * @param errors what does not fit, field by field
 */
public record Misfit(
        FactId id,
        String source,
        String key,
        String kind,
        Instant recordedAt,
        List<FactSubject> subjects,
        List<FieldError> errors) {
    public Misfit {
        subjects = List.copyOf(subjects);
        errors = List.copyOf(errors);
    }
}
