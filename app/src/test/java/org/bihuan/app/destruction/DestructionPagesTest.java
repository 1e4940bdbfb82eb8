package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.app.console.Touch;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages as people see them: a mistake is named where it was made, and a phone needs not scroll sideways. */
@Tag("database")
class DestructionPagesTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.retention.required=true",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page open(String path, int width, String language, boolean dark) {
        Page page = BROWSER.open(SERVER, width, 800, language, dark, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + path);
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Test
    void itSaysWhatIsLackingAndKeepsWhatWasTyped() {
        Page page = open("/destruction/retention", 1440, "zh-CN", false);
        assertThat(page.locator("[role=status]").first().innerText()).contains("鞍山", "还没有定保存期限");
        page.locator("#division").selectOption("210300000000");
        page.locator("#days").fill("0");
        page.locator("#basis").fill("市指挥部第9号令");
        page.locator("main form button").first().click();
        assertThat(page.locator(".wrong[role=alert]").innerText()).contains("保存天数「0」");
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
    void howLongFitsAPhoneInEnglish() {
        Page page = open("/destruction/retention", 390, "en", true);
        assertThat(page.locator("h1").innerText()).isEqualTo("How long data are kept");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        Touch.assertLargeEnough(page);
        shot(page, "retention-en-dark-phone");
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasTypedStays() {
        Page page = open("/destruction", 1440, "zh-CN", false);
        page.locator("#person").fill("nobody-at-all");
        page.locator("#reason").fill("本人要求");
        page.locator("main form button").first().click();
        assertThat(page.locator(".wrong").innerText()).contains("nobody-at-all", "本地区没有此人");
        assertThat(page.locator("#person").inputValue()).isEqualTo("nobody-at-all");
        assertThat(page.locator("#reason").inputValue()).isEqualTo("本人要求");
        shot(page, "destruction-zh");
    }

    @Test
    void destructionFitsAPhoneInEnglish() {
        Page page = open("/destruction", 390, "en", true);
        assertThat(page.locator("h1").innerText()).isEqualTo("Destroy personal data");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        shot(page, "destruction-en-dark-phone");
    }

    @Test
    void aHoldSaysWhoOrderedItAndKeepsWhatWasTyped() {
        Page page = open("/destruction/holds", 1440, "zh-CN", false);
        page.getByLabel("来返登记", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#kind-test").check();
        page.locator("#division").selectOption("210302000000");
        page.locator("#before").fill("2020-07-26");
        page.locator("#orderedBy").fill("铁东区人民法院");
        page.locator("#basis").fill("（2020）辽0302民初77号");
        page.locator("#until").fill("2020-07-01");
        page.locator("main form button").first().click();
        assertThat(page.locator(".wrong[role=alert]").innerText()).contains("保全至「2020-07-01 00:00」", "须晚于现在");
        assertThat(page.locator("#basis").inputValue()).isEqualTo("（2020）辽0302民初77号");
        page.locator("#until").fill("2021-01-01");
        page.locator("main form button").first().click();
        assertThat(page.locator("main table").innerText()).contains("铁东区人民法院", "待另一人批准");
        shot(page, "holds-zh");
        Page phone = open("/destruction/holds", 390, "en", true);
        assertThat(phone.locator("h1").innerText()).isEqualTo("Legal holds");
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        shot(phone, "holds-en-dark-phone");
    }
}
