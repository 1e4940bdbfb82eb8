package org.bihuan.ledgers.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a workbook. Texts are written in place and not into the table of shared texts, which the library holds in
 * memory, and rows are flushed as they come.
 */
final class XlsxList implements ListWriter {
    /** A sheet has 1,048,576 rows; some are for the mark and the count. */
    private static final int ROWS_A_SHEET = 1_000_000;

    private static final int ROWS_A_FLUSH = 500;
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final ListMark mark;
    private final List<String> header;
    private Worksheet sheet;
    private int sheets;
    private int at;
    private long rows;

    XlsxList(OutputStream out, ListMark mark, List<String> header) throws IOException {
        this.workbook = new Workbook(out, "bihuan", null);
        this.mark = mark;
        this.header = List.copyOf(header);
        this.sheet = begin();
    }

    private Worksheet begin() throws IOException {
        String name = mark.title().replaceAll("[\\\\/*?:\\[\\]]", " ");
        sheets++;
        Worksheet next = workbook.newWorksheet(
                (name.length() > 25 ? name.substring(0, 25) : name) + (sheets == 1 ? "" : " " + sheets));
        next.header(String.join(" ", mark.lines()).replace("&", "&&"), Position.CENTER);
        at = 0;
        text(next, at, 0, mark.title());
        next.style(at++, 0).bold().set();
        for (String line : mark.lines()) {
            text(next, at++, 0, line);
        }
        for (int i = 0; i < header.size(); i++) {
            text(next, at, i, header.get(i));
            next.style(at, i).bold().set();
        }
        at++;
        next.freezePane(0, at);
        return next;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (rows > 0 && rows % ROWS_A_SHEET == 0) {
            sheet.finish();
            sheet = begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof Number number) {
                sheet.value(at, i, number);
            } else {
                text(sheet, at, i, String.valueOf(cell));
            }
        }
        at++;
        rows++;
        if (rows % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            String safe = SafeText.of(text);
            sheet.inlineString(row, column, safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        text(sheet, at, 0, mark.count().apply(rows));
        workbook.finish();
    }
}
