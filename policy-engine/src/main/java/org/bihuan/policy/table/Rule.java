package org.bihuan.policy.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param id unique in the table, kept for ever in decisions and explanations
 * @param cells one a column
 * @param outcome the word the row answers with
 * @param clauses ids of the sentences of the source document that the row carries out
 * @param note for the reader, may be empty
 */
public record Rule(String id, List<Cell> cells, String outcome, List<String> clauses, String note) {
    public Rule {
        cells = List.copyOf(cells);
        clauses = List.copyOf(clauses);
        if (!Names.isId(id)) {
            throw new TableFormatException(
                            TableError.RULE_ID,
                            "every rule has an id: a letter or underscore, then letters, digits, '_', '-', '.'")
                    .offending(id);
        }
    }
}
