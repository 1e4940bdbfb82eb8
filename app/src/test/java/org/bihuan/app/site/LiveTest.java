package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept fresh asks by itself, says so, and only while somebody can see it and is not at work in it. */
@Tag("database")
@Tag("once")
class LiveTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.shared();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void aPartAsksAgainInTheForegroundOnlyAndMarksItsRequests() {
        Page page = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        page.addInitScript("Object.defineProperty(document, 'hidden', {get: () => window.away === true})");
        page.clock().install();
        List<Request> asked = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.url().contains("/duties/counts")) {
                asked.add(request);
            }
        });
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/duties");
        page.evaluate("window.away = true");
        page.clock().runFor(65_000);
        assertThat(asked).as("in the background").isEmpty();
        page.evaluate("window.away = false");
        page.waitForResponse("**/duties/counts*", () -> page.clock().runFor(5_000));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().headers()).containsEntry("x-bihuan-background", "yes");
        page.locator("[data-count=todo]").waitFor();
        page.locator("#find-text").press("a");
        page.clock().runFor(2_000);
        assertThat(asked).as("just asked").hasSize(1);
        page.waitForResponse("**/duties/counts*", () -> page.clock().runFor(35_000));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatPeopleAskForIsNotMarked() {
        Page page = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/duties");
        Request asked = page.waitForRequest(
                "**/duties?*", () -> page.locator("main form.filters").dispatchEvent("change"));
        assertThat(asked.headers()).doesNotContainKey("x-bihuan-background");
    }
}
