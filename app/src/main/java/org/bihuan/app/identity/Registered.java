package org.bihuan.app.identity;

import java.util.List;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;

/** What became of a registration, a merge or a parting. */
public sealed interface Registered {
    /** Recorded. */
    record Done(SubjectId subject) implements Registered {}

    /** Somebody has the document already: this is them, and what is new about them was recorded with them. */
    record Known(SubjectId subject) implements Registered {}

    /** Not taken; the errors say why. */
    record Refused(List<FieldError> errors) implements Registered {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
