package org.bihuan.ledgers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.kernel.Divisions;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.bihuan.ledgers.header.HeaderFinder;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.header.LedgerRow;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.ledgers.reject.RejectFile;
import org.bihuan.ledgers.value.CellReader;
import org.bihuan.ledgers.value.PlaceReader;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerHeaders;
import org.bihuan.policy.format.SharedFiles;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What a clerk does with a file: open it, find the header, read the rows, send back what is wrong. */
final class Desk {
    static final LocalDate DRAWN_UP = LocalDate.of(2020, 7, 26);
    static final Instant NOW = Instant.parse("2020-07-26T12:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final PlaceReader PLACES = new PlaceReader(Divisions.load());
    private static final Path PACKS = Path.of(System.getProperty("bihuan.home", ".."), "packs");
    static final SharedFiles SHARED = SharedFiles.ofFolder(PACKS);
    static final LedgerHeaders HEADERS = LedgerHeaders.ofFolders(List.of(PACKS), SHARED.columns());

    private Desk() {}

    /** What a sheet gave. */
    record Read(HeaderMapping mapping, List<LedgerRow> rows) {
        List<LedgerRow> good() {
            return rows.stream().filter(LedgerRow::isGood).toList();
        }

        Map<Long, String> reasons() {
            Map<Long, String> reasons = new TreeMap<>();
            rows.stream()
                    .filter(row -> !row.isGood())
                    .forEach(row -> reasons.put(
                            row.source().number(), row.errors().getFirst().zh()));
            return reasons;
        }
    }

    interface SheetWriter {
        void write(Worksheet sheet);
    }

    static Path xlsx(Path folder, SheetWriter writer) {
        Path path = folder.resolve("ledger.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "test", null)) {
            writer.write(workbook.newWorksheet("台账"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("ledger.bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number number -> sheet.value(row, i, number);
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("yyyy-mm-dd").set();
                }
                default -> sheet.value(row, i, cells[i].toString());
            }
        }
    }

    static Read read(Path path) {
        return read(path, 0);
    }

    static Read read(Path path, int sheet) {
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL)) {
            return read(file, sheet);
        }
    }

    static Read read(LedgerFile file, int sheet) {
        return read(file, sheet, HEADERS, DRAWN_UP, NOW);
    }

    static Read read(LedgerFile file, int sheet, LedgerHeaders headers, LocalDate drawnUp, Instant now) {
        List<SheetRow> all = new ArrayList<>();
        try (SheetRows rows = file.rows(sheet)) {
            rows.forEachRemaining(all::add);
        }
        HeaderMapping mapping = new HeaderFinder(headers)
                .find(all.subList(0, Math.min(all.size(), HeaderFinder.ROWS)))
                .orElseThrow();
        LedgerRowReader reader = new LedgerRowReader(
                mapping,
                headers,
                SHARED.columns(),
                new CellReader(PLACES, drawnUp, ZONE, file.countsFrom1904()),
                new LedgerFacts(
                        SHARED.columns(),
                        SHARED.catalogue(),
                        new FactReader(SHARED.catalogue(), Divisions.load()::exists),
                        "ledger/test"),
                document -> document);
        List<LedgerRow> rows = all.stream()
                .filter(row -> row.number() > mapping.lastRow())
                .map(row -> reader.read(row, now))
                .toList();
        return new Read(mapping, rows);
    }

    /** The file of refused rows. */
    static Path returned(Path folder, Path path, Read read) {
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RejectFile.write(
                    file, 0, read.mapping().lastRow(), read.mapping().labels().size(), read.reasons(), out);
            return Files.write(folder.resolve("returned.bin"), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> texts(Path path) {
        List<List<String>> texts = new ArrayList<>();
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL);
                SheetRows rows = file.rows(0)) {
            rows.forEachRemaining(row ->
                    texts.add(row.cells().stream().map(cell -> cell.text()).toList()));
        }
        return texts;
    }
}
