package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.format.FactCatalogue;

/**
 * Which column of the bulk table holds which field, as it was when facts were first recorded by a declaration.
 *
 * @param id its number in the table of layouts
 * @param kind kind of fact
 * @param declaration by which the facts were typed
 * @param fields the columns, in the order of the declaration
 */
record BulkLayout(short id, String kind, UUID declaration, List<Column> fields) {
    private static final char END = '\u001E';
    private static final char PART = '\u001F';

    BulkLayout {
        fields = List.copyOf(fields);
    }

    /**
     * A field and where it is.
     *
     * @param field its name
     * @param type its type
     * @param column its column
     */
    record Column(String field, FactCatalogue.FieldType type, String column) {}

    /** The columns that the fields of a kind get. */
    static List<Column> columns(FactCatalogue.Kind kind) {
        Map<FactCatalogue.FieldType, Integer> used = new EnumMap<>(FactCatalogue.FieldType.class);
        List<Column> columns = new ArrayList<>();
        int words = 0;
        for (FactCatalogue.Field field : kind.fields().values()) {
            String column = switch (field.type()) {
                case TIME -> "time_" + used.merge(field.type(), 1, Integer::sum);
                case NUMBER -> "number_" + used.merge(field.type(), 1, Integer::sum);
                case TEXT, CHOICE, DATE, DIVISION -> "word_" + ++words;
            };
            columns.add(new Column(field.name(), field.type(), column));
        }
        return columns;
    }

    static String write(List<Column> columns) {
        StringBuilder text = new StringBuilder();
        columns.forEach(each -> text.append(each.field())
                .append(PART)
                .append(each.type())
                .append(PART)
                .append(each.column())
                .append(END));
        return text.toString();
    }

    static List<Column> read(String text) {
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int type = text.indexOf(PART, at);
            int column = text.indexOf(PART, type + 1);
            int end = text.indexOf(END, column);
            columns.add(new Column(
                    text.substring(at, type),
                    FactCatalogue.FieldType.valueOf(text.substring(type + 1, column)),
                    text.substring(column + 1, end)));
            at = end + 1;
        }
        return columns;
    }
}
