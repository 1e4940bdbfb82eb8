package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small data file of comma-separated cells without quotes, the first line naming the columns. Immutable. */
final class Table {
    private final String source;
    private final List<String> columns;
    private final List<String[]> rows;

    private Table(String source, List<String> columns, List<String[]> rows) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
    }

    static Table read(String source, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(source + ": the first line must name the columns");
        }
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        List<String[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(
                        source + ": " + columns.size() + " cells needed, " + cells.length + " found: " + line);
            }
            rows.add(cells);
        }
        return new Table(source, columns, rows);
    }

    int size() {
        return rows.size();
    }

    /** The cell's text; must not be empty. */
    String get(int row, String column) {
        return find(row, column).orElseThrow(() -> bad(row, column, "", "must not be empty"));
    }

    Optional<String> find(int row, String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(source + ": column " + column + " is missing");
        }
        String cell = rows.get(row)[at].strip();
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    double number(int row, String column) {
        String cell = get(row, column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException _) {
            throw bad(row, column, cell, "must be a number");
        }
    }

    int whole(int row, String column) {
        String cell = get(row, column);
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException _) {
            throw bad(row, column, cell, "must be a whole number");
        }
    }

    IllegalArgumentException bad(int row, String column, String value, String rule) {
        return new IllegalArgumentException(
                source + ": row " + (row + 1) + ", " + column + " \"" + value + "\" " + rule);
    }
}
