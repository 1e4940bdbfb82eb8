package org.bihuan.ledgers.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that somebody sent, recognised by what is in it and not by its name. Not thread-safe. */
public sealed interface LedgerFile extends AutoCloseable permits XlsxFile, XlsFile, CsvFile {
    /** Kinds of file. */
    enum Form {
        XLSX,
        XLS,
        CSV
    }

    /**
     * Opens a file.
     *
     * @throws FileRefused when it is too large, damaged, locked, or of no known kind
     */
    static LedgerFile open(Path path, FileLimits limits) {
        try {
            long size = Files.size(path);
            if (size > limits.fileBytes()) {
                throw tooLarge(limits);
            }
            byte[] head;
            try (InputStream in = Files.newInputStream(path)) {
                head = in.readNBytes(512);
            }
            return switch (Signature.of(head)) {
                case EMPTY ->
                    throw new FileRefused(
                            "file.empty", "文件是空的；请检查后重传", "the file is empty: check it and send it again");
                case ZIP -> XlsxFile.open(path, limits);
                case OLE2 -> XlsFile.open(path, limits);
                case MARKUP ->
                    throw new FileRefused(
                            "file.markup",
                            "这是网页，不是表格文件（有的系统导出的.xls其实是网页）；请用Excel打开、另存为.xlsx后再传",
                            "this is a web page and no spreadsheet, as some systems export under .xls: open it in Excel, save it as .xlsx and send that");
                case BINARY ->
                    throw new FileRefused(
                            "file.kind",
                            "认不出是什么文件；只收.xlsx、.xls和CSV",
                            "the kind of file is unknown: .xlsx, .xls and CSV are taken");
                case TEXT -> CsvFile.open(path, limits);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file", e);
        }
    }

    /** Refuses what is larger than the limits allow. */
    static FileRefused tooLarge(FileLimits limits) {
        long megabytes = limits.fileBytes() >> 20;
        return new FileRefused(
                "file.size",
                "文件超过" + megabytes + "MB；请拆成几份再传",
                "the file is larger than " + megabytes + " MB: split it and send the parts");
    }

    Form form();

    /** Its sheets in order; of CSV the only one. */
    List<SheetInfo> sheets();

    /** Reads a sheet from its beginning. */
    SheetRows rows(int sheet);

    /** Cells of the sheet that are shown as one; none in CSV. */
    default List<MergedCells> merges(int sheet) {
        return List.of();
    }

    /** Whether days are counted from 1904, as old Macintosh workbooks do. */
    default boolean countsFrom1904() {
        return false;
    }

    /** How text is written in it; UTF-8 for Excel. */
    Charset charset();

    /** What parts the cells of CSV; a comma for Excel. */
    default char separator() {
        return ',';
    }

    @Override
    void close();
}
