package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.console.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The frame of all pages: menu, search and keys, on a desk and on a phone, with and without scripts. */
@Tag("database")
@Tag("once")
class ShellTest {
    private static final int LARGEST_FIRST_PAGE = 200_000;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.shared();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void theMenuStandsInGroupsAndSaysWhereOneIs() {
        Page page = open(1440, "zh-CN", true, "/duties");
        assertThat(page.locator(".menu h2").allInnerTexts()).containsExactly("工作", "人员", "指挥", "规则与风险", "数据", "系统");
        assertThat(page.locator(".menu a[aria-current=page]").innerText()).startsWith("任务");
        assertThat(page.locator(".bar-below").isVisible()).isFalse();
        page.navigate(url("/returns/units"));
        assertThat(page.locator(".menu a[aria-current=true]").innerText()).startsWith("每日报告");
        page.navigate(url("/arrivals/handovers"));
        assertThat(page.locator(".menu a[aria-current]").allInnerTexts())
                .as("not the funnel as well, though its address is the beginning of this one")
                .hasSize(1)
                .allMatch(each -> each.startsWith("交接"));
        assertThat(page.locator("header, nav.menu, main, [role=search]").count())
                .as("landmarks")
                .isEqualTo(4);
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("跳到正文");
        page.keyboard().press("Enter");
        assertThat(page.locator("main:focus").count()).isEqualTo(1);
    }

    @Test
    void aPhoneHasFourPlacesAndTheWayToAllOthersAlsoWithoutScripts() {
        for (boolean scripts : List.of(true, false)) {
            Page page = open(390, "zh-CN", scripts, "/duties");
            Locator bar = page.locator(".bar-below a");
            assertThat(bar.count()).isEqualTo(5);
            assertThat(bar.last().innerText()).startsWith("更多");
            for (Locator each : bar.all()) {
                assertThat(each.boundingBox().width).isBetween(60.0, 90.0);
            }
            assertThat(page.locator("#menu").isVisible()).isFalse();
            bar.last().click();
            page.locator("#menu").waitFor();
            page.locator("#menu a[href='/imports']").click();
            assertThat(page.url()).endsWith("/imports");
        }
    }

    @Test
    void ctrlKFindsPagesAndPlacesAsOneTypesAndPeopleWhenOneSendsIt() {
        Page page = open(1440, "zh-CN", true, "/orders");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#find-text:focus").count()).isEqualTo(1);
        page.keyboard().type("晨");
        page.locator("#find-found a[href='/briefings']").waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("#find-found").isVisible()).isFalse();
        page.locator("#find-text").fill("铁东");
        Locator place = page.locator("#find-found a[href='/places/210302000000']");
        place.waitFor();
        assertThat(page.locator("#find-found").innerText()).contains("查人请按回车键");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#find-found a:focus").count()).isEqualTo(1);
        place.click();
        assertThat(page.locator("h1").innerText()).contains("铁东");
        page.keyboard().press("Control+k");
        page.keyboard().type("<b>nobody</b>");
        page.keyboard().press("Enter");
        page.waitForURL("**/search");
        assertThat(page.locator("main").innerText()).contains("<b>nobody</b>");
    }

    @Test
    void whoActsInTwoPlacesChangesBetweenThemOnTop() {
        Visitor.addWith(
                SERVER, "two-places", List.of("headquarters@210300000000", "district-headquarters@210302000000"));
        Visitor visitor = new Visitor(SERVER);
        visitor.logIn("two-places", Visitor.PASSWORD);
        String first = visitor.get("/duties").body();
        assertThat(first).contains("更换岗位和地区", "value=\"district-headquarters@210302000000\"");
        assertThat(visitor.post("/account/role", java.util.Map.of("as", "district-headquarters@210302000000"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/duties").body()).contains("value=\"headquarters@210300000000\"", "铁东区");
    }

    @Test
    void theFirstPageIsLightAlsoWithAllThatTheBrowserFetches() {
        Page page = open(390, "zh-CN", true, "/");
        Number bytes = (Number) page.evaluate(
                "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                        + ".reduce((sum, each) => sum + each.transferSize, 0)");
        System.out.println("first page in the browser: " + bytes + " bytes");
        assertThat(bytes.intValue()).isBetween(20_000, LARGEST_FIRST_PAGE);
    }

    private static Page open(int width, String language, boolean scripts, String path) {
        Page page = BROWSER.open(SERVER, width, 844, language, false, scripts);
        page.navigate(url(path));
        return page;
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }
}
