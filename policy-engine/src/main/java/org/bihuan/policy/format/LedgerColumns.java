package org.bihuan.policy.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a ledger become facts.
 *
 * @param subjectColumn column with the subject's id
 * @param subjectType type of the subject
 * @param episodeKind kind of fact that every row states
 * @param episodeColumn column with its moment
 * @param required columns a ledger must have
 * @param moment columns that say when something without a time of its own was noticed, first known wins
 * @param columns the other columns
 */
public record LedgerColumns(
        String subjectColumn,
        String subjectType,
        String episodeKind,
        String episodeColumn,
        List<String> required,
        List<String> moment,
        Map<String, Column> columns) {
    /**
     * One column.
     *
     * @param name header
     * @param kind kind of fact
     * @param field field of the fact, null for a list of facts
     * @param list fields of each fact of a list, in the order of its parts
     * @param at field of the same kind that takes the row's moment when the kind needs one and the ledger has none
     */
    public record Column(
            String name,
            String kind,
            @Nullable String field,
            List<String> list,
            @Nullable String at) {}

    /** Whether a cell may hold several facts of the kind. */
    boolean isListed(String kind) {
        return columns.values().stream().anyMatch(column -> column.kind().equals(kind) && column.field() == null);
    }

    static LedgerColumns read(Node root, FactCatalogue catalogue) {
        root.allow("format", "subject", "episode", "required", "moment", "columns");
        Node subject = root.get("subject").allow("column", "type");
        Node episode = root.get("episode").allow("kind", "column");
        Map<String, Column> columns = new LinkedHashMap<>();
        root.get("columns").entries().forEach((name, node) -> {
            node.allow("kind", "field", "list", "at");
            FactCatalogue.Kind kind = catalogue
                    .find(node.get("kind").text())
                    .orElseThrow(() -> node.get("kind").error("is not a kind of fact"));
            String field = node.get("field").findText().orElse(null);
            List<String> list = node.get("list").texts();
            if ((field == null) == list.isEmpty()) {
                throw node.error("names one field or a list of fields");
            }
            List<String> named = field == null ? list : List.of(field);
            for (String each : named) {
                if (!kind.fields().containsKey(each)) {
                    throw node.error("the kind " + kind.name() + " has no field " + each);
                }
            }
            columns.put(
                    name,
                    new Column(
                            name,
                            kind.name(),
                            field,
                            list,
                            node.get("at").findText().orElse(null)));
        });
        return new LedgerColumns(
                subject.get("column").text(),
                subject.get("type").text(),
                episode.get("kind").text(),
                episode.get("column").text(),
                root.get("required").texts(),
                root.get("moment").texts(),
                columns);
    }
}
