package org.bihuan.policy.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A traveller ledger in CSV: its header and, one after the other, its rows. Not thread-safe. */
public final class Ledger implements Iterator<Ledger.Row> {
    private static final int MOST_FIELD_CHARACTERS = 100_000;

    private final LedgerColumns columns;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final Set<String> ignored = new TreeSet<>();

    /**
     * A row.
     *
     * @param number line in the ledger, the header being line 1
     * @param cells non-empty cells by column
     * @param tooLong whether it has more cells than the header
     */
    public record Row(long number, Map<String, String> cells, boolean tooLong) {
        /** The cell, empty text when unknown. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads the header.
     *
     * @throws PackFormatException when a required column is missing or the file is no CSV
     */
    public Ledger(Reader reader, LedgerColumns columns) {
        this.columns = columns;
        this.records = CsvReader.builder()
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MOST_FIELD_CHARACTERS * 4)
                .ofCsvRecord(reader)
                .iterator();
        this.header = header();
    }

    /** Columns that mean nothing here. */
    public Set<String> ignored() {
        return ignored;
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new PackFormatException("ledger", "line 1", "is empty; it needs a header line");
        }
        for (String field : first.getFields()) {
            String name = field.replace("\uFEFF", "").strip();
            boolean known =
                    name.equals(columns.subjectColumn()) || columns.columns().containsKey(name);
            if (!known) {
                ignored.add(name);
            } else if (names.contains(name)) {
                throw new PackFormatException("ledger", "line 1", "the column " + name + " stands twice");
            }
            names.add(name);
        }
        for (String required : columns.required()) {
            if (!names.contains(required)) {
                throw new PackFormatException(
                        "ledger", "line 1", "the column " + required + " is missing, found " + names);
            }
        }
        return names;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Row next() {
        CsvRecord row = nextRecord();
        if (row == null) {
            throw new NoSuchElementException();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> fields = row.getFields();
        for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
            String cell = fields.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        return new Row(row.getStartingLineNumber(), cells, fields.size() > header.size());
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    /** Bytes that are no text keep their own error; the parser wraps everything that befalls it. */
    private static RuntimeException unreadable(CsvParseException fault) {
        if (fault.getCause() instanceof CharacterCodingException cause) {
            return new UncheckedIOException(cause);
        }
        return new PackFormatException("ledger", "", "is not valid CSV: " + fault.getMessage());
    }
}
