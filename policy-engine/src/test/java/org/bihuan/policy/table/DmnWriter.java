package org.bihuan.policy.table;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a table as a DMN 1.3 file, so that other engines can be asked the same. */
final class DmnWriter {
    private final StringBuilder xml = new StringBuilder();

    private DmnWriter() {}

    static byte[] write(TableDefinition table, ParameterValues parameters) {
        DmnWriter writer = new DmnWriter();
        writer.definitions(table, parameters);
        return writer.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void definitions(TableDefinition table, ParameterValues parameters) {
        Map<String, InputType> data = new LinkedHashMap<>();
        table.inputs().forEach(column -> data.put(column.name(), column.type()));
        parameters.byName().forEach((name, value) -> data.put(name, value.type()));
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions")
                .append(" xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"file\" name=\"file\"")
                .append(" namespace=\"https://bihuan.org/test\">\n");
        data.forEach((name, type) -> line(
                "<inputData id=\"in-%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>",
                name, name, name, type.feelName()));
        line("<decision id=\"%s\" name=\"%s\">", table.id(), escaped(table.name()));
        line("<variable name=\"%s\" typeRef=\"%s\"/>", escaped(table.name()), outputType(table));
        data.keySet()
                .forEach(name -> line(
                        "<informationRequirement><requiredInput href=\"#in-%s\"/></informationRequirement>", name));
        line("<decisionTable hitPolicy=\"%s\">", table.hitPolicy().name().replace('_', ' '));
        table.inputs().forEach(this::input);
        line(
                "<output name=\"%s\" typeRef=\"string\">%s</output>",
                table.outputName(), values("output", table.outcomes()));
        line("<annotation name=\"clauses\"/><annotation name=\"note\"/>");
        table.rules().forEach(this::rule);
        line("</decisionTable></decision></definitions>");
    }

    /** RULE ORDER answers a list, which has no built-in type name. */
    private static String outputType(TableDefinition table) {
        return table.hitPolicy() == HitPolicy.UNIQUE ? "string" : "Any";
    }

    private void input(InputColumn column) {
        line(
                "<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression>%s</input>",
                column.type().feelName(), column.name(), values("input", column.allowed()));
    }

    private void rule(Rule rule) {
        line("<rule id=\"%s\">", rule.id());
        rule.cells().forEach(cell -> line("<inputEntry><text>%s</text></inputEntry>", escaped(cell.text())));
        line("<outputEntry><text>\"%s\"</text></outputEntry>", escaped(rule.outcome()));
        line("<annotationEntry><text>%s</text></annotationEntry>", escaped(String.join(", ", rule.clauses())));
        line("<annotationEntry><text>%s</text></annotationEntry></rule>", escaped(rule.note()));
    }

    private static String values(String kind, List<String> words) {
        return words.isEmpty()
                ? ""
                : words.stream()
                        .map(word -> "\"" + escaped(word) + "\"")
                        .collect(
                                Collectors.joining(", ", "<" + kind + "Values><text>", "</text></" + kind + "Values>"));
    }

    private void line(String format, Object... parts) {
        xml.append(format.formatted(parts)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
