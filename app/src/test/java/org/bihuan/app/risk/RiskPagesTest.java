package org.bihuan.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The risk board, the queue of names and the pages of places in a real browser. */
@Tag("database")
class RiskPagesTest {
    private static final String FIRST =
            "风险等级,省,市,县区,区域\n高,辽宁省,鞍山市,铁东区,解放街道解放社区\n低,辽宁省,鞍山市,铁东区,铁东区除高风险区以外的其他区域\n高,广东省,广州市,海珠区,凤阳街道\n";
    private static final String SECOND =
            "风险等级,省,市,县区,区域\n中,辽宁省,鞍山市,铁东区,解放街道解放社区\n高,辽宁省,鞍山市,高新开发区,某小区\n高,新疆维吾尔自治区,乌鲁木齐市,天山区,\n";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2022-11-03T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    @Clause({"S1-003", "S1-092", "S1-105", "S4-05"})
    void listsComeInTheBoardAnswersAndANameIsSettled() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate(url("/risk"));
        assertThat(page.locator("#content").innerText()).contains("这个时刻没有名单");
        send(page, FIRST, "2022-11-01T21:00", "");
        assertThat(page.locator("#content").innerText()).contains("名单已导入");
        send(page, SECOND, "2022-11-03T18:00", "30");
        assertThat(page.locator(".tiles").innerText()).contains("材料写的是 30");
        assertThat(page.locator("#content").innerText()).contains("1 行的地名等人确认", "降级 1", "新增 2", "移出 2");
        choose(page, "#ask", "铁东 解放社区", "解放街道解放社区");
        page.locator(".risk-ask input[name=at]").fill("2022-11-02T08:00");
        page.locator(".risk-ask button").click();
        page.locator(".risk-answer").waitFor();
        assertThat(page.locator(".risk-answer").innerText()).contains("解放街道解放社区", "高风险");
        assertThat(page.locator(".risk-ask input[name=place]").inputValue())
                .as("the place stays chosen, to be asked about again")
                .isEqualTo("210302002001");
        shot(page, "risk-board-zh");
        page.navigate(url("/risk/names"));
        assertThat(page.locator("#content").innerText()).contains("鞍山市 高新开发区");
        choose(page, "#name0", "鞍山 立山区", "鞍山市立山区");
        shot(page, "risk-names-zh");
        page.locator("input[name=whole][value=true]").check();
        page.locator(".risk-name button").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator("#content").innerText()).contains("已确认 1 行", "没有等待确认的地名");
        narrow("zh-CN", false, "/risk?at=2022-11-03T19:00", "risk-phone-zh");
        narrow("en", true, "/risk?at=2022-11-03T19:00&place=210302002001&lang=en", "risk-phone-en-dark");
        Page english = BROWSER.open(SERVER, 1440, 1000, "en", false, true);
        english.navigate(url("/risk?place=210302002001&lang=en"));
        assertThat(english.locator("#content").innerText()).contains("Medium risk", "The document says 30");
        shot(english, "risk-board-en");
    }

    @Test
    void placesAreFoundWhileTypingAndAnsweredByKeyboard() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate(url("/places"));
        page.locator("#place-q").pressSequentially("安徽 合肥 瑶海");
        page.locator("#found li a:has-text('瑶海区')").first().waitFor();
        Locator first = page.locator("#found li a").first();
        assertThat(first.innerText()).isEqualTo("安徽省合肥市瑶海区");
        shot(page, "places-search-zh");
        page.navigate(url("/places/210302002004"));
        page.locator("#add-kind").selectOption("compound");
        page.locator("#add-name").fill("晨光花园");
        page.locator("form[action$='/add'] button").click();
        page.locator(".places-in a").waitFor();
        assertThat(page.locator(".places-in").innerText()).contains("晨光花园");
        shot(page, "place-zh");
        page.navigate(url("/search"));
        page.locator("main [name=q]").fill("晨光花园");
        page.locator("main form button").click();
        page.locator(".results").last().waitFor();
        assertThat(page.locator("#content").innerText()).contains("晨光花园", "小区");
        narrow("en", true, "/places/210302002004?lang=en", "place-phone-en-dark");
    }

    @Test
    @Clause("S4-12")
    void aSourceIsFlaggedWithItsCodeAndSaidToEnd() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate(url("/risk"));
        open(page, "#source-name");
        page.locator("#source-name").fill("某电子厂");
        page.locator("#source-code").fill("some-plant");
        choose(page, "#where", "新郑", "新郑市");
        page.locator("#source-from").fill("2022-10-28T09:00");
        page.locator("form[action='/risk/sources'] button").click();
        page.locator(".notice").waitFor();
        Locator row = page.locator("li:has-text('某电子厂')");
        assertThat(row.innerText()).contains("some-plant", "工厂", "新郑市");
        shot(page, "risk-source-zh");
        row.locator("summary").click();
        row.locator("input[name=to]").fill("2022-11-03T00:00");
        shot(page, "risk-source-end-zh");
        row.locator("button").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator("#content").innerText()).contains("重点来源的结束时间已记录");
        assertThat(page.locator("li:has-text('某电子厂')").innerText()).contains("至");
        narrow("en", true, "/risk?lang=en", "risk-source-phone-en-dark");
        open(page, "#source-code");
        page.locator("#source-name").fill("某市场");
        page.locator("#source-code").fill("market");
        choose(page, "#where", "新郑", "新郑市");
        page.locator("form[action='/risk/sources'] button").click();
        page.locator(".wrong").waitFor();
        assertThat(page.locator(".wrong").innerText()).contains("代号「market」");
    }

    private static void narrow(String language, boolean dark, String path, String name) {
        Page phone = BROWSER.open(SERVER, 390, 844, language, dark, true);
        phone.navigate(url(path));
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the phone")
                .isEqualTo(true);
        shot(phone, name);
    }

    /** Types a fragment and leaves the first answer chosen. */
    private static void choose(Page page, String field, String text, String name) {
        page.locator(field).pressSequentially(text);
        page.locator("fieldset.picker:has(" + field + ") label:has-text('" + name + "') input:checked")
                .first()
                .waitFor();
    }

    private static void send(Page page, String csv, String effective, String provinces) {
        page.navigate(url("/risk"));
        open(page, "#file");
        page.locator("#file")
                .setInputFiles(new FilePayload("list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("#effective").fill(effective);
        if (!provinces.isEmpty()) {
            open(page, "#provinces");
            page.locator("#provinces").fill(provinces);
        }
        page.locator("form[action='/risk/lists'] button").click();
        page.locator(".notice").waitFor();
    }

    /** Unfolds what holds the field. */
    private static void open(Page page, String field) {
        Locator folded = page.locator("details:not([open]):has(" + field + ") > summary");
        while (folded.count() > 0) {
            folded.first().click();
        }
    }

    private static void shot(Page page, String name) {
        String folder = System.getProperty("bihuan.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }
}
