package org.bihuan.ledgers.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A workbook of Excel 97 to 2003. Such a sheet has at most 65,536 rows, so that the one asked for is held in memory; the
 * rest of the file goes by as a stream of records.
 */
final class XlsFile implements LedgerFile {
    private final Path path;
    private final FileLimits limits;
    private final List<SheetInfo> sheets;
    private final boolean countsFrom1904;

    private XlsFile(Path path, FileLimits limits, XlsListener seen) {
        this.path = path;
        this.limits = limits;
        this.sheets = seen.sheets();
        this.countsFrom1904 = seen.countsFrom1904();
    }

    static XlsFile open(Path path, FileLimits limits) {
        return new XlsFile(path, limits, read(path, limits, -1));
    }

    private static XlsListener read(Path path, FileLimits limits, int sheet) {
        try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
            if (container.getRoot().hasEntry("EncryptedPackage")) {
                throw locked();
            }
            if (!container.getRoot().hasEntry("Workbook")
                    && !container.getRoot().hasEntry("Book")) {
                throw new FileRefused(
                        "file.kind",
                        "这是旧版Office文件，但不是Excel工作簿；只收.xlsx、.xls和CSV",
                        "this is an old Office file and no workbook: .xlsx, .xls and CSV are taken");
            }
            XlsListener listener = new XlsListener(sheet, limits);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(listener);
            new HSSFEventFactory().processWorkbookEvents(request, container);
            listener.finish();
            return listener;
        } catch (FileRefused e) {
            throw e;
        } catch (org.apache.poi.EncryptedDocumentException e) {
            throw locked();
        } catch (IOException | RuntimeException e) {
            throw FileRefused.damaged(e);
        }
    }

    private static FileRefused locked() {
        return new FileRefused(
                "file.password",
                "文件设有密码，打不开；请去掉密码后再传",
                "the file has a password and cannot be opened: take the password off and send it again");
    }

    @Override
    public Form form() {
        return Form.XLS;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets;
    }

    @Override
    public SheetRows rows(int sheet) {
        Iterator<SheetRow> rows = read(path, limits, sheet).rows().iterator();
        return new SheetRows() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public SheetRow next() {
                return rows.next();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<MergedCells> merges(int sheet) {
        return read(path, limits, sheet).merges();
    }

    @Override
    public boolean countsFrom1904() {
        return countsFrom1904;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void close() {}
}
