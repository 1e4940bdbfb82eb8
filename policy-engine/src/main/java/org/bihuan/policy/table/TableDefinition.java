package org.bihuan.policy.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A decision table as written, before its parameters have values. Immutable.
 *
 * @param id of the decision
 * @param name for people
 * @param hitPolicy how many rules may answer
 * @param inputs the input columns; each number column has its twin among them
 * @param outputName name of the one output column
 * @param outcomes what it may answer, or empty when the file does not list it
 * @param rules the rows, top to bottom
 */
public record TableDefinition(
        String id,
        String name,
        HitPolicy hitPolicy,
        List<InputColumn> inputs,
        String outputName,
        List<String> outcomes,
        List<Rule> rules) {
    public TableDefinition {
        inputs = List.copyOf(inputs);
        outcomes = List.copyOf(outcomes);
        rules = List.copyOf(rules);
        try {
            TableShape.require(inputs, outcomes, rules);
        } catch (TableFormatException fault) {
            throw fault.inTable(id);
        }
    }

    /** The underscore names of all parameters that cells use, sorted. */
    public Set<String> parameterNames() {
        SortedSet<String> names = new TreeSet<>();
        for (Rule rule : rules) {
            for (Cell cell : rule.cells()) {
                names.addAll(cell.parameterNames());
            }
        }
        return names;
    }

    /** The index of a column by name. */
    public Optional<Integer> findColumn(String columnName) {
        for (int column = 0; column < inputs.size(); column++) {
            if (inputs.get(column).name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The index of the Boolean twin of a number column. */
    int twinOf(int column) {
        return findColumn(inputs.get(column).twinName()).orElseThrow();
    }

    /** All clause ids of all rules, sorted. */
    public Set<String> clauses() {
        Set<String> all = new HashSet<>();
        rules.forEach(rule -> all.addAll(rule.clauses()));
        return new TreeSet<>(all);
    }

    /**
     * Binds the parameters and checks every cell against the type of its column.
     *
     * @throws TableFormatException for a cell of the wrong type, a word the column does not list, or a parameter that
     *     is not declared or of the wrong type. A parameter declared without a value is no error.
     */
    public CompiledTable compile(ParameterValues parameters) {
        return TableCompiler.compile(this, parameters);
    }
}
