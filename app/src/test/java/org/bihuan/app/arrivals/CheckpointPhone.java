package org.bihuan.app.arrivals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.bihuan.app.console.Browser;

/** A device of a checkpoint with the page on it. */
public final class CheckpointPhone {
    public static final String PIN = "135790";
    private final Page page;
    private final String server;

    /** @param key what it logs in with */
    public CheckpointPhone(Browser browser, String server, String key, int width, String language, boolean dark) {
        this.page = browser.open(width, 844, language, dark, true);
        this.server = server;
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + key));
    }

    public Page page() {
        return page;
    }

    /** Takes a packet along. */
    public void take() {
        page.navigate(server + "/doorstep/checkpoint/");
        page.locator("#pin").fill(PIN);
        page.locator("#again").fill(PIN);
        page.locator("button.big").click();
        page.locator(".tabs").waitFor();
        page.locator("body[data-kept]").waitFor();
    }

    void offline(boolean offline) {
        page.context().setOffline(offline);
    }

    public void unlock() {
        page.locator("#pin").fill(PIN);
        page.locator("button.big").click();
        page.locator(".tabs").waitFor();
    }

    /** The n-th tab: register, vehicles, outbox. */
    public void tab(int number) {
        Locator tab = page.locator(".tabs button").nth(number);
        tab.click();
        page.waitForCondition(() -> "page".equals(tab.getAttribute("aria-current"))); // what it shows is read first
    }

    void fill(String name, String value) {
        Locator field = page.locator("#f-" + name);
        field.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!field.isVisible()) {
            page.locator("details:has(#f-" + name + ") summary").click();
        }
        if (field.evaluate("it => it.tagName").equals("SELECT")) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
    }

    /** Notes the vehicle with what is filled in. */
    public void register() {
        page.locator(".sheet-form button.big").click();
        page.waitForCondition(() -> page.locator("#f-plate").inputValue().isEmpty());
    }

    /** A vehicle of which nobody is registered. */
    public void count(String plate, int occupants) {
        fill("plate", plate);
        fill("occupants", Integer.toString(occupants));
        register();
    }

    /** Sends what waits. */
    public void send() {
        tab(2);
        page.locator("#screen > p button").first().click();
    }

    public void await(String text) {
        page.waitForCondition(() -> page.locator("#screen").innerText().contains(text));
    }

    /** As if every answer of the server had been lost. */
    public void forgetAnswers() {
        page.evaluate("async () => { for (const each of await Outbox.all()) { const row = await Vault.done("
                + "(await Vault.store('queue', 'readonly')).get(each.number)); delete row.answer;"
                + " await Vault.write('queue', it => it.put(row)); } }");
    }
}
