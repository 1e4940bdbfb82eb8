package org.bihuan.app.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.bihuan.app.imports.store.Line;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.bihuan.ledgers.header.HeaderFinder;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.header.LedgerRow;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.policy.fact.HashId;
import org.jspecify.annotations.Nullable;

/** One reading of one sheet, kept open from step to step of its job. Not thread-safe. */
final class FileCheck implements AutoCloseable {
    private static final int SAMPLE = 6;
    private static final int PART = 500;

    private final UploadFiles.Temporary temporary;
    private final LedgerFile file;
    private final SheetRows rows;
    private final List<SheetRow> top = new ArrayList<>();
    private final String subjectColumn;
    private final RowWords words;
    private int at;
    private @Nullable LedgerRowReader reader;

    FileCheck(UploadFiles files, Upload upload, String subjectColumn, RowWords words) {
        this.words = words;
        this.subjectColumn = subjectColumn;
        this.temporary = files.load(upload.id());
        try {
            this.file = files.open(temporary);
            this.rows = file.rows(upload.sheet());
            while (top.size() < HeaderFinder.ROWS && rows.hasNext()) {
                top.add(rows.next());
            }
        } catch (RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    LedgerFile file() {
        return file;
    }

    /** The first rows of the sheet. */
    List<SheetRow> top() {
        return top;
    }

    /** The first rows below the header, as people see them. */
    List<List<String>> sample(HeaderMapping mapping) {
        return top.stream()
                .filter(row -> row.number() > mapping.lastRow())
                .limit(SAMPLE)
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }

    /** Begins below the header, or behind the line where an interrupted reading stood. */
    void begin(LedgerRowReader rowReader, long after) {
        reader = rowReader;
        long first = Math.max(after, rowReader.mapping().lastRow());
        while (hasNext() && peek().number() <= first) {
            next();
        }
    }

    private boolean hasNext() {
        return at < top.size() || rows.hasNext();
    }

    private SheetRow peek() {
        if (at >= top.size()) {
            top.clear();
            at = 0;
            top.add(rows.next());
        }
        return top.get(at);
    }

    private SheetRow next() {
        SheetRow row = peek();
        at++;
        return row;
    }

    /** The next rows, none at the end: taken out of the file one by one, understood in parts side by side. */
    List<Line> read(int most, Instant now) {
        List<SheetRow> next = new ArrayList<>(most);
        while (next.size() < most && hasNext() && reader != null) {
            next.add(next());
        }
        Line[] lines = new Line[next.size()];
        List<Runnable> parts = new ArrayList<>();
        for (int from = 0; from < lines.length; from += PART) {
            int first = from;
            parts.add(() -> understand(next, first, lines, now));
        }
        SideBySide.run(parts);
        return List.of(lines);
    }

    private void understand(List<SheetRow> rows, int from, Line[] lines, Instant now) {
        LedgerRowReader known = Objects.requireNonNull(reader);
        for (int i = from; i < Math.min(from + PART, lines.length); i++) {
            lines[i] = line(known.read(rows.get(i), now));
        }
    }

    private Line line(LedgerRow row) {
        List<String> said = new ArrayList<>();
        new TreeMap<>(row.row().cells()).forEach((column, value) -> {
            if (!column.equals(LedgerRowReader.DOCUMENT)) { // the subject says it already
                said.add(column);
                said.add(value);
            }
        });
        return new Line(
                row.source().number(),
                row.row().cell(subjectColumn),
                HashId.of(said.toArray(String[]::new)),
                row.isGood() ? row.row().cells() : java.util.Map.of(),
                words.zh(row.errors()),
                words.en(row.errors()));
    }

    @Override
    public void close() {
        rows.close();
        file.close();
        temporary.close();
    }
}
