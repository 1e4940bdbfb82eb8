package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as people see it: a mistake is named where it was made, and a phone needs not scroll sideways. */
@Tag("database")
@Tag("once")
class DestructionPageTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer("--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page open(int width, String language, boolean dark) {
        Page page = BROWSER.open(SERVER, width, 800, language, dark, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/destruction");
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasTypedStays() {
        Page page = open(1440, "zh-CN", false);
        page.locator("#person").fill("nobody-at-all");
        page.locator("#reason").fill("本人要求");
        page.locator("main form button").first().click();
        assertThat(page.locator(".wrong").innerText()).contains("nobody-at-all", "本地区没有此人");
        assertThat(page.locator("#person").inputValue()).isEqualTo("nobody-at-all");
        assertThat(page.locator("#reason").inputValue()).isEqualTo("本人要求");
        shot(page, "destruction-zh");
    }

    @Test
    void fitsAPhoneInEnglish() {
        Page page = open(390, "en", true);
        assertThat(page.locator("h1").innerText()).isEqualTo("Destroy personal data");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        shot(page, "destruction-en-dark-phone");
    }
}
