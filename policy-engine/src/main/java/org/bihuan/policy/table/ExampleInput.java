package org.bihuan.policy.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One input of a table as S-FEEL literals.
 *
 * @param values a literal a column, in the order of the columns
 */
public record ExampleInput(List<Value> values) {
    /**
     * The value of one column.
     *
     * @param column its name
     * @param literal a word in double quotes, a number, true or false
     */
    public record Value(String column, String literal) {}

    public ExampleInput {
        values = List.copyOf(values);
    }

    /** Column name to literal, in the order of the columns. */
    public Map<String, String> byColumn() {
        Map<String, String> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(value.column(), value.literal()));
        return map;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        values.forEach(value -> text.add(value.column() + " = " + value.literal()));
        return text.toString();
    }
}
