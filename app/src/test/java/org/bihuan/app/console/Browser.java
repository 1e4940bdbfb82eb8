package org.bihuan.app.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Debian's Chromium for a test class; where there is none the class is skipped and says so. */
public final class Browser implements BeforeAllCallback, AfterAllCallback {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM + ": the pages are not tried in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A fresh window of somebody who is logged in with the server's key for tests. */
    public Page open(RunningServer server, int width, int height, String language, boolean dark, boolean scripts) {
        Page page = open(width, height, language, dark, scripts);
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + server.key()));
        return page;
    }

    /** A fresh window. */
    public Page open(int width, int height, String language, boolean dark, boolean scripts) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(language)
                        .setJavaScriptEnabled(scripts)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }
}
