package org.bihuan.app.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.app.site.Axe;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The import centre in a real browser. */
@Tag("database")
@Tag("once")
class ImportCentreTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.imports.megabytes=1",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void aLedgerGoesInAndItsBadRowsComeBack() throws IOException {
        Page page = page("zh-CN", 1280, 900);
        page.navigate(url("/imports"));
        shot(page, "imports-empty");
        send(page, "铁东区来返台账", ledger());
        page.waitForSelector("form[action$='/confirm']");
        assertThat(page.locator("[data-count=read]").innerText()).isEqualTo("4");
        assertThat(page.locator("[data-count=refused]").innerText())
                .as(page.locator("#content").innerText())
                .isEqualTo("2");
        assertThat(page.locator("select[name=column-1]").inputValue()).isEqualTo("document");
        assertThat(page.locator("#content").innerText()).contains("号码被当作数字，后几位已丢失", "没有这个地方");
        shot(page, "imports-preview");
        Axe.assertForEverybody(page);
        page.locator("form[action$='/confirm'] button").click();
        page.waitForSelector("[data-count=facts]");
        assertThat(page.locator("[data-count=facts]").innerText()).isEqualTo("6");
        assertThat(page.locator(".import-done").innerText()).contains("已导入");
        shot(page, "imports-done");
        // Not by a click: a browser's own download does not send the key that tests enter with.
        APIResponse file =
                page.request().get(url(page.locator("a[href$='/refused']").getAttribute("href")));
        assertThat(URLDecoder.decode(file.headers().getOrDefault("content-disposition", ""), StandardCharsets.UTF_8))
                .contains("来返台账-退回.xlsx");
        try (ReadableWorkbook refused = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            assertThat(refused.getFirstSheet().read())
                    .as("a title, a header of two rows, two refused")
                    .hasSize(5);
        }
    }

    @Test
    void onAPhoneInEnglishInTheDark() throws IOException {
        Page page = BROWSER.open(SERVER, 390, 844, "en", true, true);
        page.navigate(url("/imports?lang=en"));
        send(page, "Tiedong phone", ledger());
        page.waitForSelector("form[action$='/confirm']");
        assertThat(page.locator("#content").innerText()).contains("To be confirmed", "was kept as a number");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the phone")
                .isEqualTo(true);
        shot(page, "imports-phone");
    }

    @Test
    void withoutScriptsItWorksToo() throws IOException {
        Page page = BROWSER.open(SERVER, 1280, 900, "zh-CN", false, false);
        page.navigate(url("/imports"));
        send(page, "铁东区无脚本", ledger());
        for (int i = 0; i < 100 && page.locator("form[action$='/confirm']").count() == 0; i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        page.locator("form[action$='/confirm'] button").click();
        assertThat(page.url()).contains("/imports/");
    }

    @Test
    void whatIsNoLedgerIsRefusedByNameAndWhatWasTypedStays() {
        Page page = page("zh-CN", 1280, 900);
        page.navigate(url("/imports"));
        send(page, "<script>alert(1)</script>", "<html><table>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("[role=alert]").innerText()).contains("网页", "另存为.xlsx");
        assertThat(page.locator("#sender").inputValue()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void twoHundredMegabytesAreTurnedAwayBeforeTheyAreRead() {
        String answer = SERVER.sendRaw("POST /imports HTTP/1.1\r\nHost: 127.0.0.1:" + SERVER.port()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 209715200\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("请拆成几份再传", "split it");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"sender\"\r\n\r\na\r\n--x--\r\n")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static void send(Page page, String sender, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("来返台账.xlsx", XLSX, file));
        page.locator("#sender").fill(sender);
        page.locator(".import-form button").click();
    }

    private static byte[] ledger() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("来返人员");
            Object[][] rows = {
                {"铁东区来返人员台账"},
                {"姓名", "身份证号", "联系电话", "抵鞍日期", "来源地", "核酸检测", "", "备注"},
                {"", "", "", "", "", "采样时间", "结果", ""},
                {"张三", "11010519491231002X", "13800138000/0412-5538888", "7.20", "大连市", "7月21日9:00", "阴性", "居家"},
                {"李四", "440524188001010014", "１３９００１３９０００", "2020年7月22日", "北京市朝阳区", "7月23日", "阴性", ""},
                {"王五", 2.10302E17, "13700137000", "7月23日", "大连市", "", "", ""},
                {"赵六", "210302198605031236", "", "7.24", "火星", "", "", "待核"},
            };
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    if (rows[i][j] instanceof Number number) {
                        sheet.value(i, j, number);
                    } else {
                        sheet.value(i, j, rows[i][j].toString());
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static Page page(String language, int width, int height) {
        return BROWSER.open(SERVER, width, height, language, false, true);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    /** Kept when somebody asks for them. */
    private static void shot(Page page, String name) {
        String folder = System.getProperty("bihuan.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }
}
