package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.console.Browser;
import org.bihuan.app.console.Touch;
import org.bihuan.app.site.Axe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of arrivals in a real browser, at a desk and on a phone. */
@Tag("database")
@Tag("once")
class ArrivalsPagesTest {
    private static final String TO = "210302000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @BeforeAll
    static void morning() {
        Checkpoint test = new Checkpoint(SERVER);
        test.declare(Checkpoint.declaration(
                "2020-07-26T13:00", TO, "plate", "辽B90001", "name1", "钱丽", "phone1", "13900005678", "name2", "孙强"));
        test.declare(Checkpoint.declaration("2020-07-26T16:00", TO, "name", "周芳", "phone", "13900001357"));
        test.declare(Checkpoint.declaration("2020-07-26T02:00", TO, "name", "郑红", "phone", "13900009753"));
        Visitor officer = Visitor.as(SERVER, "checkpoint", TO);
        officer.get("/arrivals/desk");
        officer.post("/arrivals/desk/queue", Checkpoint.form("plate", "辽B90001"));
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(9));
        officer.post("/arrivals/desk/queue", Checkpoint.form("plate", "辽C10010"));
        for (String[] each :
                new String[][] {{"辽A80001", "low", "韩一"}, {"辽A80002", "medium", "杨二"}, {"京A80003", "", "朱三"}}) {
            officer.post(
                    "/arrivals/desk/stops",
                    Checkpoint.form(
                            "plate",
                            each[0],
                            "origin",
                            "210211000000",
                            "destination",
                            TO,
                            "risk",
                            each[1],
                            "name1",
                            each[2],
                            "occupants",
                            "3",
                            "waited",
                            "6",
                            "sticker",
                            "铁东-" + each[0].substring(5)));
        }
        officer.post(
                "/arrivals/desk/stops",
                Checkpoint.form("plate", "吉A80004", "class", "transit", "name1", "秦路", "occupants", "2"));
        test.settle();
        officer.get("/arrivals/handovers");
        officer.post(
                "/arrivals/handovers",
                Checkpoint.form(
                        "journey",
                        SERVER.bean(HandOvers.class)
                                .here(test.now())
                                .getFirst()
                                .id()
                                .toString()));
        test.settle();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "arrivals", name + ".png"))
                .setFullPage(true));
    }

    private static void isNotWide(Page page) {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue())
                .as("nothing to scroll sideways")
                .isLessThanOrEqualTo(0);
    }

    @Test
    void anOfficerDealsWithACarByTheKeyboard() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate(url("/arrivals/desk"));
        assertThat(page.locator("#queue").innerText()).contains("辽B90001", "辽C10010", "过境中");
        page.locator("input[name=find]").first().fill("辽B90001");
        page.keyboard().press("Enter");
        Locator expected = page.locator(".expected");
        expected.first().waitFor();
        assertThat(expected.count()).isEqualTo(3);
        shot(page, "desk-zh");
        page.locator("#queue li:has-text('辽B90001') a").click();
        assertThat(page.locator("input[name=plate]").first().inputValue()).isEqualTo("辽B90001");
        page.locator("input[name=occupants]").fill("3");
        page.locator("input[name=occupants]").press("Enter");
        page.locator("#done").waitFor();
        assertThat(page.locator("#done").innerText()).contains("赵明", "钱丽", "孙强");
        shot(page, "done-zh");
    }

    @Test
    void theFunnelLeadsToItsLists() {
        Page page = BROWSER.open(SERVER, 1440, 1000, "zh-CN", false, true);
        page.navigate(url("/arrivals"));
        shot(page, "funnel-zh");
        String lost = page.locator(".funnel-gap a.state-late b").first().innerText();
        page.locator(".funnel-gap a.state-late").first().click();
        assertThat(page.locator("tbody tr").count()).isEqualTo(Integer.parseInt(lost));
        shot(page, "list-zh");
        Page english = BROWSER.open(SERVER, 1440, 1000, "en", true, true);
        english.navigate(url("/arrivals"));
        assertThat(english.locator("main").innerText()).contains("How far have they come?", "Handed over");
        shot(english, "funnel-en-dark");
        english.navigate(url("/arrivals/desk"));
        shot(english, "desk-en-dark");
    }

    @Test
    void everyPageFitsAPhone() {
        Page page = BROWSER.open(SERVER, 390, 844, "zh-CN", false, true);
        for (String path : new String[] {
            "/arrivals", "/arrivals/desk?find=1357", "/arrivals/handovers", "/arrivals/list", "/declare"
        }) {
            page.navigate(url(path));
            shot(page, "phone" + path.replaceAll("[^a-z]", "-"));
            isNotWide(page);
            Touch.assertLargeEnough(page);
        }
        page.navigate(url("/arrivals/handovers"));
        assertThat(page.locator("main").innerText()).contains("等待交出", "签收");
    }

    @Test
    void aTravellerDeclaresInEnglishOnAPhone() {
        Page page = BROWSER.open(390, 844, "en", false, true);
        page.navigate(url("/declare"));
        Map.of(
                        "name", "Li Hua",
                        "phone", "13900007070",
                        "origin", "210211000000",
                        "journeyAt", "2020-07-27T08:00",
                        "expectedAt", "2020-07-27T14:00",
                        "route", "train G1228",
                        "testHistory", "none")
                .forEach((name, value) -> page.locator("[name=" + name + "]").fill(value));
        page.locator("[name=destination]").selectOption(TO);
        page.locator("[name=transport]").selectOption("train");
        page.locator("[name=health][value=well]").check();
        shot(page, "declare-en-phone");
        page.locator("form.declare button").click();
        assertThat(page.locator("h1").innerText()).contains("Receipt");
        assertThat(page.locator("svg.qr").isVisible()).isTrue();
        shot(page, "receipt-en-phone");
        Axe.assertForEverybody(page);
        isNotWide(page);
    }

    @Test
    void aClaimedDocumentIsComparedInOneTap() {
        String document = "11010519491231002X";
        new Checkpoint(SERVER)
                .declare(Checkpoint.declaration(
                        "2020-07-26T13:00", TO, "name", "周芳", "phone", "13900002468", "document", document));
        Visitor officer = Visitor.as(SERVER, "checkpoint", TO);
        officer.get("/arrivals/desk");
        String done = Checkpoint.path(officer.post(
                "/arrivals/desk/stops",
                Checkpoint.form(
                        "plate",
                        "辽B90007",
                        "origin",
                        "210211000000",
                        "destination",
                        TO,
                        "name1",
                        "周芳",
                        "document1",
                        document)));
        Page wide = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        wide.navigate(url(done));
        shot(wide, "claim-zh");
        Page phone = BROWSER.open(SERVER, 390, 844, "en", true, true);
        phone.navigate(url(done));
        assertThat(phone.locator(".claim").innerText()).contains("2468", "compared");
        shot(phone, "claim-en-phone-dark");
        isNotWide(phone);
        phone.locator(".claim button").click();
        assertThat(phone.locator("#done").innerText()).contains("周芳");
        assertThat(phone.locator(".claim").count()).isZero();
    }
}
