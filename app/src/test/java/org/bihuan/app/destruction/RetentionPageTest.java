package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on which somebody says how long data are kept. */
@Tag("database")
@Tag("once")
class RetentionPageTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.retention.required=true",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page open(int width, String language, boolean dark) {
        Page page = BROWSER.open(SERVER, width, 800, language, dark, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/destruction/retention");
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Test
    void itSaysWhatIsLackingAndKeepsWhatWasTyped() {
        Page page = open(1440, "zh-CN", false);
        assertThat(page.locator("[role=status]").first().innerText()).contains("鞍山", "还没有定保存期限");
        page.locator("#division").fill("210300000000");
        page.locator("#days").fill("0");
        page.locator("#basis").fill("市指挥部第9号令");
        page.locator("main form button").first().click();
        assertThat(page.locator(".wrong[role=alert]").innerText()).contains("days「0」");
        assertThat(page.locator("#basis").inputValue()).isEqualTo("市指挥部第9号令");
        page.locator("#days").fill("365");
        page.locator("main form button").first().click();
        assertThat(page.locator("main table").first().innerText()).contains("365", "市指挥部第9号令", "待另一人批准");
        SERVER.bean(RetentionStore.class)
                .insert(new RetentionOrder(
                        UUID.randomUUID(),
                        DivisionCode.of("210302000000"),
                        180,
                        true,
                        "铁东区指挥部第2号令",
                        "tiedong",
                        Instant.parse("2020-07-26T12:00:00Z"),
                        null,
                        null));
        page.reload();
        shot(page, "retention-zh");
    }

    @Test
    void fitsAPhoneInEnglish() {
        Page page = open(390, "en", true);
        assertThat(page.locator("h1").innerText()).isEqualTo("How long data are kept");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        shot(page, "retention-en-dark-phone");
    }
}
