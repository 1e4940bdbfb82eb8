package org.bihuan.app.facts;

import java.util.List;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FieldError;

/** What became of a fact that was sent. */
public sealed interface Append {
    /** Its idempotency key. */
    String key();

    /** Recorded for good. */
    record Recorded(String key, FactId id) implements Append {}

    /** Known already with the same content; nothing changed. */
    record Repeated(String key, FactId id) implements Append {}

    /** The key is known with another content; what was recorded first stays. */
    record Conflict(String key, FactId id) implements Append {}

    /** Not taken; the errors say why, field by field. */
    record Refused(String key, List<FieldError> errors) implements Append {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
