package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.List;

/** A table as aligned text, for people at a terminal. Chinese characters count as two columns wide. */
public final class TableText {
    private static final String GAP = "  ";

    private TableText() {}

    /** The table with one line a rule; each line ends in a line feed. */
    public static String render(TableDefinition definition) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header(definition));
        for (Rule rule : definition.rules()) {
            lines.add(line(rule));
        }
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder()
                .append(definition.id())
                .append(definition.name().isEmpty() ? "" : GAP + definition.name())
                .append(GAP)
                .append(definition.hitPolicy().toString().replace('_', ' '))
                .append('\n');
        for (List<String> line : lines) {
            append(text, line, widths);
        }
        return text.toString();
    }

    private static List<String> header(TableDefinition definition) {
        List<String> header = new ArrayList<>(List.of("rule"));
        definition.inputs().forEach(column -> header.add(column.name()));
        header.addAll(List.of("=> " + definition.outputName(), "clauses", "note"));
        return header;
    }

    private static List<String> line(Rule rule) {
        List<String> line = new ArrayList<>(List.of(rule.id()));
        rule.cells().forEach(cell -> line.add(cell.test().toString()));
        line.addAll(List.of("=> " + rule.outcome(), String.join(", ", rule.clauses()), rule.note()));
        return line;
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
            }
        }
        return widths;
    }

    private static void append(StringBuilder text, List<String> line, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            row.append(line.get(i))
                    .append(" ".repeat(widths[i] - TextWidth.of(line.get(i))))
                    .append(GAP);
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }
}
