package org.bihuan.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.console.Browser;
import org.bihuan.app.console.Touch;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A duty officer's morning in a real browser, on a desk and on a phone. */
@Tag("database")
class DeskPagesTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @BeforeAll
    static void night() throws InterruptedException {
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        city.get("/returns/units");
        city.post(
                "/returns/forms",
                Map.of(
                        "definition",
                        "id: daily\nzh: 每日报告\nen: Daily return\ndue: \"16:00\"\nfields:\n"
                                + "  - {id: ill, zh: 新增发热人数, en: People newly with fever, type: count}\n"));
        city.post(
                "/returns/forms",
                Map.of(
                        "definition",
                        "id: rooms\nzh: 隔离房间\nen: Rooms\ndue: \"16:00\"\nkinds: [医院]\nfields:\n"
                                + "  - {id: free, zh: 空余, en: Free, type: count}\n"));
        city.post(
                "/returns/units/block",
                Map.of(
                        "block",
                        "第一中学,学校,210302000000,教务处值班室,0412-5550001\n铁西区医院,医院,210303000000,总值班,0412-5550003\n"
                                + "立山区政府办,政府,210304000000,值班室,0412-5550004"));
        for (String[] turn : new String[][] {{"leader", "王建国"}, {"officer", "李晓梅"}}) {
            city.post(
                    "/shifts/turns",
                    Map.of(
                            "key",
                            UUID.randomUUID().toString(),
                            "place",
                            turn[0],
                            "person",
                            turn[1],
                            "phone",
                            "0412-5550100",
                            "from",
                            "2020-07-26T18:00",
                            "until",
                            "2020-07-27T12:00"));
        }
        city.post(
                "/shifts/log",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "kind", "telephone",
                        "fromWhom", "铁西区医院",
                        "body", "发热门诊收治三名发热病人，均有大连旅居史",
                        "done", "已报疾控，等待采样结果",
                        "open", "yes"));
        city.get("/directives/new");
        Map<String, String> directive = new java.util.HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "title", "落实集中隔离房间",
                "number", "鞍指办〔2020〕7号",
                "body", "各区县今晚22时前备好集中隔离房间30间，并回复联系人。",
                "needsAnswer", "yes",
                "deadline", "2020-07-26T22:00",
                "role", "district-headquarters"));
        for (String place : List.of("210302000000", "210303000000", "210304000000")) {
            directive.put("place", place);
            directive.put("key", UUID.randomUUID().toString());
            assertThat(city.post("/directives", directive).statusCode()).isEqualTo(302);
        }
        arrival("a1", "210302000000");
        arrival("a2", "210303000000");
        SERVER.bean(TimeMachine.class).moveTo(java.time.Instant.parse("2020-07-26T23:31:00Z"));
        for (int i = 0;
                i < 200
                        && SERVER.bean(Briefings.class).latest(50).stream()
                                .noneMatch(each -> each.day().toString().equals("2020-07-27")
                                        && each.division().toString().equals("210300000000"));
                i++) {
            Thread.sleep(50);
        }
    }

    @Test
    @Clause("S1-095")
    void theDutyOfficerBeginsAtTheDesk() {
        Page page = open(1440, "zh-CN", false);
        page.navigate(url("/"));
        assertThat(page.locator("h1").innerText()).contains("值班台");
        assertThat(page.locator("#desk").innerText()).contains("王建国", "李晓梅", "第一中学", "未阅", "超期");
        Locator missing = page.locator(".tile[href='/returns?state=missing'] b");
        assertThat(missing.innerText()).as("three of one kind, one of another").isEqualTo("4");
        shot(page, "desk-zh");
        page.locator(".tile[href='/returns?state=missing']").click();
        assertThat(page.locator("tbody tr:not(.section)").count()).isEqualTo(4);
        shot(page, "returns-zh");
        Page dark = open(1440, "en", true);
        dark.navigate(url("/desk"));
        assertThat(dark.locator("#desk").innerText()).contains("Duty desk", "not read", "late 7 h");
        shot(dark, "desk-en-dark");
        dark.navigate(url("/home"));
        assertThat(dark.locator("h1").innerText()).contains("How things stand");
    }

    @Test
    void everybodyBeginsWithWhatTheyAreThereFor() {
        assertThat(first("headquarters", "210300000000")).contains("值班台");
        assertThat(first("checkpoint", "210302000000")).contains("卡口登记台");
        assertThat(first("community", "210302000000")).isEqualTo("任务");
        assertThat(first("leader", "210300000000")).isEqualTo("现在怎么样");
    }

    private static String first(String role, String region) {
        String page = Visitor.as(SERVER, role, region).get("/").body();
        return page.replaceFirst("(?s).*?<h1>([^<]*).*", "$1").strip();
    }

    @Test
    void everyFigureOfTheDeskIsTheLengthOfItsList() {
        Page page = open(1440, "en", false);
        page.navigate(url("/desk"));
        int soon = Integer.parseInt(page.locator(".tile[href='/desk/soon'] b").innerText());
        int late = Integer.parseInt(
                page.locator(".tile[href='/duties?state=late'] b").innerText());
        int waiting =
                Integer.parseInt(page.locator(".tile[href='/desk#waiting'] b").innerText());
        assertThat(page.locator("#waiting li").count()).isEqualTo(waiting).isEqualTo(3);
        page.navigate(url("/desk/soon"));
        assertThat(page.locator("tr[data-duty]").count()).isEqualTo(soon);
        page.navigate(url("/duties?state=late"));
        assertThat(page.locator("tr[data-duty]").count()).isEqualTo(late).isPositive();
    }

    @Test
    void whatIsDueWithinTheHourIsReadToItsEnd() {
        DutyLists lists = SERVER.bean(DutyLists.class);
        org.bihuan.app.authority.Asking.asMachine(() -> {
            java.time.Instant now = SERVER.bean(Clock.class).instant();
            List<org.bihuan.app.duties.DutyView> all = lists.soon(now, java.util.Optional.empty(), 500);
            List<java.util.UUID> read = new java.util.ArrayList<>();
            java.util.Optional<org.bihuan.app.duties.DutyQuery.Position> after = java.util.Optional.empty();
            List<org.bihuan.app.duties.DutyView> part = lists.soon(now, after, 1);
            while (!part.isEmpty()) {
                read.add(part.getFirst().id());
                String address = org.bihuan.app.duties.DutyQuery.Position.of(part.getLast())
                        .toString();
                part = lists.soon(now, org.bihuan.app.duties.DutyQuery.Position.parse(address), 1);
            }
            assertThat(read)
                    .containsExactlyElementsOf(
                            all.stream().map(each -> each.id()).toList());
        });
    }

    @Test
    void aPartOfTheCityShowsAsManyLateDutiesAsItsList() {
        Page page = open(1440, "zh-CN", false);
        page.navigate(url("/desk"));
        assertThat(page.locator("#where h2").innerText()).isEqualTo("超期任务集中在哪里？");
        List<String[]> tiles = page.locator("#where .map-tiles a").all().stream()
                .map(each -> new String[] {
                    each.getAttribute("href"), each.locator("b").innerText()
                })
                .toList();
        assertThat(tiles).hasSizeGreaterThan(3);
        for (String[] tile : tiles) {
            page.navigate(url(tile[0]));
            assertThat(page.locator("tr[data-duty]").count()).as(tile[0]).isEqualTo(Integer.parseInt(tile[1]));
        }
    }

    @Test
    @Tag("once")
    @Clause("S1-109")
    void theBriefingPrintsOnOnePage() {
        Page page = open(1440, "zh-CN", false);
        page.navigate(url("/briefings"));
        assertThat(page.locator(".briefing").innerText()).contains("疫情防控晨报", "超期任务", "铁东区");
        assertThat(page.locator("#paste").inputValue()).contains("超期任务：");
        shot(page, "briefing-zh");
        byte[] paper = page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("12mm")
                        .setBottom("12mm")
                        .setLeft("12mm")
                        .setRight("12mm")));
        String pdf = new String(paper, StandardCharsets.ISO_8859_1);
        assertThat(pdf.split("/Type\\s*/Page[^s]", -1)).as("pages").hasSize(2);
        page.locator(".figure").first().click();
        assertThat(page.locator("main").innerText()).contains("已固定");
        Page english = open(1440, "en", false);
        english.navigate(url("/briefings"));
        assertThat(english.locator(".briefing").innerText()).contains("Late duties", "not known");
        shot(english, "briefing-en");
    }

    @Test
    @Tag("once")
    void everyPageFitsAPhone() {
        for (String language : List.of("zh-CN", "en")) {
            Page page = open(390, language, false);
            for (String path : List.of(
                    "/", "/briefings", "/returns", "/returns/units", "/shifts", "/directives", "/directives/new")) {
                page.navigate(url(path));
                shot(page, "phone" + path.replace('/', '-') + "-" + language);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " " + language)
                        .isEqualTo(390);
                Touch.assertLargeEnough(page);
            }
            page.navigate(url("/directives"));
            page.locator("main table a").first().click();
            shot(page, "phone-directive-" + language);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        }
    }

    @Test
    @Tag("once")
    void theOtherPagesOnABigScreen() {
        for (String language : List.of("zh-CN", "en")) {
            Page page = open(1440, language, false);
            for (String path : List.of("/shifts", "/directives", "/directives/new", "/returns/units")) {
                page.navigate(url(path));
                assertThat(page.locator("h1").count()).isEqualTo(1);
                shot(page, "wide" + path.replace('/', '-') + "-" + language);
            }
            page.navigate(url("/directives"));
            page.locator("main table a").first().click();
            assertThat(page.locator("#receipts tbody tr").count()).isEqualTo(1);
            shot(page, "wide-directive-" + language);
        }
    }

    private static void arrival(String person, String division) {
        SERVER.bean(Facts.class)
                .append(
                        List.of(new RawFact(
                                "desk-test",
                                person,
                                "arrival",
                                1,
                                null,
                                null,
                                0,
                                0,
                                null,
                                List.of(new FactSubject("person", new SubjectId("person", person))),
                                division,
                                Map.of(
                                        "arrivedAt", "2020-07-26T15:30+08:00",
                                        "origin", "210202000000",
                                        "originRisk", "low",
                                        "destination", division,
                                        "registeredAt", "2020-07-26T16:00+08:00"))),
                        SERVER.bean(Rules.class).reader(),
                        SERVER.bean(Clock.class).instant());
    }

    private static Page open(int width, String language, boolean dark) {
        return BROWSER.open(SERVER, width, 900, language, dark, true);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static void shot(Page page, String name) {
        Path file = Path.of("target", "screenshots", "command", name + ".png");
        try {
            Files.createDirectories(file.getParent());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
