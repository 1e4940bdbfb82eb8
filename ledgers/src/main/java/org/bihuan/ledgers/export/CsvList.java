package org.bihuan.ledgers.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A list in CSV. */
final class CsvList implements ListWriter {
    private final Writer writer;
    private final CsvWriter lines;
    private final ListMark mark;
    private long rows;

    CsvList(OutputStream out, ListMark mark, List<String> header) throws IOException {
        this.mark = mark;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.lines = CsvWriter.builder().build(writer);
        writer.write('\uFEFF');
        lines.writeRecord(SafeText.of(mark.title()));
        mark.lines().forEach(line -> lines.writeRecord(SafeText.of(line)));
        lines.writeRecord(header.stream().map(SafeText::of).toList());
    }

    @Override
    public void row(List<?> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(cell instanceof Number ? cell.toString() : SafeText.of(String.valueOf(cell)));
        }
        lines.writeRecord(texts);
        rows++;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        lines.writeRecord(SafeText.of(mark.count().apply(rows)));
        lines.flush();
        writer.flush();
    }
}
