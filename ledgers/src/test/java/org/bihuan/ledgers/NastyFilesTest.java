package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would hurt, and files that are none: each is refused by name, and never by a stack trace. */
class NastyFilesTest {
    private static final FileLimits SMALL = new FileLimits(1 << 20, 4 << 20, 2 << 20, 50);

    @TempDir
    Path folder;

    @Test
    void aZipBombIsRefusedWhateverItsDirectorySays() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("xl/media/zeros.bin", new byte[8 << 20]);
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.bomb");
        parts.remove("xl/media/zeros.bin");
        parts.put("xl/sharedStrings.xml", new byte[3 << 20]);
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.bomb");
    }

    @Test
    void aTextWithoutEndIsABomb() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(
                "xl/worksheets/sheet1.xml",
                ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(2 << 20))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.bomb");
    }

    @Test
    void unfoldingEntitiesAndColumnsBeyondTheLastAreRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet/>".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.doctype");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet/>".getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.doctype");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r = 'ZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.damaged");
    }

    @Test
    void macrosAreNotOpened() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("xl/vbaProject.bin", new byte[] {1});
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.macro");
    }

    @Test
    void whatIsNoSpreadsheetIsNamed() throws IOException {
        assertThat(refusal(new byte[0], SMALL)).isEqualTo("file.empty");
        assertThat(refusal("<html><table><tr><td>姓名</td></tr></table>".getBytes(StandardCharsets.UTF_8), SMALL))
                .isEqualTo("file.markup");
        assertThat(refusal(new byte[] {'%', 'P', 'D', 'F', 0, 1, 2}, SMALL)).isEqualTo("file.kind");
        assertThat(refusal(new byte[2 << 20], SMALL)).isEqualTo("file.size");
        assertThat(refusal(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}, SMALL))
                .isEqualTo("file.encoding");
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("readme.txt", new byte[10]);
        assertThat(refusal(zip(parts), SMALL)).isEqualTo("file.zip");
        assertThat(refusal("a,\"b\nc,d\n".getBytes(StandardCharsets.UTF_8), SMALL))
                .isIn("file.csv", "none");
        assertThat(refusal(("a" + ",b".repeat(60) + "\n").getBytes(StandardCharsets.UTF_8), SMALL))
                .isEqualTo("file.columns");
    }

    @Test
    void brokenFilesAreRefusedAndNothingElseIsThrown() throws IOException {
        byte[] xlsx = workbook();
        byte[] xls = oldWorkbook();
        byte[] csv = "姓名,身份证号\n张三,\"1\"\n".getBytes(StandardCharsets.UTF_8);
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 600; round++) {
            byte[] whole = round % 3 == 0 ? xlsx : round % 3 == 1 ? xls : csv;
            byte[] bytes = whole.clone();
            int cuts = 1 + random.nextInt(6);
            for (int i = 0; i < cuts; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            refusal(bytes, SMALL); // anything but FileRefused fails the test
        }
    }

    @Test
    void brokenPartsOfAWorkbookAreRefusedAndNothingElseIsThrown() throws IOException {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Map<String, byte[]> parts = parts();
            String[] names = parts.keySet().toArray(String[]::new);
            byte[] part = java.util.Objects.requireNonNull(parts.get(names[random.nextInt(names.length)]));
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                part[random.nextInt(part.length)] = (byte) (32 + random.nextInt(95));
            }
            refusal(zip(parts), SMALL);
        }
    }

    /** The code of the refusal, or none. */
    private String refusal(byte[] bytes, FileLimits limits) {
        Path path = Desk.file(folder, bytes);
        try (LedgerFile file = LedgerFile.open(path, limits)) {
            for (int i = 0; i < file.sheets().size(); i++) {
                try (SheetRows rows = file.rows(i)) {
                    rows.forEachRemaining(row -> assertThat(row.cells()).isNotNull());
                }
            }
            return "none";
        } catch (FileRefused e) {
            assertThat(e.wording().zh()).isNotBlank();
            assertThat(e.wording().en()).isNotBlank();
            return e.code();
        }
    }

    private byte[] workbook() throws IOException {
        return Files.readAllBytes(Desk.xlsx(folder, sheet -> {
            Desk.row(sheet, 0, "姓名", "身份证号", "到达时间");
            Desk.row(sheet, 1, "张三", "11010519491231002X", 44032);
        }));
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Path path = Files.write(folder.resolve("parts.zip"), workbook());
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] oldWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var row = workbook.createSheet("台账").createRow(0);
            row.createCell(0).setCellValue("姓名");
            row.createCell(1).setCellValue(44032);
            row.createCell(2).setCellFormula("1+1");
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
