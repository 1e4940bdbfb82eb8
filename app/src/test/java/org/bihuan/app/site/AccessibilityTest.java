package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.ShownAccounts;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.authority.Endpoints;
import org.bihuan.app.console.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every page that somebody comes to by links from where they begin, asked the rules of {@link Axe} twice: in one language,
 * theme and width, and in the other of each. {@code -Dbihuan.looks=all} asks four times, so that any two have been seen together,
 * and once more where something is asked of a page. Each role of the demonstration walks, and looks at what nobody before it has seen.
 */
@Tag("database")
@Tag("once")
class AccessibilityTest {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final boolean ALL = System.getProperty("bihuan.looks", "").equals("all");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--spring.profiles.active=demo",
            "--bihuan.demo.people=60",
            "--bihuan.clock.speed=1",
            "--bihuan.data=target/accessibility");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** Answered with a file, data, or a part of a page. */
    private static final Set<String> NO_PAGES = Set.of(
            "/briefings/{id}/text",
            "/briefings/{id}/word",
            "/doorstep",
            "/doorstep/app.webmanifest",
            "/doorstep/checkpoint/app.webmanifest",
            "/duties/counts",
            "/exports/{id}/file",
            "/forms/{id}/filled",
            "/imports/{id}/refused",
            "/login/oidc",
            "/login/oidc/back",
            "/notices/{id}.pdf",
            "/photos/{id}",
            "/places/pick",
            "/proposals/{id}/result",
            "/shifts/attachments/{id}");

    /** Looked at by the tests that bring about what they show: a draft, an upload, a letter to a resident. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/appeals/{id}",
            "/check/{token}",
            "/declare/{key}",
            "/imports/{id}",
            "/orders/{id}/compare",
            "/orders/{id}/open-values",
            "/proposals/{id}",
            "/proposals/{id}/people",
            "/what-if/{id}",
            "/why-codes/{id}",
            "/why/{token}");

    private static final String BULK = "/bulk/" + new UUID(7, 7);

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, List<String>> faults = new TreeMap<>();

    @BeforeAll
    static void somethingToSee() throws InterruptedException {
        Visitor city = new Visitor(SERVER);
        city.logIn("zhihui", "yanshi-chengshi-2020");
        for (int i = 0; i < 600 && !city.get("/duties").body().contains("cell-act"); i++) {
            Thread.sleep(100);
        }
        city.post(
                "/bulk",
                Map.of(
                        "key",
                        BULK.substring(6),
                        "query",
                        "",
                        "shown",
                        "999",
                        "kind",
                        "assignment",
                        "assignee",
                        "王",
                        "why",
                        "演练"));
        city.post(
                "/shifts/log",
                Map.of("key", UUID.randomUUID().toString(), "kind", "telephone", "body", "发热门诊收治病人", "open", "yes"));
    }

    @Test
    void everyPageThatLinksLeadToIsForEverybody() {
        Page stranger = BROWSER.open(DESK, 900, "zh-CN", false, true);
        List.of("/login", "/declare", "/setup?token=none").forEach(path -> {
            seen.add(shape(path));
            look(stranger, path);
        });
        look(stranger, "/check/none");
        look(stranger, "/why/none");
        stranger.context().close();
        for (ShownAccounts.Shown account : SERVER.bean(ShownAccounts.class).accounts()) {
            Page page = BROWSER.open(DESK, 900, "zh-CN", false, true);
            if (account.as().role().isAlone()) { // no machine has such a role
                page.navigate(url("/login?lang=zh-CN"));
                page.locator("form:has([value=" + account.login() + "]) button").click();
            } else {
                page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + key(account)));
            }
            walk(page);
            page.context().close();
        }

        assertThat(faults).isEmpty();
        Set<String> unseen = pages();
        unseen.remove("/"); // everybody's first
        unseen.removeAll(seen.stream().map(each -> each.replace("?", "")).toList());
        assertThat(unseen)
                .as("pages that no link leads to: say where they are looked at")
                .isEqualTo(new TreeSet<>(ELSEWHERE));
    }

    @Test
    void keysAreEnough() {
        Page page = BROWSER.open(SERVER, DESK, 900, "zh-CN", false, true);
        page.navigate(url("/duties"));
        Locator doing = page.locator(".worklist .cell-act a.btn-primary");
        doing.first().focus();
        for (String[] step :
                new String[][] {{"j", "1"}, {"ArrowDown", "2"}, {"k", "1"}, {"ArrowUp", "0"}, {"k", "0"}}) {
            page.keyboard().press(step[0]);
            assertThat(doing.nth(Integer.parseInt(step[1])).evaluate("it => it === document.activeElement"))
                    .as("row %s after %s", step[1], step[0])
                    .isEqualTo(true);
        }
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("one sees where one is")
                .isEqualTo("solid");
        page.locator("#find-text").focus();
        page.keyboard().type("jk");
        assertThat(page.locator("#find-text").inputValue())
                .as("letters are letters where one types")
                .isEqualTo("jk");
        page.setViewportSize(PHONE, 844);
        page.locator(".bar-below a").last().click();
        page.locator("#menu").waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("#menu").isVisible()).isFalse();
        assertThat(page.locator(".bar-below a:focus").getAttribute("href")).isEqualTo("#menu");
    }

    @Test
    void paperShowsWhatOneReadsAndNothingToPress() {
        Page page = BROWSER.open(SERVER, DESK, 900, "zh-CN", true, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path :
                List.of("/duties", "/shifts", "/arrivals/handovers", "/directives", "/returns", "/briefings")) {
            page.navigate(url(path));
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            assertThat(page.locator("main").innerText()).as(path).isNotBlank();
            assertThat(page.locator(
                                    "main :is(.btn, button, select, input, textarea, summary), header.top, .menu, .bar-below")
                            .all())
                    .as(path)
                    .noneMatch(Locator::isVisible);
            assertThat(page.locator("html").getAttribute("data-bs-theme"))
                    .as("paper is light")
                    .isEqualTo("light");
            assertThat(page.locator(".printed").innerText()).contains("市指挥部");
        }
    }

    /** Cheaper than logging in. */
    private static String key(ShownAccounts.Shown account) {
        return SERVER.bean(ServiceKeys.class).add(account.login(), account.as(), Duration.ofDays(1), "test");
    }

    private void walk(Page page) {
        Deque<String> next = new ArrayDeque<>(look(page, "/"));
        next.addAll(List.of("/no-such-page", BULK));
        while (!next.isEmpty()) {
            String path = next.poll();
            String shape = shape(path);
            if (!shape.isEmpty() && !shape.equals("/") && seen.add(shape)) {
                next.addAll(look(page, path));
            }
        }
    }

    /** Looks at a page and returns where it leads. */
    private Set<String> look(Page page, String path) {
        String address = url(path + (path.contains("?") ? "&" : "?") + "lang=");
        page.navigate(address + "zh-CN");
        Set<String> links = links(page);
        String name = path.equals("/") ? "/ " + page.title() : path;
        if (path.equals("/") && !seen.add(name)) {
            return links;
        }
        boolean swap = seen.size() % 2 == 0;
        List<String> found = new ArrayList<>();
        if (ALL || !swap) {
            found.addAll(Axe.faults(page, DESK, false));
        }
        if (ALL || swap) {
            found.addAll(Axe.faults(page, PHONE, true));
        }
        page.navigate(address + "en");
        if (ALL || !swap) {
            found.addAll(Axe.faults(page, PHONE, true));
        }
        if (ALL || swap) {
            found.addAll(Axe.faults(page, DESK, false));
        }
        if (!found.isEmpty()) {
            faults.put(name, found);
        }
        return links;
    }

    private static Set<String> links(Page page) {
        Set<String> found = new LinkedHashSet<>();
        Object all = page.evaluate(
                "[...document.querySelectorAll('a[href^=\"/\"]:not([hreflang])')].map(it => it.getAttribute('href'))");
        for (Object each : (List<?>) Objects.requireNonNull(all)) {
            found.add(each.toString().replaceFirst("#.*", ""));
        }
        return found;
    }

    /** The pattern of the address, and when all is looked at whether something is asked of it; empty for what is no page. */
    private static String shape(String path) {
        String[] parts = path.split("\\?", 2);
        PathContainer asked = PathContainer.parsePath(parts[0]);
        String pattern = SERVER.bean(Endpoints.class).all().keySet().stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> Objects.requireNonNull(each.getPathPatternsCondition()).getPatterns().stream())
                .filter(each -> each.matches(asked))
                .sorted()
                .findFirst()
                .map(Object::toString)
                .orElse(parts[0]);
        return isPage(pattern) ? pattern + (ALL && parts.length > 1 ? "?" : "") : "";
    }

    private static boolean isPage(String pattern) {
        return !pattern.startsWith("/api/") && !NO_PAGES.contains(pattern);
    }

    private static Set<String> pages() {
        Set<String> all = new TreeSet<>();
        SERVER.bean(Endpoints.class).all().keySet().forEach(each -> {
            if (each.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                each.getPatternValues().stream()
                        .filter(AccessibilityTest::isPage)
                        .forEach(all::add);
            }
        });
        return all;
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }
}
