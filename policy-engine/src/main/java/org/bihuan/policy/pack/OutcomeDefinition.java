package org.bihuan.policy.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a decision table means.
 *
 * @param name the word in the table's output column
 * @param measures keys of the measures it imposes
 * @param duties keys of the duties it demands
 * @param signals values it declares to related subjects, by signal
 * @param refusal why nothing can be decided, null when something can
 * @param wording the sentence for people
 */
public record OutcomeDefinition(
        String name,
        List<String> measures,
        List<String> duties,
        Map<String, String> signals,
        @Nullable FieldRefusal refusal,
        Wording wording) {
    public OutcomeDefinition {
        measures = List.copyOf(measures);
        duties = List.copyOf(duties);
        signals = Collections.unmodifiableMap(
                new LinkedHashMap<>(signals)); // in file order: Map.copyOf shuffles each run
    }

    /** The field that is missing or not covered. */
    public record FieldRefusal(String field, Wording wording) {}
}
