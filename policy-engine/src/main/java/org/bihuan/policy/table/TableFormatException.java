package org.bihuan.policy.table;

/**
 * A table that breaks a rule of the format: names the file, table, rule id, column, offending text and the rule broken,
 * as far as each is known where it is thrown. The first fault found is the one reported.
 */
public final class TableFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 80;
    private static final int DETAIL = 400;

    private final TableError error;
    private final String detail;
    private final String file;
    private final String table;
    private final String rule;
    private final String column;
    private final String text;

    TableFormatException(TableError error, String detail) {
        this(error, cut(detail, DETAIL), "", "", "", "", "");
    }

    private TableFormatException(
            TableError error, String detail, String file, String table, String rule, String column, String text) {
        super(message(error, detail, file, table, rule, column, text), null, false, true);
        this.error = error;
        this.detail = detail;
        this.file = file;
        this.table = table;
        this.rule = rule;
        this.column = column;
        this.text = text;
    }

    /** Which rule of the format is broken. */
    public TableError error() {
        return error;
    }

    /** The stable code of the rule broken. */
    public String code() {
        return error.code();
    }

    /** What is wrong, in English, without the place. */
    public String detail() {
        return detail;
    }

    /** The file, or empty. */
    public String file() {
        return file;
    }

    /** The id of the table, or empty. */
    public String table() {
        return table;
    }

    /** The id of the rule or the element, or empty. */
    public String rule() {
        return rule;
    }

    /** The name of the column, or empty. */
    public String column() {
        return column;
    }

    /** The offending text, cut to {@value #SHOWN} characters, or empty. */
    public String text() {
        return text;
    }

    TableFormatException inFile(String name) {
        return located(
                new TableFormatException(error, detail, first(file, cut(name, SHOWN)), table, rule, column, text));
    }

    TableFormatException inTable(String id) {
        return located(new TableFormatException(error, detail, file, first(table, cut(id, SHOWN)), rule, column, text));
    }

    TableFormatException inRule(String id) {
        return located(new TableFormatException(error, detail, file, table, first(rule, cut(id, SHOWN)), column, text));
    }

    TableFormatException inColumn(String name) {
        return located(
                new TableFormatException(error, detail, file, table, rule, first(column, cut(name, SHOWN)), text));
    }

    TableFormatException offending(String found) {
        return located(
                new TableFormatException(error, detail, file, table, rule, column, first(text, cut(found, SHOWN))));
    }

    private TableFormatException located(TableFormatException copy) {
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    private static String first(String inner, String outer) {
        return inner.isEmpty() ? outer : inner;
    }

    /** Short enough to read, and without characters that could play tricks on a terminal. */
    private static String cut(String text, int length) {
        String shown = text.length() <= length ? text : text.substring(0, length) + "…";
        return shown.replaceAll("\\p{C}", "\uFFFD");
    }

    private static String message(
            TableError error, String detail, String file, String table, String rule, String column, String text) {
        StringBuilder place = new StringBuilder();
        append(place, "", file);
        append(place, "table ", table);
        append(place, "rule ", rule);
        append(place, "column ", column);
        append(place, "text ", text.isEmpty() ? "" : "'" + text + "'");
        return (place.isEmpty() ? "" : place + ": ") + detail + " [" + error.code() + "]";
    }

    private static void append(StringBuilder place, String label, String value) {
        if (!value.isEmpty()) {
            place.append(place.isEmpty() ? "" : ", ").append(label).append(value);
        }
    }
}
