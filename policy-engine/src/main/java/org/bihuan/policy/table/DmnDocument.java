package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the elements of a DMN file into a table. */
final class DmnDocument {
    private final XmlElement decision;
    private final XmlElement table;
    private final Map<String, InputType> required;

    DmnDocument(XmlElement root) {
        if (!root.name().equals("definitions")) {
            throw root.fault(TableError.DMN_STRUCTURE, "the root element is definitions")
                    .offending(root.name());
        }
        Whitelist.require(root);
        decision = root.child("decision");
        table = decision.child("decisionTable");
        required = requiredInputs(root);
    }

    TableDefinition table() {
        String id = decision.attribute("id");
        if (!Names.isId(id)) {
            throw decision.fault(TableError.DMN_STRUCTURE, "the decision needs an id")
                    .offending(id);
        }
        try {
            HitPolicy hitPolicy = hitPolicy();
            List<InputColumn> inputs = inputs();
            XmlElement output = output();
            String name = decision.attribute("name");
            DmnRules rules = new DmnRules(table, inputs);
            TableDefinition definition = new TableDefinition(
                    id, name, hitPolicy, inputs, outputName(output, name), outcomes(output), rules.read());
            definition.parameterNames().forEach(this::requireDeclared);
            return definition;
        } catch (TableFormatException fault) {
            throw fault.inTable(id);
        }
    }

    private HitPolicy hitPolicy() {
        if (!table.attribute("aggregation").isEmpty()) {
            throw table.fault(TableError.AGGREGATION, "aggregation is not allowed")
                    .offending(table.attribute("aggregation"));
        }
        return switch (table.attribute("hitPolicy")) {
            case "", "UNIQUE" -> HitPolicy.UNIQUE;
            case "RULE ORDER" -> HitPolicy.RULE_ORDER;
            default ->
                throw table.fault(TableError.HIT_POLICY, "the hit policy is UNIQUE or RULE ORDER")
                        .offending(table.attribute("hitPolicy"));
        };
    }

    private List<InputColumn> inputs() {
        List<InputColumn> inputs = new ArrayList<>();
        for (XmlElement input : table.children("input")) {
            XmlElement expression = input.child("inputExpression");
            String name = expression.childText().strip();
            try {
                InputType type = type(expression);
                List<String> values = input.has("inputValues")
                        ? CellParser.words(input.child("inputValues").childText(), TableLimits.VALUES_PER_COLUMN)
                        : List.of();
                InputColumn column = new InputColumn(name, type, values);
                requireDeclared(name);
                if (required.get(name) != type) {
                    throw expression.fault(
                            TableError.COLUMN_TYPE, "the column is a " + type.feelName() + ", its input data is not");
                }
                inputs.add(column);
            } catch (TableFormatException fault) {
                throw fault.inColumn(name);
            }
        }
        return inputs;
    }

    private XmlElement output() {
        List<XmlElement> outputs = table.children("output");
        if (outputs.size() != 1) {
            throw table.fault(
                    TableError.DMN_STRUCTURE, "a table has exactly one output column, found " + outputs.size());
        }
        XmlElement output = outputs.getFirst();
        String typeRef = output.attribute("typeRef");
        if (!typeRef.isEmpty() && !typeRef.equals(InputType.TEXT.feelName())) {
            throw output.fault(TableError.COLUMN_TYPE, "the output is a string").offending(typeRef);
        }
        return output;
    }

    private static String outputName(XmlElement output, String decisionName) {
        String name = output.attribute("name");
        return name.isEmpty() ? decisionName : name;
    }

    private static List<String> outcomes(XmlElement output) {
        return output.has("outputValues")
                ? CellParser.words(output.child("outputValues").childText(), TableLimits.VALUES_PER_COLUMN)
                : List.of();
    }

    /** Name and type of the input data that the decision requires. */
    private Map<String, InputType> requiredInputs(XmlElement root) {
        Map<String, XmlElement> byId = new HashMap<>();
        root.children("inputData").forEach(data -> byId.put(data.attribute("id"), data));
        Map<String, InputType> inputs = new HashMap<>();
        for (XmlElement requirement : decision.children("informationRequirement")) {
            XmlElement reference = requirement.child("requiredInput");
            String href = reference.attribute("href");
            XmlElement data = byId.get(href.startsWith("#") ? href.substring(1) : "");
            if (data == null) {
                throw reference
                        .fault(TableError.DMN_STRUCTURE, "requiredInput names no input data of this file")
                        .offending(href);
            }
            XmlElement variable = data.child("variable");
            String name = data.attribute("name");
            if (!name.equals(variable.attribute("name"))) {
                throw data.fault(TableError.DMN_STRUCTURE, "the variable of an input data has the name of it")
                        .offending(name);
            }
            if (inputs.put(name, type(variable)) != null) {
                throw data.fault(TableError.DMN_STRUCTURE, "two input data have one name")
                        .offending(name);
            }
        }
        return inputs;
    }

    private void requireDeclared(String name) {
        if (!required.containsKey(name)) {
            throw new TableFormatException(
                            TableError.INPUT_UNDECLARED,
                            "each column and parameter is an inputData and a requiredInput of the decision; " + name
                                    + " is not")
                    .offending(name);
        }
    }

    private static InputType type(XmlElement typed) {
        String typeRef = typed.attribute("typeRef");
        for (InputType type : InputType.values()) {
            if (type.feelName().equals(typeRef)) {
                return type;
            }
        }
        throw typed.fault(TableError.COLUMN_TYPE, "typeRef is string, number or boolean")
                .offending(typeRef);
    }
}
