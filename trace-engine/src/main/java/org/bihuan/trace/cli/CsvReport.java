package org.bihuan.trace.cli;

import java.io.PrintStream;
import java.util.List;

/** The rows as CSV with a header line; places over the crowd cap are lines on standard error. */
final class CsvReport implements Report {
    private final PrintStream out;
    private final PrintStream err;
    private List<String> columns = List.of();
    private boolean isVenues;

    CsvReport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void field(String name, Object value) {
        // the question is not repeated in a table
    }

    @Override
    public void list(String name, List<String> names) {
        columns = names;
        isVenues = name.equals(VENUES);
        if (!isVenues) {
            row(names.toArray());
        }
    }

    @Override
    public void row(Object... values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            String label = isVenues ? columns.get(i) + "=" : "";
            line.append(i == 0 ? "" : ",").append(label).append(quoted(String.valueOf(values[i])));
        }
        if (isVenues) {
            err.append("venue exposure: ").append(line).append('\n');
        } else {
            out.append(line).append('\n');
        }
    }

    @Override
    public void end() {
        out.flush();
        err.flush();
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
