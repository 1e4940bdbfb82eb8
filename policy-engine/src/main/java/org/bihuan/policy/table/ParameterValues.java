package org.bihuan.policy.table;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The declared parameters of a pack by underscore name, each with its value or unset. Immutable.
 *
 * @param byName the values
 */
public record ParameterValues(Map<String, ParameterValue> byName) {
    private static final ParameterValues NONE = new ParameterValues(Map.of());

    public ParameterValues {
        byName.keySet().forEach(name -> Names.requireName(name, TableError.PARAMETER_VALUE));
        byName = Map.copyOf(byName);
    }

    /** No parameter is declared. */
    public static ParameterValues none() {
        return NONE;
    }

    /** The underscore name by which cells refer to a parameter: {@code a-b-c} is written {@code a_b_c}. */
    public static String cellName(String parameterId) {
        return parameterId.replace('-', '_');
    }

    /** With this value instead of the one it had. */
    public ParameterValues with(String name, ParameterValue value) {
        Map<String, ParameterValue> copy = new TreeMap<>(byName);
        copy.put(name, value);
        return new ParameterValues(copy);
    }

    public ParameterValues withNumber(String name, BigDecimal value) {
        return with(name, new ParameterValue.OfNumber(value));
    }

    public ParameterValues withNumber(String name, long value) {
        return withNumber(name, BigDecimal.valueOf(value));
    }

    public ParameterValues withText(String name, String value) {
        return with(name, new ParameterValue.OfText(value));
    }

    public ParameterValues withTruth(String name, boolean value) {
        return with(name, new ParameterValue.OfTruth(value));
    }

    /** Declared, and nobody has set it. */
    public ParameterValues withUnset(String name, InputType type) {
        return with(name, new ParameterValue.Unset(type));
    }

    /** The value, or empty when no such parameter is declared. */
    public Optional<ParameterValue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
