package org.bihuan.ledgers.file;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number its number as the program shows it, from 1; the line in CSV
 * @param cells cells from the first column on, without empty ones at the end
 */
public record SheetRow(long number, List<SheetCell> cells) {
    public SheetRow {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        cells = List.copyOf(cells.subList(0, end));
    }

    /** The cell of the column, counted from 0. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }
}
