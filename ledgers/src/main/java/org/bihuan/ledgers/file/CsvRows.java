package org.bihuan.ledgers.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file. */
final class CsvRows implements SheetRows {
    private static final int MOST_FIELD_CHARACTERS = 100_000;

    private final Reader reader;
    private final Iterator<CsvRecord> records;
    private final FileLimits limits;
    private @Nullable SheetRow next;

    CsvRows(Reader reader, char separator, FileLimits limits) {
        this.reader = reader;
        this.limits = limits;
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_FIELD_CHARACTERS * 4)
                .ofCsvRecord(reader)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && records.hasNext()) {
                SheetRow row = row(records.next());
                next = row.isEmpty() ? null : row;
            }
        } catch (CsvParseException e) {
            FileRefused refused = new FileRefused(
                    "file.csv",
                    "CSV格式有误，多半是引号没有成对（" + e.getMessage() + "）；请改正，或另存为.xlsx后再传",
                    "this is not valid CSV, most often a quotation mark without its pair (" + e.getMessage()
                            + "): mend it, or save it as .xlsx and send that");
            refused.initCause(e);
            throw refused;
        } catch (UncheckedIOException e) {
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

    private SheetRow row(CsvRecord line) {
        List<String> fields = line.getFields();
        List<SheetCell> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i);
            SheetCell cell = SheetCell.text(i == 0 && text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (i >= limits.columns() && !cell.isEmpty()) {
                throw Columns.tooMany(line.getStartingLineNumber(), limits);
            }
            if (i < limits.columns()) {
                cells.add(cell);
            }
        }
        return new SheetRow(line.getStartingLineNumber(), cells);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
