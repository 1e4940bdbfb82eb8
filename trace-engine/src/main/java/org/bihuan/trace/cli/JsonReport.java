package org.bihuan.trace.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** One JSON object: the question's fields, then arrays of objects. Places over the crowd cap are told on standard error too. */
final class JsonReport implements Report {
    private final PrintStream out;
    private final CsvReport venues;
    private boolean isVenues;
    private List<String> columns = List.of();
    private boolean isInList;
    private String separator = "{";

    JsonReport(PrintStream out, PrintStream err) {
        this.out = out;
        venues = new CsvReport(out, err);
    }

    @Override
    public void field(String name, Object value) {
        closeList();
        out.append(separator).append(text(name)).append(':').append(text(value));
        separator = ",";
    }

    @Override
    public void list(String name, List<String> names) {
        closeList();
        out.append(separator).append(text(name)).append(":[");
        separator = "";
        columns = names;
        isVenues = name.equals(VENUES);
        if (isVenues) {
            venues.list(name, names);
        }
        isInList = true;
    }

    private void closeList() {
        if (isInList) {
            out.append(']');
            separator = ",";
            isInList = false;
        }
    }

    @Override
    public void row(Object... values) {
        out.append(separator).append("\n{");
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : ",")
                    .append(text(columns.get(i)))
                    .append(':')
                    .append(text(values[i]));
        }
        out.append('}');
        separator = ",";
        if (isVenues) {
            venues.row(values);
        }
    }

    @Override
    public void end() {
        closeList();
        out.append("}\n");
        out.flush();
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            return number.toString();
        }
        StringBuilder quoted = new StringBuilder("\"");
        String.valueOf(value).chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
