package org.bihuan.ledgers.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a list row by row in constant memory. Times are given as text in the reader's zone. Closing ends the list with
 * the number of its rows and leaves the stream open. Not thread-safe.
 */
public sealed interface ListWriter extends AutoCloseable permits XlsxList, CsvList {
    /** An Excel workbook; a list longer than a sheet goes on on the next. */
    static ListWriter xlsx(OutputStream out, ListMark mark, List<String> header) throws IOException {
        return new XlsxList(out, mark, header);
    }

    /** CSV in UTF-8 with the mark at its beginning that Excel needs. */
    static ListWriter csv(OutputStream out, ListMark mark, List<String> header) throws IOException {
        return new CsvList(out, mark, header);
    }

    /** Adds a row of texts and numbers. */
    void row(List<?> cells) throws IOException;

    /** Rows so far. */
    long rows();

    @Override
    void close() throws IOException;
}
