package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.ledgers.export.ListMark;
import org.bihuan.ledgers.export.ListWriter;
import org.bihuan.ledgers.export.SafeText;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.template.FormTemplate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists out, and forms filled. */
class ListsTest {
    private static final ListMark MARK = new ListMark("任务清单", List.of("导出人：王", "用途：核对"), count -> "共" + count + "行");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1＋2", "-"})
    void whatCouldRunIsMadeText(String text) {
        assertThat(SafeText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "-12.5", "1-2", " =1", "a=b"})
    void whatCannotRunIsLeftAsItIs(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void aWorkbookTellsWhoTookItAndHowManyRowsItHas() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ListWriter list = ListWriter.xlsx(out, MARK, List.of("姓名", "天数"))) {
            list.row(List.of("=cmd|' /C calc'!A0", 3));
            list.row(List.of("李四", -4));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.stream().map(row -> row.getCellText(0)))
                    .containsExactly("任务清单", "导出人：王", "用途：核对", "姓名", "'=cmd|' /C calc'!A0", "李四", "共2行");
            assertThat(rows.get(5).getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(-4);
        }
    }

    @Test
    void csvTellsTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ListWriter list = ListWriter.csv(out, MARK, List.of("姓名", "天数"))) {
            list.row(List.of("张,三", 3));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("\uFEFF任务清单", "导出人：王", "用途：核对", "姓名,天数", "\"张,三\",3", "共1行");
    }

    @Test
    void oneVisitFillsTwoDepartmentsForms() throws IOException {
        Map<String, String> visit = Map.of("name", "张<三>&", "arrivedAt", "7月20日", "phone", "+8613800138000");
        Path health = Desk.xlsx(folder, sheet -> {
            Desk.row(sheet, 0, "卫健委来返登记表");
            Desk.row(sheet, 1, "姓名：{name}", "抵达 {arrivedAt}", "{occupation}");
        });
        FormTemplate template =
                FormTemplate.open(health, FileLimits.USUAL, Set.of("name", "arrivedAt", "phone", "occupation"));
        assertThat(template.fields()).containsExactlyInAnyOrder("name", "arrivedAt", "occupation");
        assertThat(Desk.texts(filled(template, visit)))
                .containsExactly(List.of("卫健委来返登记表"), List.of("姓名：张<三>&", "抵达 7月20日"));
        Path police = Desk.xlsx(folder, sheet -> Desk.row(sheet, 0, "{phone}", "{name} <b> & {电话}"));
        assertThat(Desk.texts(
                        filled(FormTemplate.open(police, FileLimits.USUAL, Set.of("name", "phone", "电话")), visit)))
                .containsExactly(List.of("'+8613800138000", "张<三>& <b> & "));
    }

    @Test
    void aFieldNobodyKnowsIsNamed() {
        Path path = Desk.xlsx(folder, sheet -> Desk.row(sheet, 0, "{name} {shoeSize}"));
        assertThatThrownBy(() -> FormTemplate.open(path, FileLimits.USUAL, Set.of("name")))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("shoeSize")
                .hasMessageContaining("name");
    }

    private Path filled(FormTemplate template, Map<String, String> values) throws IOException {
        Path path = folder.resolve("filled.xlsx");
        try (OutputStream out = Files.newOutputStream(path)) {
            template.fill(values, out);
        }
        return path;
    }
}
