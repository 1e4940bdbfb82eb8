package org.bihuan.ledgers.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Takes the records of an .xls file and keeps the rows of one sheet; of sheet -1 none. For one reading. */
final class XlsListener implements HSSFListener {
    private final int wanted;
    private final FileLimits limits;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private final List<SheetInfo> sheets = new ArrayList<>();
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<MergedCells> merges = new ArrayList<>();
    private List<SheetCell> cells = new ArrayList<>();
    private int row = -1;
    private int sheet = -1;
    private boolean countsFrom1904;
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord awaitsText;

    XlsListener(int wanted, FileLimits limits) {
        this.wanted = wanted;
        this.limits = limits;
    }

    @Override
    public void processRecord(Record record) {
        formats.processRecord(record);
        switch (record) {
            case BoundSheetRecord bound ->
                sheets.add(
                        new SheetInfo(sheets.size(), bound.getSheetname(), bound.isHidden() || bound.isVeryHidden()));
            case DateWindow1904Record window -> countsFrom1904 = window.getWindowing() == 1;
            case SSTRecord strings -> texts = strings;
            case BOFRecord begin when begin.getType() == BOFRecord.TYPE_WORKSHEET -> sheet++;
            case StringRecord string -> {
                if (awaitsText != null) {
                    put(awaitsText, SheetCell.text(string.getString()));
                    awaitsText = null;
                }
            }
            case MergeCellsRecord merged when sheet == wanted -> merge(merged);
            case CellValueRecordInterface cell when sheet == wanted -> take(record, cell);
            default -> {}
        }
    }

    private void merge(MergeCellsRecord merged) {
        for (int i = 0; i < merged.getNumAreas(); i++) {
            CellRangeAddress area = merged.getAreaAt(i);
            merges.add(new MergedCells(
                    area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn()));
        }
    }

    private void take(Record record, CellValueRecordInterface cell) {
        switch (record) {
            case LabelSSTRecord label ->
                put(
                        cell,
                        SheetCell.text(
                                texts == null
                                        ? ""
                                        : texts.getString(label.getSSTIndex()).getString()));
            case LabelRecord label -> put(cell, SheetCell.text(label.getValue()));
            case NumberRecord number -> put(cell, number(number.getValue(), cell));
            case RKRecord number -> put(cell, number(number.getRKNumber(), cell));
            case BoolErrRecord value ->
                put(
                        cell,
                        value.isBoolean()
                                ? SheetCell.text(String.valueOf(value.getBooleanValue()))
                                : new SheetCell(SheetCell.Kind.ERROR, error(value.getErrorValue()), ""));
            case FormulaRecord formula -> formula(formula);
            default -> {}
        }
    }

    private void formula(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            awaitsText = formula;
        } else if (Double.isNaN(formula.getValue())) {
            put(formula, new SheetCell(SheetCell.Kind.ERROR, "#ERROR", ""));
        } else {
            put(formula, number(formula.getValue(), formula));
        }
    }

    private SheetCell number(double value, CellValueRecordInterface cell) {
        String format = formats.getFormatString(cell);
        return Columns.number(
                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), format == null ? "" : format);
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }

    private void put(CellValueRecordInterface place, SheetCell cell) {
        if (place.getRow() != row) {
            finish();
            row = place.getRow();
        }
        int column = place.getColumn();
        if (column >= limits.columns()) {
            throw Columns.tooMany(row + 1L, limits);
        }
        while (cells.size() <= column) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(column, cell);
    }

    /** Ends the row that is being read. */
    void finish() {
        SheetRow done = new SheetRow(row + 1L, cells);
        if (!done.isEmpty()) {
            rows.add(done);
        }
        cells = new ArrayList<>();
    }

    List<SheetInfo> sheets() {
        return List.copyOf(sheets);
    }

    List<SheetRow> rows() {
        return rows;
    }

    List<MergedCells> merges() {
        return merges;
    }

    boolean countsFrom1904() {
        return countsFrom1904;
    }
}
