package org.bihuan.app.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.bihuan.places.PlaceId;

/** Reads addresses from a table with the columns division, grid, compound, building, stair, floor, household. */
final class AddressFile {
    private static final Map<String, PlaceKind> COLUMNS = columns();

    private AddressFile() {}

    private static Map<String, PlaceKind> columns() {
        Map<String, PlaceKind> columns = new LinkedHashMap<>();
        String[] chinese = {"网格", "小区", "楼栋", "单元", "楼层", "户"};
        for (int i = 0; i < chinese.length; i++) {
            PlaceKind kind = PlaceKind.of(PlaceKind.GRID.level() + i);
            columns.put(chinese[i], kind);
            columns.put(kind.key(), kind);
        }
        return columns;
    }

    /**
     * Reads the first sheet.
     *
     * @throws PlaceRefused when there is no division column, or a row's division is none; names the row
     */
    static List<AddressRow> read(LedgerFile file) {
        List<AddressRow> rows = new ArrayList<>();
        try (SheetRows sheet = file.rows(0)) {
            List<String> header = sheet.hasNext()
                    ? sheet.next().cells().stream()
                            .map(cell -> cell.text().strip())
                            .toList()
                    : List.of();
            int division = Math.max(header.indexOf("区划代码"), header.indexOf("division"));
            if (division < 0) {
                throw new PlaceRefused(
                        "第一行须是表头，含「区划代码」列，以及网格、小区、楼栋、单元、楼层、户中的若干列",
                        "the first row must be a header with the column \"division\" and some of grid, compound, building, stair, floor, household");
            }
            while (sheet.hasNext()) {
                rows.add(row(sheet.next(), header, division));
            }
        }
        return rows;
    }

    private static AddressRow row(SheetRow row, List<String> header, int division) {
        String code = row.cell(division).text().strip();
        Optional<PlaceId> place = PlaceId.parse(code);
        List<AddressRow.Step> steps = new ArrayList<>();
        for (PlaceKind kind : PlaceKind.values()) {
            for (int column = 0; column < header.size(); column++) {
                String name = row.cell(column).text().strip();
                if (COLUMNS.get(header.get(column)) == kind && !name.isEmpty()) {
                    steps.add(new AddressRow.Step(kind, name));
                }
            }
        }
        if (place.isEmpty() || steps.isEmpty()) {
            throw new PlaceRefused(
                    "第" + row.number() + "行：区划代码「" + code + "」须为12位，且至少有一级地名；整份文件未导入，请改好后重传",
                    "row " + row.number() + ": the division \"" + code
                            + "\" has 12 digits, and at least one finer name follows; nothing of the file was taken, mend it and send it again");
        }
        return new AddressRow(place.get(), steps);
    }
}
