package org.bihuan.app.doorstep;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Predicate;
import org.bihuan.app.console.Browser;

/** A grid worker's phone with the page on it. */
final class Phone {
    static final String PIN = "246810";
    private final Page page;
    private final String server;

    Phone(Browser browser, String server) {
        this(browser, server, "");
    }

    /** @param before script that runs before any of the page's own */
    Phone(Browser browser, String server, String before) {
        this(browser, server, before, DoorstepTest.SERVER.key());
    }

    /** @param key what it logs in with */
    Phone(Browser browser, String server, String before, String key) {
        this.page = browser.open(390, 780, "zh-CN", false, true);
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + key));
        this.server = server;
        if (!before.isEmpty()) {
            page.addInitScript(before);
        }
    }

    Page page() {
        return page;
    }

    /** Chooses the community and takes its packet. */
    void take() {
        page.navigate(server + "/doorstep/");
        page.locator(".places button").getByText("铁东区").click();
        page.locator(".places button").getByText("解放街道").click();
        page.locator(".places button").getByText("解放社区").click();
        page.locator("#pin").fill(PIN);
        page.locator("#again").fill(PIN);
        page.locator("button.big").click();
        page.locator(".tabs").waitFor();
        page.locator("body[data-kept]").waitFor();
    }

    void offline(boolean offline) {
        page.context().setOffline(offline);
    }

    void unlock(String pin) {
        page.locator("#pin").fill(pin);
        page.locator("button.big").click();
    }

    void tab(String name) {
        page.locator(".tabs button").getByText(name).click();
        page.locator(".tabs [aria-current]").getByText(name).waitFor(); // what it shows is read first
    }

    Locator line(String who) {
        return page.locator(".item", new Page.LocatorOptions().setHasText(who));
    }

    /** Opens the traveller's test and notes a negative result. */
    void test(String who) {
        line(who).locator("button.go").first().click();
        page.locator("#f-result").first().selectOption("negative");
        page.locator(".sheet-form button.big").first().click();
        page.locator(".tabs").waitFor();
    }

    /** Waits until the head says that nothing waits. */
    void awaitSent() {
        await(text -> text.contains("全部已上传"));
    }

    private void await(Predicate<String> right) {
        page.waitForCondition(() -> right.test(page.locator("#waiting").innerText()));
    }
}
