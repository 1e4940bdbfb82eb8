package org.bihuan.ledgers.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook of Excel 2007 and later. */
final class XlsxFile implements LedgerFile {
    private final Path path;
    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;
    private final FileLimits limits;

    private XlsxFile(Path path, ReadableWorkbook workbook, FileLimits limits) {
        this.path = path;
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
        this.limits = limits;
    }

    static XlsxFile open(Path path, FileLimits limits) {
        try {
            ZipGuard.check(path, limits);
            return new XlsxFile(path, new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true)), limits);
        } catch (FileRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw FileRefused.damaged(e); // the reader throws all kinds for a broken part
        }
    }

    @Override
    public Form form() {
        return Form.XLSX;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets.stream()
                .map(sheet -> new SheetInfo(
                        sheet.getIndex(), sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE))
                .toList();
    }

    @Override
    public SheetRows rows(int sheet) {
        try {
            return new XlsxRows(sheets.get(sheet).openStream(), limits);
        } catch (IOException | ExcelReaderException e) {
            throw FileRefused.damaged(e);
        }
    }

    @Override
    public List<MergedCells> merges(int sheet) {
        return XlsxMerges.read(path, sheets.get(sheet).getId());
    }

    @Override
    public boolean countsFrom1904() {
        return workbook.isDate1904();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw FileRefused.damaged(e);
        }
    }
}
