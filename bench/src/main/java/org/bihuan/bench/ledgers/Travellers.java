package org.bihuan.bench.ledgers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A ledger of made-up travellers as a clerk keeps it: ten columns, days in three forms, one bad row in a thousand. */
final class Travellers {
    static final String[] HEADER = {"序号", "姓名", "身份证号", "联系电话", "性别", "抵鞍日期", "来源地", "风险等级", "目的地", "职业"};
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String[] PLACES = {"大连市", "辽宁省沈阳市", "北京市朝阳区", "新疆乌鲁木齐市"};
    private static final String[] RISKS = {"高风险", "中风险", "低风险"};

    private Travellers() {}

    static void write(Path path, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        LocalDate day = LocalDate.of(2020, 7, 20);
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "bench", null)) {
            Worksheet sheet = workbook.newWorksheet("台账");
            sheet.value(0, 0, "来返人员台账");
            for (int i = 0; i < HEADER.length; i++) {
                sheet.value(1, i, HEADER[i]);
            }
            for (int row = 0; row < rows; row++) {
                int at = row + 2;
                LocalDate arrived = day.minusDays(random.nextInt(14));
                sheet.value(at, 0, row + 1);
                sheet.value(at, 1, "张" + (char) ('一' + random.nextInt(3000)));
                sheet.value(at, 2, row % 1000 == 999 ? "2.10302E+17" : number(row));
                sheet.value(at, 3, "1380" + String.format("%07d", row));
                sheet.value(at, 4, random.nextBoolean() ? "男" : "女");
                switch (row % 3) {
                    case 0 -> sheet.value(at, 5, arrived.getMonthValue() + "月" + arrived.getDayOfMonth() + "日");
                    case 1 -> sheet.value(at, 5, arrived.toString());
                    default -> {
                        sheet.value(at, 5, arrived);
                        sheet.style(at, 5).format("yyyy/m/d").set();
                    }
                }
                sheet.value(at, 6, PLACES[random.nextInt(PLACES.length)]);
                sheet.value(at, 7, RISKS[random.nextInt(RISKS.length)]);
                sheet.value(at, 8, "鞍山市铁东区");
                sheet.value(at, 9, "职员");
            }
        }
    }

    private static String number(int row) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(row / 1000 % 20_000);
        String body = String.format(
                "%06d%s%03d", 210_302 + row / 20_000_000, born.toString().replace("-", ""), row % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
