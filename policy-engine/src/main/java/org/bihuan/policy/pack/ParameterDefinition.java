package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named value of an order.
 *
 * @param id kebab-case name, written with underscores inside decision tables
 * @param unit unit of the value
 * @param value the pack's own value, null while nobody has set it
 * @param strictness which direction restricts more
 * @param setter who may set it
 * @param clauses where the text speaks of it
 * @param wording what it means
 */
public record ParameterDefinition(
        String id,
        Unit unit,
        @Nullable ParameterValue value,
        Strictness strictness,
        Setter setter,
        List<String> clauses,
        Wording wording) {
    public ParameterDefinition {
        clauses = List.copyOf(clauses);
    }
}
