package org.bihuan.policy.pack;

import java.util.List;
import org.bihuan.policy.table.TableDefinition;

/**
 * A decision table and the kind of episode it judges.
 *
 * @param key name in the pack
 * @param file file name within the pack
 * @param episode kind of episode
 * @param clauses clauses behind the table as a whole
 * @param definition the table
 */
public record TableUse(String key, String file, String episode, List<String> clauses, TableDefinition definition) {
    public TableUse {
        clauses = List.copyOf(clauses);
    }
}
