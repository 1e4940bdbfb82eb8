package org.bihuan.app.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.bihuan.places.risk.AreaName;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.places.risk.SchemeLevel;

/** Reads a list from a table with the columns level, province, city, county and area. */
final class SheetList {
    private static final List<List<String>> COLUMNS = List.of(
            List.of("风险等级", "等级", "level"),
            List.of("省", "省份", "province"),
            List.of("市", "地市", "city"),
            List.of("县区", "区县", "县", "区", "county"),
            List.of("区域", "风险区域", "小区", "area"));

    private SheetList() {}

    static Draft read(LedgerFile file, RiskScheme scheme) {
        List<Draft.Line> lines = new ArrayList<>();
        try (SheetRows rows = file.rows(0)) {
            int[] columns = columns(rows);
            while (rows.hasNext()) {
                SheetRow row = rows.next();
                String level = text(row, columns[0]);
                SchemeLevel known = scheme.named(level)
                        .filter(SchemeLevel::isListed)
                        .orElseThrow(() -> new RiskRefused(
                                "第" + row.number() + "行：「" + level + "」不是“" + scheme.zh() + "”列出的等级；整份名单未导入，请改好后重传",
                                "row " + row.number() + ": \"" + level + "\" is no level that \"" + scheme.en()
                                        + "\" lists; nothing of the list was taken, mend it and send it again"));
                String province = text(row, columns[1]);
                if (province.isEmpty()) {
                    throw new RiskRefused(
                            "第" + row.number() + "行：缺少省；整份名单未导入，请补上后重传",
                            "row " + row.number()
                                    + ": the province is missing; nothing of the list was taken, add it and send it again");
                }
                lines.add(new Draft.Line(
                        known.id(),
                        new AreaName(province, text(row, columns[2]), text(row, columns[3]), text(row, columns[4]))));
            }
        }
        return new Draft(Optional.empty(), lines, Map.of());
    }

    private static int[] columns(SheetRows rows) {
        List<String> header = rows.hasNext()
                ? rows.next().cells().stream().map(cell -> cell.text().strip()).toList()
                : List.of();
        int[] columns = new int[COLUMNS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = -1;
            for (String name : COLUMNS.get(i)) {
                columns[i] = columns[i] < 0 ? header.indexOf(name) : columns[i];
            }
        }
        if (columns[0] < 0 || columns[1] < 0) {
            throw new RiskRefused(
                    "第一行须是表头，至少有「风险等级」和「省」两列，另可有市、县区、区域",
                    "the first row must be a header with level and province, and perhaps city, county, area");
        }
        return columns;
    }

    private static String text(SheetRow row, int column) {
        return column < 0 ? "" : row.cell(column).text().strip();
    }
}
