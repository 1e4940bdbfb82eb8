package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Reads the rules of a decision table. */
final class DmnRules {
    private static final String CLAUSES = "clauses";
    private static final String NOTE = "note";

    private final XmlElement table;
    private final List<InputColumn> inputs;
    private final List<String> annotations;

    DmnRules(XmlElement table, List<InputColumn> inputs) {
        this.table = table;
        this.inputs = inputs;
        this.annotations = table.children("annotation").stream()
                .map(annotation -> annotation.attribute("name"))
                .toList();
        if (new HashSet<>(annotations).size() != annotations.size()) {
            throw table.fault(TableError.ANNOTATION, "two annotation columns have one name");
        }
        for (String annotation : annotations) {
            if (!annotation.equals(CLAUSES) && !annotation.equals(NOTE)) {
                throw table.fault(TableError.ANNOTATION, "an annotation column is named clauses or note")
                        .offending(annotation);
            }
        }
    }

    List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        for (XmlElement rule : table.children("rule")) {
            String id = rule.attribute("id");
            if (!Names.isId(id)) {
                throw rule.fault(TableError.RULE_ID, "every rule has an id of letters, digits, '_', '-', '.'")
                        .offending(id);
            }
            try {
                rules.add(new Rule(id, cells(rule), outcome(rule), clauses(rule), annotation(rule, NOTE)));
            } catch (TableFormatException fault) {
                throw fault.inRule(id);
            }
        }
        return rules;
    }

    private List<Cell> cells(XmlElement rule) {
        List<XmlElement> entries = rule.children("inputEntry");
        if (entries.size() != inputs.size()) {
            throw rule.fault(
                    TableError.RULE_CELLS,
                    "the table has " + inputs.size() + " inputs, the rule " + entries.size() + " cells");
        }
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < inputs.size(); column++) {
            try {
                cells.add(Cell.of(entries.get(column).childText()));
            } catch (TableFormatException fault) {
                throw fault.inColumn(inputs.get(column).name());
            }
        }
        return cells;
    }

    private static String outcome(XmlElement rule) {
        String text = rule.child("outputEntry").childText();
        try {
            return CellParser.words(text, 1).getFirst();
        } catch (TableFormatException fault) {
            throw new TableFormatException(TableError.OUTPUT_VALUE, "the outcome is one word in double quotes")
                    .offending(text);
        }
    }

    private List<String> clauses(XmlElement rule) {
        return Arrays.stream(annotation(rule, CLAUSES).split(",", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private String annotation(XmlElement rule, String name) {
        List<XmlElement> entries = rule.children("annotationEntry");
        if (entries.size() > annotations.size()) {
            throw rule.fault(
                    TableError.ANNOTATION,
                    "the table has " + annotations.size() + " annotation columns, the rule " + entries.size());
        }
        int index = annotations.indexOf(name);
        return index < 0 || index >= entries.size()
                ? ""
                : entries.get(index).childText().strip();
    }
}
