package org.bihuan.ledgers.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of an .xlsx sheet. */
final class XlsxRows implements SheetRows {
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final FileLimits limits;
    private @Nullable SheetRow next;

    XlsxRows(Stream<Row> stream, FileLimits limits) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && rows.hasNext()) {
                SheetRow row = row(rows.next());
                next = row.isEmpty() ? null : row;
            }
        } catch (FileRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw FileRefused.damaged(e);
        }
        return next != null;
    }

    @Override
    public SheetRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SheetRow row = next;
        next = null;
        return row;
    }

    private SheetRow row(Row row) {
        List<SheetCell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            SheetCell cell = row.hasCell(i) ? cell(row.getCell(i)) : SheetCell.EMPTY;
            if (i >= limits.columns() && !cell.isEmpty()) {
                throw Columns.tooMany(row.getRowNum(), limits);
            }
            if (i < limits.columns()) {
                cells.add(cell);
            }
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static SheetCell cell(@Nullable Cell cell) {
        if (cell == null) {
            return SheetCell.EMPTY;
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> SheetCell.EMPTY;
            case STRING -> SheetCell.text(cell.getValue() == null ? raw : String.valueOf(cell.getValue()));
            case BOOLEAN -> SheetCell.text(String.valueOf(cell.getValue()));
            case NUMBER -> Columns.number(raw, format(cell));
            case ERROR -> new SheetCell(SheetCell.Kind.ERROR, raw.isEmpty() ? "#ERROR" : raw, "");
            case FORMULA -> formula(cell, raw);
        };
    }

    /** What the sender's program had worked out and stored; nothing is computed here. */
    private static SheetCell formula(Cell cell, String raw) {
        Object value = cell.getValue();
        if (value instanceof Number) {
            return Columns.number(raw.isEmpty() ? value.toString() : raw, format(cell));
        }
        String text = value == null ? raw : value.toString();
        if (text.isEmpty()) {
            return new SheetCell(SheetCell.Kind.ERROR, "=" + cell.getFormula(), "");
        }
        return text.startsWith("#") ? new SheetCell(SheetCell.Kind.ERROR, text, "") : SheetCell.text(text);
    }

    private static String format(Cell cell) {
        String format = cell.getDataFormatString();
        return format == null ? "" : format;
    }

    @Override
    public void close() {
        stream.close();
    }
}
