package org.bihuan.policy.decide;

import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be decided, and what is missing.
 *
 * @param parameter id of the parameter without a value, null when a field is missing
 * @param field name of the field that is missing or not covered, null when a parameter is
 * @param division whose value is missing, null where that says nothing
 * @param wording the message for people
 * @param clauses clauses behind it
 */
public record Refusal(
        @Nullable String parameter,
        @Nullable String field,
        @Nullable DivisionCode division,
        Wording wording,
        List<String> clauses) {
    public Refusal {
        clauses = List.copyOf(clauses);
    }
}
