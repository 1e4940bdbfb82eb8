package org.bihuan.ledgers.reject;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.MergedCells;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The refused rows of a sheet, ready to be mended and sent again: the same name, the titles and the header as they were,
 * the same columns in their order, and the reason behind the last one. Excel stays Excel, CSV keeps its encoding.
 */
public final class RejectFile {
    /** Header of the added column; a column of this name is not read when the file comes back. */
    public static final String REASON = "退回原因 Reason";

    private static final int ROWS_A_FLUSH = 500;

    private RejectFile() {}

    /**
     * Writes the file.
     *
     * @param headerEnd number of the last row of the header
     * @param reasons why rows are refused, by their number
     */
    public static void write(
            LedgerFile file, int sheet, long headerEnd, int columns, Map<Long, String> reasons, OutputStream out)
            throws IOException {
        try (SheetRows rows = file.rows(sheet)) {
            if (file.form() == LedgerFile.Form.CSV) {
                csv(file, rows, headerEnd, columns, reasons, out);
            } else {
                excel(file.sheets().get(sheet).name(), file.merges(sheet), rows, headerEnd, columns, reasons, out);
            }
        }
    }

    private static void excel(
            String name,
            List<MergedCells> merges,
            SheetRows rows,
            long headerEnd,
            int columns,
            Map<Long, String> reasons,
            OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "bihuan", null)) {
            Worksheet sheet = workbook.newWorksheet(name);
            merges.stream()
                    .filter(each ->
                            each.bottom() < headerEnd && each.top() <= each.bottom() && each.left() <= each.right())
                    .forEach(each -> sheet.range(each.top(), each.left(), each.bottom(), each.right())
                            .merge());
            int at = 0;
            while (rows.hasNext()) {
                SheetRow row = rows.next();
                boolean isTop = row.number() <= headerEnd;
                String reason = reasons.get(row.number());
                if (!isTop && reason == null) {
                    continue;
                }
                // above the header also empty rows keep their place
                at = isTop ? (int) row.number() - 1 : Math.max(at, (int) headerEnd);
                for (int i = 0; i < row.cells().size(); i++) {
                    put(sheet, at, i, row.cell(i));
                }
                String added = isTop ? row.number() == headerEnd ? REASON : "" : reason;
                if (added != null && !added.isEmpty()) {
                    sheet.inlineString(at, columns, added);
                    sheet.style(at, columns).fontColor("B3261E").set();
                }
                at++;
                if (at % ROWS_A_FLUSH == 0) {
                    sheet.flush();
                }
            }
            sheet.width(columns, 60);
        }
    }

    private static void put(Worksheet sheet, int row, int column, SheetCell cell) {
        switch (cell.kind()) {
            case EMPTY -> {}
            case TEXT, ERROR -> sheet.inlineString(row, column, cell.text());
            case NUMBER, DATE -> {
                sheet.value(row, column, new BigDecimal(cell.text()));
                if (!cell.format().isEmpty()) {
                    sheet.style(row, column).format(cell.format()).set();
                }
            }
        }
    }

    private static void csv(
            LedgerFile file, SheetRows rows, long headerEnd, int columns, Map<Long, String> reasons, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, file.charset());
        if (!file.charset().name().equals("GB18030")) {
            writer.write('\uFEFF'); // without it Excel takes UTF-8 for the local encoding
        }
        CsvWriter lines = CsvWriter.builder().fieldSeparator(file.separator()).build(writer);
        while (rows.hasNext()) {
            SheetRow row = rows.next();
            boolean isTop = row.number() <= headerEnd;
            String reason = reasons.get(row.number());
            if (isTop || reason != null) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    cells.add(row.cell(i).text());
                }
                if (!isTop || row.number() == headerEnd) {
                    cells.add(isTop ? REASON : String.valueOf(reason));
                }
                lines.writeRecord(cells);
            }
        }
        lines.flush();
        writer.flush();
    }

    /** Whether the header is that of a file this class wrote: mended rows come back, and the others are not gone. */
    public static boolean isReturned(List<String> labels) {
        return labels.stream().anyMatch(label -> label.endsWith(REASON));
    }
}
