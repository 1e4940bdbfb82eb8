package org.bihuan.policy.decide;

import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.PackReference;
import org.bihuan.policy.pack.Wording;

/**
 * Why a decision is as it is: the row that answered and what it saw.
 *
 * @param pack which version of which order
 * @param table key of the table, or the part of the pack that spoke
 * @param row id of the row
 * @param clauses clauses of the row and the table
 * @param inputs what the row saw, by column, in the order of the columns
 * @param outcome the word the row answered with
 * @param wording the sentence for people
 */
public record Reason(
        PackReference pack,
        String table,
        String row,
        List<String> clauses,
        Map<String, String> inputs,
        String outcome,
        Wording wording) {
    public Reason {
        clauses = List.copyOf(clauses);
    }
}
