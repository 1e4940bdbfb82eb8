package org.bihuan.app.facts;

import java.util.List;
import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;

/**
 * A fact typed by the declaration in force, or why it cannot be.
 *
 * @param fact with its types; as it was stored when it does not fit
 * @param declaration by which it was typed
 * @param errors why it does not fit, none when it does
 */
record Typed(Fact fact, UUID declaration, List<FieldError> errors) {
    Typed {
        errors = List.copyOf(errors);
    }

    boolean fits() {
        return errors.isEmpty();
    }

    Misfit misfit(RawFact sent) {
        return new Misfit(
                fact.id(), sent.source(), sent.key(), sent.kind(), fact.recordedAt(), fact.subjects(), errors);
    }
}
