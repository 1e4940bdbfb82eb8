package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.console.Browser;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Log-in, one's own account and the administrator's pages in a real browser. */
@Tag("database")
@Tag("once")
class AccountPagesTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void anAdministratorMakesAnAccountAndItsOwnerTakesItOver() {
        Visitor.add(SERVER, "root-admin", "administrator", "210300000000");
        Page admin = in("root-admin", Visitor.PASSWORD, "zh-CN", 1280);
        assertThat(admin.locator(".menu").innerText()).contains("账户").doesNotContain("任务", "查找");
        admin.navigate(url("/accounts/new"));
        admin.locator("#login").fill("wang.fang");
        admin.locator("#name").fill("王芳");
        admin.locator("#password").fill("given-on-Monday-3");
        admin.locator("select[name=role0]").selectOption("community");
        admin.locator("input[name=region0]").fill("210302002000");
        admin.locator("select[name=role1]").selectOption("auditor");
        admin.locator("input[name=region1]").fill("210300000000");
        admin.locator("form[action='/accounts'] button").click();
        assertThat(admin.locator(".error").innerText()).contains("不能兼任");
        assertThat(admin.locator("#name").inputValue()).isEqualTo("王芳");
        admin.locator("#password").fill("given-on-Monday-3");
        admin.locator("select[name=role1]").selectOption("");
        admin.locator("form[action='/accounts'] button").click();
        admin.locator(".notice").waitFor();
        assertThat(admin.locator("h1").innerText()).contains("王芳", "wang.fang");
        shot(admin, "accounts-edit-zh");
        admin.navigate(url("/accounts"));
        assertThat(admin.locator("table").innerText()).contains("王芳", "铁东区解放街道", "等待首次改密");
        shot(admin, "accounts-zh");

        Page owner = in("wang.fang", "given-on-Monday-3", "zh-CN", 390);
        assertThat(owner.url()).contains("/account");
        owner.navigate(url("/duties"));
        assertThat(owner.url()).as("first the password").contains("/account");
        owner.locator("#old").fill("given-on-Monday-3");
        owner.locator("#fresh").fill("wang.fang-is-me");
        owner.locator("#again").fill("wang.fang-is-me");
        owner.locator("form[action='/account/password'] button").click();
        assertThat(owner.locator(".error").innerText()).contains("太容易猜到");
        owner.locator("#old").fill("given-on-Monday-3");
        owner.locator("#fresh").fill("a sentence nobody guesses");
        owner.locator("#again").fill("a sentence nobody guesses");
        owner.locator("form[action='/account/password'] button").click();
        owner.locator(".notice").waitFor();
        shot(owner, "account-zh-phone");
        owner.navigate(url("/duties"));
        assertThat(owner.url()).endsWith("/duties");
    }

    @Test
    void nothingScrollsSidewaysAndBothLanguagesAreThere() {
        Visitor.add(SERVER, "narrow-admin", "administrator", "210300000000");
        for (String language : List.of("zh-CN", "en")) {
            Page out = BROWSER.open(360, 800, language, false, true);
            out.navigate(url("/login"));
            assertWidth(out);
            shot(out, "login-" + language + "-phone");
            Page page = in("narrow-admin", Visitor.PASSWORD, language, 360);
            for (String path : List.of("/", "/account", "/accounts", "/accounts/new")) {
                page.navigate(url(path));
                assertThat(page.title()).doesNotContain("accounts.");
                assertWidth(page);
            }
            shot(page, "accounts-new-" + language + "-phone");
        }
        Page dark = in("narrow-admin", Visitor.PASSWORD, "en", 1280);
        dark.navigate(url("/account"));
        shot(dark, "account-en");
        dark.navigate(url("/"));
        shot(dark, "home-admin-en");
    }

    @Test
    void twoRolesAreChangedKnowingly() {
        SERVER.bean(Accounts.class)
                .add(
                        "two-roles",
                        "两职",
                        Visitor.PASSWORD,
                        List.of(as("disease-control", "210302000000"), as("duty-officer", "210303000000")),
                        false,
                        "test");
        Page page = in("two-roles", Visitor.PASSWORD, "zh-CN", 1280);
        assertThat(page.locator(".who").innerText()).contains("流调人员", "铁东区");
        page.navigate(url("/account"));
        page.locator("main form[action='/account/role'] button").click();
        page.waitForURL(url("/"));
        assertThat(page.locator(".who").innerText()).contains("值班员", "铁西区");
    }

    private static Assignment as(String role, String region) {
        return new Assignment(Roles.builtIn().get(role), DivisionCode.of(region));
    }

    private static Page in(String login, String password, String language, int width) {
        Page page = BROWSER.open(width, 800, language, false, true);
        page.navigate(url("/login"));
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator(".login button").first().click();
        page.locator(".who").waitFor();
        return page;
    }

    private static void assertWidth(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isEqualTo(360);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    /** Kept where the property says, for people to look at. */
    private static void shot(Page page, String name) {
        String folder = System.getProperty("bihuan.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(name + ".png")));
            assertThat(Files.exists(Path.of(folder))).isTrue();
        }
    }
}
