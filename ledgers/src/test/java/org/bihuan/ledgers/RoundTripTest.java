package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.header.LedgerRow;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * People of whom all is known are written down in every way that clerks have, some cells are damaged, and the file is read
 * back: what was not damaged must come out as it was, and each damaged row must be refused, for its damaged column.
 */
class RoundTripTest {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> COLUMNS = List.of("姓名", "身份证号", "联系电话", "抵鞍日期", "来源地", "性别");
    private static final String[][] PLACES = {
        {"210200000000", "大连市", "辽宁省大连市", "辽宁 大连", "２１０２００"},
        {"110105000000", "朝阳区", "北京市朝阳区", "北京朝阳区", "110105000000"},
        {"650100000000", "乌鲁木齐市", "新疆维吾尔自治区乌鲁木齐市", "新疆乌鲁木齐", "650100"},
    };

    @TempDir
    Path folder;

    private Random random = new Random(0);

    /** One traveller: what is true, how it is written, and which column was damaged (-1: none). */
    private record Traveller(List<String> truth, List<Object> written, int damaged) {}

    @RepeatedTest(40)
    void everyWayToWriteItComesOutTheSame(RepetitionInfo repetition) throws IOException {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("seed " + seed);
        random = new Random(seed);
        List<Traveller> travellers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            travellers.add(traveller());
        }
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(order, random);
        int form = repetition.getCurrentRepetition() % 4;
        Path path = switch (form) {
            case 0 -> workbook(travellers, order);
            case 1 -> oldWorkbook(travellers, order);
            case 2 -> csv(travellers, order, StandardCharsets.UTF_8);
            default -> csv(travellers, order, Charset.forName("GB18030"));
        };
        Desk.Read read = Desk.read(path);
        assertThat(read.rows()).hasSize(travellers.size());
        for (int i = 0; i < travellers.size(); i++) {
            compare(travellers.get(i), read.rows().get(i));
        }
        Path returned = Desk.returned(folder, path, read);
        Desk.Read again = Desk.read(returned);
        assertThat(again.good()).isEmpty();
        assertThat(again.rows().stream().map(RoundTripTest::labels))
                .as("what goes back is wrong for the same reasons when it comes again")
                .isEqualTo(read.rows().stream()
                        .filter(row -> !row.isGood())
                        .map(RoundTripTest::labels)
                        .toList());
        try (LedgerFile file = LedgerFile.open(returned, FileLimits.USUAL)) {
            assertThat(file.form()).isEqualTo(form < 2 ? LedgerFile.Form.XLSX : LedgerFile.Form.CSV);
        }
    }

    private static List<String> labels(LedgerRow row) {
        return row.errors().stream().map(error -> error.field() + error.code()).toList();
    }

    private static void compare(Traveller traveller, LedgerRow row) {
        if (traveller.damaged() >= 0) {
            assertThat(row.errors())
                    .as("%s", traveller)
                    .hasSize(1)
                    .allMatch(error -> error.field().equals(COLUMNS.get(traveller.damaged())));
            return;
        }
        assertThat(row.errors()).as("%s", traveller).isEmpty();
        assertThat(row.row().cells())
                .as("%s", traveller)
                .containsEntry("name", traveller.truth().get(0))
                .containsEntry("person", "resident-id/" + traveller.truth().get(1))
                .containsEntry("phone", traveller.truth().get(2))
                .containsEntry("arrivedAt", traveller.truth().get(3) + "T00:00:00+08:00")
                .containsEntry("origin", traveller.truth().get(4))
                .containsEntry("sex", traveller.truth().get(5));
    }

    private Traveller traveller() {
        String name = pick("张三", "欧阳修", "古丽·阿依", "Zhang San");
        String number = number();
        String phone = "1" + (3 + random.nextInt(7)) + String.format("%09d", random.nextInt(1_000_000_000));
        String other = "13800138000";
        boolean two = random.nextBoolean() && !phone.equals(other);
        LocalDate day = Desk.DRAWN_UP.minusDays(random.nextInt(100));
        String[] place = PLACES[random.nextInt(PLACES.length)];
        boolean male = random.nextBoolean();
        List<String> truth = List.of(
                name,
                number,
                "+86" + phone + (two ? ";+86" + other : ""),
                day.toString(),
                place[0],
                male ? "male" : "female");
        List<Object> written = new ArrayList<>(List.of(
                pick(name, " " + name + " ", name + "\u00A0"),
                pick(number, wide(number), number.substring(0, 6) + " " + number.substring(6), "'" + number),
                two ? phone + pick("/", "、", ",", " ", ";", "，", "") + other : pick(phone, wide(phone), spaced(phone)),
                day(day),
                place[place[0].startsWith("11") ? 2 + random.nextInt(3) : 1 + random.nextInt(4)],
                male ? pick("男", "M", "男性", "Male") : pick("女", "f", "女性", " 女")));
        int damaged = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : -1;
        if (damaged >= 0) {
            written.set(damaged, damage(damaged, truth));
        }
        return new Traveller(truth, written, damaged);
    }

    private Object damage(int column, List<String> truth) {
        String number = truth.get(1);
        return switch (column) {
            case 1 ->
                switch (random.nextInt(4)) {
                    case 0 -> Double.parseDouble(number.substring(0, 17) + "0");
                    case 1 -> number.substring(0, 1 + random.nextInt(17));
                    case 2 -> number.substring(0, 17) + (number.charAt(17) == '1' ? '2' : '1');
                    default -> "2.10302E+17";
                };
            case 2 -> pick("1380013800", "138001380001", "无人", "1.38E+10");
            case 3 -> pick("2020-02-30", "昨天", "20.7.1", "13月1日", "7月32日");
            case 4 -> pick("火星", "朝阳区", "999999", "鼓楼区");
            default -> pick("不详", "X", "3");
        };
    }

    private Object day(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        return switch (random.nextInt(9)) {
            case 0 -> month + "." + date;
            case 1 -> month + "月" + date + "日";
            case 2 -> day.getYear() + "年" + month + "月" + date + "日";
            case 3 -> day.getYear() + "/" + month + "/" + date;
            case 4 -> day.toString();
            case 5 -> wide(day.getYear() + "." + month + "." + date);
            case 6 -> day.toString().replace("-", "");
            case 7 -> String.valueOf(day.toEpochDay() + 25_569);
            default -> (double) (day.toEpochDay() + 25_569);
        };
    }

    private String number() {
        String body = pick("210302", "110105", "650102")
                + (1950 + random.nextInt(60))
                + String.format("%02d%02d%03d", 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1000));
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String pick(String... ways) {
        return ways[random.nextInt(ways.length)];
    }

    private static String wide(String text) {
        return text.chars()
                .mapToObj(each -> String.valueOf(each > ' ' && each < 0x7F ? (char) (each + 0xFEE0) : (char) each))
                .collect(Collectors.joining());
    }

    private static String spaced(String phone) {
        return phone.substring(0, 3) + "-" + phone.substring(3, 7) + " " + phone.substring(7);
    }

    private Path workbook(List<Traveller> travellers, List<Integer> order) {
        boolean titled = random.nextBoolean();
        return Desk.xlsx(folder, sheet -> {
            int at = 0;
            if (titled) {
                Desk.row(sheet, at++, "铁东区来返人员台账(2020年7月)");
                at++;
            }
            Desk.row(sheet, at++, order.stream().map(COLUMNS::get).toArray());
            for (Traveller traveller : travellers) {
                Desk.row(
                        sheet,
                        at++,
                        order.stream().map(traveller.written()::get).toArray());
            }
        });
    }

    private Path oldWorkbook(List<Traveller> travellers, List<Integer> order) throws IOException {
        Path path = folder.resolve("old.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            HSSFSheet sheet = workbook.createSheet("台账");
            for (int i = 0; i <= travellers.size(); i++) {
                var row = sheet.createRow(i);
                for (int column = 0; column < order.size(); column++) {
                    HSSFCell cell = row.createCell(column);
                    Object value = i == 0
                            ? COLUMNS.get(order.get(column))
                            : travellers.get(i - 1).written().get(order.get(column));
                    if (value instanceof Double number) {
                        cell.setCellValue(number);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            workbook.write(out);
        }
        return path;
    }

    private Path csv(List<Traveller> travellers, List<Integer> order, Charset charset) {
        StringBuilder text = new StringBuilder();
        text.append(order.stream().map(COLUMNS::get).collect(Collectors.joining(",")))
                .append("\r\n");
        for (Traveller traveller : travellers) {
            text.append(order.stream()
                            .map(column -> quoted(plain(traveller.written().get(column))))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return Desk.file(folder, text.toString().getBytes(charset));
    }

    /** What Excel writes into CSV for a number: the serial of a day, or six digits of a long number. */
    private static String plain(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        return number > 1e11 ? String.format("%.5E", number) : String.valueOf(number.longValue());
    }

    private static String quoted(String text) {
        return text.contains(",") ? "\"" + text + "\"" : text;
    }
}
