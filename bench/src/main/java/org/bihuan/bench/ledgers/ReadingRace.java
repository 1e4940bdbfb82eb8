package org.bihuan.bench.ledgers;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;

/** Reading a workbook side by side with POI's model of it, three rounds each, turn about; the best round counts. */
final class ReadingRace {
    private static final int ROUNDS = 3;

    private ReadingRace() {}

    static boolean run(Path folder, int rows, PrintStream out) throws IOException {
        Path file = folder.resolve("race.xlsx");
        Travellers.write(file, rows, 7);
        double ours = Double.MAX_VALUE;
        double rival = Double.MAX_VALUE;
        boolean equal = true;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            List<List<String>> own = own(file);
            ours = Math.min(ours, (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            List<List<String>> other = rival(file);
            rival = Math.min(rival, (System.nanoTime() - start) / 1e9);
            equal &= own.equals(other) && own.size() == rows + 2;
        }
        out.printf(
                Locale.ROOT,
                "read: %,d rows, %,.0f rows/s; POI's model %,.0f rows/s; %.1f times as fast; cells %s%n",
                rows,
                rows / ours,
                rows / rival,
                rival / ours,
                equal ? "equal" : "DIFFERENT");
        return equal;
    }

    private static List<List<String>> own(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (LedgerFile ledger = LedgerFile.open(file, FileLimits.USUAL);
                SheetRows sheet = ledger.rows(0)) {
            while (sheet.hasNext()) {
                SheetRow row = sheet.next();
                rows.add(row.cells().stream()
                        .map(cell -> switch (cell.kind()) {
                            case NUMBER, DATE -> number(new BigDecimal(cell.text()));
                            case EMPTY, TEXT, ERROR -> cell.text();
                        })
                        .toList());
            }
        }
        return rows;
    }

    private static List<List<String>> rival(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(
                            cell.getCellType() == CellType.NUMERIC
                                    ? number(BigDecimal.valueOf(cell.getNumericCellValue()))
                                    : cell.getStringCellValue());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
