package org.bihuan.policy.table;

import java.util.HashSet;
import java.util.List;

/**
 * One input of a table.
 *
 * @param name the input expression, a plain name: a letter, then letters, digits, underscores
 * @param type what its values are
 * @param allowed for {@link InputType#TEXT} every value it may have, {@value #UNKNOWN} among them; empty otherwise
 */
public record InputColumn(String name, InputType type, List<String> allowed) {
    /** The value a text input has when nobody knows it. */
    public static final String UNKNOWN = "unknown";

    /** What the name of a number column and {@value} make together names its Boolean twin: is the number known? */
    public static final String KNOWN_SUFFIX = "_known";

    public InputColumn {
        allowed = List.copyOf(allowed);
        Names.requireName(name, TableError.COLUMN_NAME);
        if (type == InputType.TEXT) {
            requireTextValues(name, allowed);
        } else if (!allowed.isEmpty()) {
            throw new TableFormatException(
                            TableError.COLUMN_VALUES, "a " + type.feelName() + " column lists no input values")
                    .inColumn(name);
        }
    }

    /** A text column. */
    public static InputColumn text(String name, String... allowed) {
        return new InputColumn(name, InputType.TEXT, List.of(allowed));
    }

    /** A number column; the table needs its twin too. */
    public static InputColumn number(String name) {
        return new InputColumn(name, InputType.NUMBER, List.of());
    }

    /** A true-or-false column. */
    public static InputColumn truth(String name) {
        return new InputColumn(name, InputType.BOOLEAN, List.of());
    }

    /** The name of the column that says whether this number column's value is known. */
    public String twinName() {
        return name + KNOWN_SUFFIX;
    }

    private static void requireTextValues(String name, List<String> allowed) {
        if (!allowed.contains(UNKNOWN)) {
            throw new TableFormatException(
                            TableError.COLUMN_VALUES,
                            "a text column lists its values as inputValues, \"" + UNKNOWN + "\" among them; found "
                                    + allowed)
                    .inColumn(name);
        }
        if (new HashSet<>(allowed).size() != allowed.size()) {
            throw new TableFormatException(TableError.COLUMN_VALUES, "an input value is listed twice: " + allowed)
                    .inColumn(name);
        }
        if (allowed.size() > TableLimits.VALUES_PER_COLUMN) {
            throw new TableFormatException(
                            TableError.LIMIT, "at most " + TableLimits.VALUES_PER_COLUMN + " input values a column")
                    .inColumn(name);
        }
    }
}
