package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages in a real browser: an arrival becomes a line of the worklist, and evidence takes it off. */
@Tag("database")
@Tag("once")
class PagesTest {
    private static final String START = "2020-07-26T12:00:00Z";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=" + START, "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void anArrivalBecomesALineAndEvidenceTakesItOff() {
        arrival("a1", "张三");
        Page page = page("zh-CN", 1280);
        page.navigate(url("/duties?kind=nucleic-acid-test&division=210302000000"));
        Locator line = page.locator("tr", new Page.LocatorOptions().setHasText("张三"));
        assertThat(line.innerText()).contains("立即核酸检测", "还有", "社区");
        line.locator(".cell-act a").first().click();
        page.locator("#evidence-result").selectOption("negative");
        page.locator("form[action$='/evidence'] button").click();
        page.waitForURL("**/duties?*done=met*");
        assertThat(page.url()).contains("kind=nucleic-acid-test", "division=210302000000");
        assertThat(page.locator(".notice").innerText()).contains("任务完成");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("张三"))
                        .count())
                .isZero();
        assertThat(facts("a1", "test")).isEqualTo(1);
    }

    @Test
    void aDoubleClickRecordsOneFact() {
        arrival("a2", "李四");
        Page page = page("en", 1280);
        page.navigate(url("/duties"));
        page.locator("tr", new Page.LocatorOptions().setHasText("李四"))
                .locator(".cell-act a")
                .first()
                .click();
        page.locator("#attempt-result").selectOption("nobody-home");
        String form = page.locator("form[action$='/attempt']").getAttribute("action");
        Map<String, String> fields = fields(page, "form[action$='/attempt']");
        assertThat(form).contains("/attempt");
        page.locator("form[action$='/attempt'] button").click();
        page.waitForURL("**done=recorded*");
        assertThat(facts("a2", "duty-attempt")).isEqualTo(1);
        // The same form a second time, as a hasty second click sends it.
        var second = page.request()
                .post(
                        url(form),
                        com.microsoft.playwright.options.RequestOptions.create().setForm(form(fields)));
        assertThat(second.status()).isEqualTo(200);
        assertThat(facts("a2", "duty-attempt")).isEqualTo(1);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("李四"))
                        .first()
                        .innerText())
                .contains("nobody home");
    }

    @Test
    void aSlipOfTheFingerIsTakenBack() {
        arrival("a10", "吴九");
        Page page = page("zh-CN", 390);
        page.navigate(url("/duties"));
        page.locator("tr", new Page.LocatorOptions().setHasText("吴九"))
                .locator(".cell-act a")
                .first()
                .click();
        page.locator("#attempt-result").selectOption("nobody-home");
        page.locator("form[action$='/attempt'] button").click();
        assertThat(page.locator(".done").innerText()).contains("已记录", "撤回");
        page.locator(".done button").click();
        assertThat(page.locator(".done").innerText()).contains("已撤回").doesNotContain("↶");
        assertThat(page.url()).doesNotContain("undo=");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("吴九"))
                        .first()
                        .innerText())
                .doesNotContain("家中无人");
        assertThat(facts("a10", "duty-attempt")).as("both stay in the record").isEqualTo(1);
        assertThat(facts("a10", "retraction")).isEqualTo(1);
        page.navigate(url("/subjects/person/a10"));
        page.locator(".cell-act a:has-text('办理')").first().click();
        page.locator("#evidence-result").selectOption("negative");
        page.locator("form[action$='/evidence'] button").click();
        assertThat(page.url()).contains("/subjects/person/a10");
        page.locator(".done button").click();
        assertThat(page.locator(".done").innerText()).contains("已撤回");
        assertThat(page.locator("main .cell-act a:has-text('办理')").count()).isPositive();
    }

    @Test
    void aWrongFieldKeepsWhatWasTyped() {
        arrival("a3", "王五");
        Page page = page("en", 1280);
        page.navigate(url("/duties"));
        page.locator("tr", new Page.LocatorOptions().setHasText("王五"))
                .locator(".cell-act a")
                .first()
                .click();
        page.locator("#evidence-result").selectOption("negative");
        page.locator("#evidence-sampledAt").fill("2030-01-01T08:00");
        page.locator("form[action$='/evidence'] button").click();
        assertThat(page.locator(".wrong").innerText())
                .contains("Sampled at", "2030-01-01", "lies after the present moment");
        assertThat(page.locator("#evidence-sampledAt").inputValue()).isEqualTo("2030-01-01T08:00");
        assertThat(page.locator("#evidence-result").inputValue()).isEqualTo("negative");
        assertThat(facts("a3", "test")).isZero();
    }

    @Test
    void worksWithoutScripts() {
        arrival("a4", "赵六");
        Page page = open(1280, "zh-CN", false);
        search(page, "a4");
        assertThat(page.url()).endsWith("/subjects/person/a4");
        assertThat(page.locator("h1").innerText()).contains("赵六");
        assertThat(page.locator(".why").count()).isEqualTo(1);
        page.locator(".cell-act a").first().click();
        page.locator("#evidence-result").selectOption("negative");
        page.locator("form[action$='/evidence'] button").click();
        assertThat(page.url()).contains("done=met");
    }

    @Test
    void aScriptInANameIsText() {
        arrival("a5", "<script>document.title='owned'</script><img src=x onerror=alert(1)>");
        List<String> faults = new ArrayList<>();
        Page page = page("en", 1280);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        for (String path : List.of("/", "/duties", "/subjects/person/a5", "/measures", "/search")) {
            page.navigate(url(path));
            if (path.equals("/search")) {
                search(page, "<script>document.title='owned'</script>");
            }
            assertThat(page.title()).isNotEqualTo("owned").endsWith("· Bihuan");
            assertThat(page.locator("main img").count()).isZero();
        }
        page.navigate(url("/subjects/person/a5"));
        assertThat(page.locator("h1").innerText()).contains("<script>");
        assertThat(faults).as("the content security policy and the pages agree").isEmpty();
    }

    @Test
    void nothingScrollsSidewaysOnASmallPhone() {
        arrival("a6", "一个名字很长很长很长很长很长很长很长很长很长很长的人AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        for (String language : List.of("zh-CN", "en")) {
            Page page = page(language, 360);
            for (String path : List.of(
                    "/",
                    "/duties",
                    "/measures",
                    "/search",
                    "/audit",
                    "/subjects/person/a6",
                    "/subjects/region/210302000000")) {
                page.navigate(url(path));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360);
            }
        }
    }

    @Test
    void whoLookedAtAPersonStandsOnTheirPage() {
        arrival("a8", "周八");
        Page page = page("zh-CN", 1280);
        page.navigate(url("/duties"));
        page.navigate(url("/subjects/person/a8"));
        assertThat(page.locator("#who-looked").innerText()).contains("谁看过", "任务清单", "个人页面", "key:test");
        Page english = officer("en", 1280);
        english.navigate(url("/audit?user=key:test"));
        assertThat(english.locator("#readings").innerText()).contains("viewed · page of the person", "person:a8");
        assertThat(english.locator("body").innerText()).doesNotContain("周八");
        shot(page, "person-who-looked-zh");
        english.locator("#chain .btn").click();
        assertThat(english.locator("#chain .notice").innerText()).contains("The chain is intact");
        shot(english, "audit-en");
        Page phone = officer("zh-CN", 390);
        phone.navigate(url("/audit"));
        shot(phone, "audit-zh-phone");
    }

    @Test
    void anAlarmIsLookedInto() {
        List<Looked> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(Looked.at("person:many" + i));
        }
        SERVER.bean(Audit.class)
                .record(
                        org.bihuan.app.audit.Reader.named("curious"),
                        "没有说",
                        Action.EXPORT,
                        many,
                        "",
                        SERVER.bean(Clock.class).instant());
        Page page = officer("zh-CN", 1280);
        Locator alarm = page.locator("#alarms article", new Page.LocatorOptions().setHasText("一次查看很多人"));
        for (int i = 0; i < 100 && alarm.count() == 0; i++) { // the thread that seals comes by once a second
            page.navigate(url("/audit"));
        }
        assertThat(alarm.first().innerText()).contains("curious", "501", "没有说");
        shot(page, "audit-zh");
        alarm.first().locator("[name=finding]").fill("已与本人核实");
        alarm.first().locator("button").click();
        assertThat(page.locator("#alarms").innerText()).contains("✓ officer: 已与本人核实");
    }

    /** What is looked for stands neither in the address nor in what the next page is told of this one. */
    private static void search(Page page, String text) {
        page.navigate(url("/search?q=" + "nobody"));
        assertThat(page.locator("main [name=q]").inputValue()).isEmpty();
        page.locator("main [name=q]").fill(text);
        page.locator("main form button").click();
        assertThat(page.url()).doesNotContain("q=");
    }

    @Test
    void aPersonIsFoundByAPartOfTheirName() {
        arrival("a9", "诸葛钱塘");
        Page page = page("zh-CN", 1280);
        search(page, "葛钱");
        assertThat(page.url()).endsWith("/subjects/person/a9");
        assertThat(page.locator("h1").innerText()).contains("诸葛钱塘");
    }

    @Test
    void aFigureIsTheLengthOfItsList() {
        arrival("a7", "孙七");
        Page page = page("en", 1280);
        page.navigate(url("/"));
        int open = Integer.parseInt(
                page.locator(".tile[href='/duties?state=open'] b").innerText());
        page.navigate(url("/duties?state=open"));
        int rows = 0;
        while (true) {
            rows += page.locator("tr[data-duty]").count();
            if (page.locator("a[rel=next]").count() == 0) {
                break;
            }
            page.locator("a[rel=next]").click();
            page.waitForLoadState();
        }
        assertThat(rows).isEqualTo(open).isPositive();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** A window of the security officer, who alone sees who read what. */
    private static Page officer(String language, int width) {
        if (SERVER.bean(Accounts.class).findByLogin("officer").isEmpty()) {
            Visitor.add(SERVER, "officer", "security-officer", "210300000000");
        }
        Page page = BROWSER.open(width, 800, language, false, true);
        page.navigate(url("/login"));
        page.locator("#login").fill("officer");
        page.locator("#password").fill(Visitor.PASSWORD);
        page.locator(".login button").first().click();
        page.locator(".who").waitFor();
        return page;
    }

    private static Page page(String language, int width) {
        return open(width, language, true);
    }

    private static Page open(int width, String language, boolean scripts) {
        Page page = BROWSER.open(width, 800, language, false, scripts);
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + SERVER.key()));
        return page;
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> fields(Page page, String form) {
        return (Map<String, String>)
                page.locator(form).evaluate("form => Object.fromEntries(new FormData(form).entries())");
    }

    private static com.microsoft.playwright.options.FormData form(Map<String, String> fields) {
        var data = com.microsoft.playwright.options.FormData.create();
        fields.forEach(data::set);
        return data;
    }

    private static long facts(String person, String kind) {
        SubjectId subject = new SubjectId("person", person);
        return Objects.requireNonNull(SERVER.bean(Facts.class)
                        .read(Map.of(subject, List.of(subject)))
                        .get(subject))
                .facts()
                .stream()
                .filter(fact -> fact.kind().equals(kind))
                .count();
    }

    /** A traveller who owes a test at once, known to the lists when this returns. */
    private static void arrival(String person, String name) {
        SubjectId subject = new SubjectId("person", person);
        Map<String, Object> arrival = new LinkedHashMap<>();
        arrival.put("arrivedAt", "2020-07-26T15:30+08:00");
        arrival.put("origin", "210202000000");
        arrival.put("originRisk", "low");
        arrival.put("destination", "210302000000");
        arrival.put("registeredAt", "2020-07-26T16:00+08:00");
        SERVER.bean(Facts.class)
                .append(
                        List.of(fact(subject, "arrival", arrival), fact(subject, "person", Map.of("name", name))),
                        SERVER.bean(Rules.class).reader(),
                        SERVER.bean(Clock.class).instant());
        SERVER.bean(Settling.class).await(subject);
        assertThat(SERVER.bean(Duties.class)
                        .findSubject(subject, SERVER.bean(Clock.class).instant()))
                .isPresent();
    }

    private static RawFact fact(SubjectId subject, String kind, Map<String, Object> payload) {
        return new RawFact(
                "pages-test",
                subject.id() + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", subject)),
                null,
                payload);
    }
}
