package org.bihuan.policy.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of every table before its parameters have values: columns, twins, ids, cells. */
final class TableShape {
    private TableShape() {}

    static void require(List<InputColumn> inputs, List<String> outcomes, List<Rule> rules) {
        Map<String, InputColumn> columns = requireColumns(inputs);
        requireTwins(inputs, columns);
        requireRules(inputs, rules);
        requireOutcomes(outcomes, rules);
        requireNames(inputs, columns, rules);
    }

    private static Map<String, InputColumn> requireColumns(List<InputColumn> inputs) {
        if (inputs.isEmpty() || inputs.size() > TableLimits.COLUMNS) {
            throw new TableFormatException(
                    TableError.LIMIT, "a table has 1 to " + TableLimits.COLUMNS + " inputs, not " + inputs.size());
        }
        Map<String, InputColumn> columns = new HashMap<>();
        for (InputColumn column : inputs) {
            if (columns.put(column.name(), column) != null) {
                throw new TableFormatException(TableError.COLUMN_NAME, "two columns have one name")
                        .inColumn(column.name());
            }
        }
        return columns;
    }

    private static void requireTwins(List<InputColumn> inputs, Map<String, InputColumn> columns) {
        for (InputColumn column : inputs) {
            if (column.type() == InputType.NUMBER) {
                InputColumn twin = columns.get(column.twinName());
                if (twin == null || twin.type() != InputType.BOOLEAN) {
                    throw new TableFormatException(
                                    TableError.COLUMN_TWIN,
                                    "a number column needs a boolean column " + column.twinName()
                                            + " that says whether it is known")
                            .inColumn(column.name());
                }
            }
        }
    }

    private static void requireRules(List<InputColumn> inputs, List<Rule> rules) {
        if (rules.isEmpty() || rules.size() > TableLimits.RULES) {
            throw new TableFormatException(
                    TableError.LIMIT, "a table has 1 to " + TableLimits.RULES + " rules, not " + rules.size());
        }
        Set<String> ids = new HashSet<>();
        int tests = 0;
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new TableFormatException(TableError.RULE_ID, "two rules have one id").inRule(rule.id());
            }
            if (rule.cells().size() != inputs.size()) {
                throw new TableFormatException(
                                TableError.RULE_CELLS,
                                "the table has " + inputs.size() + " inputs, the rule "
                                        + rule.cells().size() + " cells")
                        .inRule(rule.id());
            }
            tests += rule.cells().stream()
                    .mapToInt(cell -> cell.test().tests().size())
                    .sum();
        }
        if (tests > TableLimits.TESTS_PER_TABLE) {
            throw new TableFormatException(
                    TableError.LIMIT, "a table has at most " + TableLimits.TESTS_PER_TABLE + " tests, not " + tests);
        }
    }

    private static void requireOutcomes(List<String> outcomes, List<Rule> rules) {
        for (Rule rule : rules) {
            if (!outcomes.isEmpty() && !outcomes.contains(rule.outcome())) {
                throw new TableFormatException(
                                TableError.OUTPUT_VALUE, "the outcome is not among the output values " + outcomes)
                        .inRule(rule.id())
                        .offending(rule.outcome());
            }
        }
    }

    private static void requireNames(List<InputColumn> inputs, Map<String, InputColumn> columns, List<Rule> rules) {
        for (Rule rule : rules) {
            for (int column = 0; column < inputs.size(); column++) {
                for (String name : rule.cells().get(column).parameterNames()) {
                    if (columns.containsKey(name)) {
                        throw new TableFormatException(
                                        TableError.CELL_NAME, name + " is a column; a cell may only name parameters")
                                .inRule(rule.id())
                                .inColumn(inputs.get(column).name())
                                .offending(rule.cells().get(column).text());
                    }
                }
            }
        }
    }
}
