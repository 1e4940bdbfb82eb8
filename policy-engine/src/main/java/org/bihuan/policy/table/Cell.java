package org.bihuan.policy.table;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One cell of a rule.
 *
 * @param text as written
 * @param test what it means
 */
public record Cell(String text, CellTest test) {
    /** Reads S-FEEL unary tests of the whitelist; throws {@link TableFormatException} for anything else. */
    public static Cell of(String text) {
        return new Cell(text.strip(), CellParser.parse(text));
    }

    /** Whether any value will do. */
    public boolean isAny() {
        return test instanceof CellTest.Any;
    }

    /** The parameters the cell names. */
    public SortedSet<String> parameterNames() {
        SortedSet<String> names = new TreeSet<>();
        for (UnaryTest unary : test.tests()) {
            for (Endpoint endpoint : unary.endpoints()) {
                if (endpoint instanceof Endpoint.Parameter parameter) {
                    names.add(parameter.name());
                }
            }
        }
        return names;
    }
}
