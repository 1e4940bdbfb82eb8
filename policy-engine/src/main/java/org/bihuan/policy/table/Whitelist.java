package org.bihuan.policy.table;

import java.util.Map;
import java.util.Set;

/** Which elements a table file may hold; any other is refused by name. */
final class Whitelist {
    private static final Set<String> EVERYWHERE = Set.of("description", "extensionElements");

    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            Map.entry("definitions", Set.of("inputData", "decision")),
            Map.entry("inputData", Set.of("variable")),
            Map.entry("variable", Set.of()),
            Map.entry(
                    "decision",
                    Set.of("question", "allowedAnswers", "variable", "informationRequirement", "decisionTable")),
            Map.entry("informationRequirement", Set.of("requiredInput")),
            Map.entry("requiredInput", Set.of()),
            Map.entry("decisionTable", Set.of("input", "output", "annotation", "rule")),
            Map.entry("input", Set.of("inputExpression", "inputValues")),
            Map.entry("inputExpression", Set.of("text")),
            Map.entry("inputValues", Set.of("text")),
            Map.entry("output", Set.of("outputValues")),
            Map.entry("outputValues", Set.of("text")),
            Map.entry("annotation", Set.of("text")),
            Map.entry("rule", Set.of("inputEntry", "outputEntry", "annotationEntry")),
            Map.entry("inputEntry", Set.of("text")),
            Map.entry("outputEntry", Set.of("text")),
            Map.entry("annotationEntry", Set.of("text")),
            Map.entry("text", Set.of()),
            Map.entry("description", Set.of()),
            Map.entry("question", Set.of()),
            Map.entry("allowedAnswers", Set.of()),
            Map.entry("extensionElements", Set.of()));

    private Whitelist() {}

    /** Refuses any element that is not listed, at any depth, and any language but FEEL. */
    static void require(XmlElement element) {
        DmnNames.requireLanguage(element, "expressionLanguage");
        DmnNames.requireLanguage(element, "typeLanguage");
        Set<String> allowed = CHILDREN.getOrDefault(element.name(), Set.of());
        for (XmlElement child : element.children()) {
            boolean diagram =
                    element.name().equals("definitions") && child.name().endsWith("}DMNDI");
            if (diagram) {
                continue;
            }
            if (!allowed.contains(child.name()) && !EVERYWHERE.contains(child.name())) {
                throw child.fault(
                                TableError.DMN_ELEMENT,
                                "element " + child.name() + " is not allowed in " + element.name() + reason(child))
                        .inRule(element.attribute("id"))
                        .offending(child.name());
            }
            require(child);
        }
    }

    private static String reason(XmlElement refused) {
        return switch (refused.name()) {
            case "import", "importedValues" -> "; a table stands alone, without imports";
            case "businessKnowledgeModel", "functionDefinition", "invocation", "encapsulatedLogic" ->
                "; a table calls" + " no functions";
            case "itemDefinition" -> "; use typeRef string, number or boolean and inputValues";
            case "defaultOutputEntry" -> "; a table ends in an explicit outcome";
            case "literalExpression", "context", "relation", "list", "conditional", "for", "every", "some", "filter" ->
                "; the" + " decision is a decision table";
            default -> "";
        };
    }
}
