package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.MergedCells;
import org.bihuan.ledgers.file.SheetInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that can be read. */
class LedgersTest {
    private static final String GOOD = "11010519491231002X";

    @TempDir
    Path folder;

    @Test
    void aWorkbookWithTitlesAndAHeaderOfTwoRows() {
        Path path = Desk.xlsx(folder, sheet -> {
            Desk.row(sheet, 0, "铁东区来返人员台账");
            Desk.row(sheet, 2, "填报单位:某社区", "", "", "2020年7月26日");
            Desk.row(sheet, 3, "序号", "姓名", "身份证号", "联系电话", "抵鞍日期", "来源地", "第一次核酸", "", "第二次核酸", "");
            Desk.row(sheet, 4, "", "", "", "", "", "", "采样时间", "结果", "采样时间", "结果");
            Desk.row(
                    sheet,
                    5,
                    1,
                    "张 三",
                    GOOD,
                    "１３８００１３８０００/0412-5538888",
                    "7.20",
                    "大连市",
                    "7月22日 9:30",
                    "阴性",
                    "7月24日",
                    "阴");
        });
        Desk.Read read = Desk.read(path);
        assertThat(read.mapping().firstRow()).isEqualTo(4);
        assertThat(read.mapping().lastRow()).isEqualTo(5);
        assertThat(read.mapping().labels()).contains("第一次核酸 / 采样时间", "第二次核酸 / 结果", "身份证号");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst().errors()).isEmpty();
        assertThat(read.rows().getFirst().row().cells())
                .containsEntry("person", "resident-id/" + GOOD)
                .containsEntry("name", "张 三")
                .containsEntry("phone", "+8613800138000;+864125538888")
                .containsEntry("arrivedAt", "2020-07-20T00:00:00+08:00")
                .containsEntry("origin", "210200000000")
                .containsEntry(
                        "tests",
                        "2020-07-22T09:30:00+08:00//negative/nucleic-acid/self;"
                                + "2020-07-24T00:00:00+08:00//negative/nucleic-acid/self");
    }

    @Test
    void csvInGb18030AndInUtf8AndUtf16() {
        String text = "姓名,身份证号码,到达时间,出发地\r\n李四," + GOOD + ",2020/7/20 14:30,大连\r\n";
        byte[] utf16 = ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(
                text.getBytes(Charset.forName("GB18030")),
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                utf16)) {
            Desk.Read read = Desk.read(Desk.file(folder, bytes));
            assertThat(read.rows()).hasSize(1);
            assertThat(read.rows().getFirst().errors()).isEmpty();
            assertThat(read.rows().getFirst().row().cells())
                    .containsEntry("arrivedAt", "2020-07-20T14:30:00+08:00")
                    .containsEntry("origin", "210200000000")
                    .containsEntry("name", "李四");
        }
    }

    @Test
    void anOldWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet hidden = workbook.createSheet("旧数据");
            hidden.createRow(0).createCell(0).setCellValue("别看");
            HSSFSheet sheet = workbook.createSheet("台账");
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(1);
            HSSFRow header = sheet.createRow(1);
            String[] names = {"姓名", "身份证号", "抵达时间", "来源地"};
            for (int i = 0; i < names.length; i++) {
                header.createCell(i).setCellValue(names[i]);
            }
            HSSFRow row = sheet.createRow(2);
            row.createCell(0).setCellValue("王五");
            row.createCell(1).setCellFormula("\"1101051949\"&\"1231002X\"");
            row.createCell(2).setCellValue(44032.5);
            row.createCell(3).setCellValue("大连市");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
            workbook.write(out);
        }
        Path path = Desk.file(folder, out.toByteArray());
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL)) {
            assertThat(file.sheets()).containsExactly(new SheetInfo(0, "旧数据", true), new SheetInfo(1, "台账", false));
        }
        Desk.Read read = Desk.read(path, 1);
        assertThat(read.rows().getFirst().errors()).isEmpty();
        assertThat(read.rows().getFirst().row().cells())
                .containsEntry("person", "resident-id/" + GOOD)
                .containsEntry("arrivedAt", "2020-07-20T12:00:00+08:00");
        assertThat(read.mapping().firstRow()).isEqualTo(2);
    }

    @Test
    void badRowsGoBackInTheSendersOwnLayout() {
        Path path = Desk.xlsx(folder, sheet -> {
            Desk.row(sheet, 0, "来返台账");
            Desk.row(sheet, 1, "来源地", "到达时间", "备注", "身份证号");
            Desk.row(sheet, 2, "大连市", LocalDate.of(2020, 7, 20), "好", GOOD);
            Desk.row(sheet, 3, "大连市", LocalDate.of(2020, 7, 21), "坏", 2.10302E17);
            Desk.row(sheet, 4, "不存在市", LocalDate.of(2020, 7, 22), "也坏", "110105194912310021");
        });
        Desk.Read read = Desk.read(path);
        assertThat(read.good()).hasSize(1);
        Path returned = Desk.returned(folder, path, read);
        List<List<String>> texts = Desk.texts(returned);
        assertThat(texts).hasSize(4);
        assertThat(texts.get(0)).containsExactly("来返台账");
        assertThat(texts.get(1)).containsExactly("来源地", "到达时间", "备注", "身份证号", "退回原因 Reason");
        assertThat(texts.get(2).subList(0, 3)).containsExactly("大连市", "44033", "坏");
        assertThat(texts.get(2).get(4)).contains("身份证号", "丢失", "文本格式");
        assertThat(texts.get(3).get(4)).contains("来源地", "不存在市");
        // sent again as it is, the same rows are wrong for the same reasons, and the reason is no column of the ledger
        Desk.Read again = Desk.read(returned);
        assertThat(again.good()).isEmpty();
        assertThat(again.rows()).hasSize(2);
        assertThat(again.mapping().targets()).endsWith(org.bihuan.ledgers.header.HeaderMapping.IGNORED);
    }

    @Test
    void mergedHeadersStayMerged() throws IOException {
        Path path = Desk.xlsx(folder, sheet -> {
            Desk.row(sheet, 0, "来返台账");
            sheet.range(0, 0, 0, 4).merge();
            Desk.row(sheet, 1, "身份证号", "到达时间", "来源地", "核酸检测", "");
            Desk.row(sheet, 2, "", "", "", "采样时间", "结果");
            sheet.range(1, 3, 1, 4).merge();
            sheet.range(1, 0, 2, 0).merge();
            Desk.row(sheet, 3, "123", "7月20日", "大连市", "7月21日", "阴性");
            sheet.range(3, 3, 3, 4).merge();
        });
        List<MergedCells> header =
                List.of(new MergedCells(0, 0, 0, 4), new MergedCells(1, 3, 1, 4), new MergedCells(1, 0, 2, 0));
        Path returned = Desk.returned(folder, path, Desk.read(path));
        try (LedgerFile sent = LedgerFile.open(path, FileLimits.USUAL);
                LedgerFile back = LedgerFile.open(returned, FileLimits.USUAL)) {
            assertThat(sent.merges(0)).hasSize(4).containsAll(header);
            assertThat(back.merges(0)).containsExactlyInAnyOrderElementsOf(header);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("台账");
            sheet.createRow(0).createCell(0).setCellValue("来返台账");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            workbook.write(out);
        }
        try (LedgerFile old = LedgerFile.open(Desk.file(folder, out.toByteArray()), FileLimits.USUAL)) {
            assertThat(old.merges(0)).containsExactly(new MergedCells(0, 0, 0, 4));
        }
    }

    @Test
    void csvGoesBackInItsOwnEncoding() {
        Charset chinese = Charset.forName("GB18030");
        Path path = Desk.file(folder, ("姓名,身份证号,到达时间,来源地\r\n赵六,123,7.20,\"大连,市\"\r\n".getBytes(chinese)));
        Desk.Read read = Desk.read(path);
        Path returned = Desk.returned(folder, path, read);
        try (LedgerFile file = LedgerFile.open(returned, FileLimits.USUAL)) {
            assertThat(file.charset()).isEqualTo(chinese);
        }
        assertThat(Desk.texts(returned).get(1).subList(0, 4)).containsExactly("赵六", "123", "7.20", "大连,市");
    }
}
