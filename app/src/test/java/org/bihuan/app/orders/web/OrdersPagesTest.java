package org.bihuan.app.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.orders.WaitingApprovals;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.app.site.Axe;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a draft to everybody judged by it, through the pages. */
@Tag("database")
@Tag("once")
class OrdersPagesTest {
    private static final Path SHOTS = Path.of("target", "screens");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-27T04:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    @BeforeAll
    static void peopleArrive() throws InterruptedException {
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SubjectId person = new SubjectId("person", "p" + i);
            facts.add(new RawFact(
                    "test",
                    "a" + i,
                    "arrival",
                    1,
                    null,
                    null,
                    0,
                    0,
                    null,
                    List.of(new FactSubject("person", person)),
                    null,
                    Map.of(
                            "arrivedAt",
                            "2020-07-2" + (3 + i % 3) + "T10:00+08:00",
                            "origin",
                            "210202000000",
                            "originRisk",
                            i % 4 == 0 ? "low" : "medium",
                            "destination",
                            i % 3 == 0 ? "210303000000" : "210302000000")));
        }
        Clock clock = SERVER.bean(Clock.class);
        Asking.asMachine(() ->
                SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), clock.instant()));
        Duties duties = SERVER.bean(Duties.class);
        for (int i = 0; i < 600 && duties.lag(clock.instant()).marks() > 0; i++) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static Path pack(int days, String transition) {
        Path pack =
                TestPacks.copy("anshan-2020", folder.resolve(UUID.randomUUID().toString()));
        TestPacks.replace(pack, "pack.yaml", "version: \"1\"", "version: \"1." + days + "\"");
        TestPacks.replace(pack, "pack.yaml", "transition: review", "transition: " + transition);
        return TestPacks.with(pack, "central-isolation-days", days);
    }

    private static byte[] zip(Path pack) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (var each : PackFiles.ofFolder(pack).files().entrySet()) {
                zip.putNextEntry(new ZipEntry("draft/" + each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static Page page(int width, String language, boolean dark) {
        return BROWSER.open(SERVER, width, 900, language, dark, true);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    @Test
    void aDraftIsSentComparedProposedApprovedAndCarriedThrough() throws Exception {
        Page page = page(1440, "zh-CN", false);
        page.navigate(url("/orders"));
        page.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload(
                        "draft.zip", "application/zip", zip(pack(21, "recompute"))));
        page.click("main form[enctype] button");
        assertThat(page.locator("main .notice").textContent()).contains("检查通过");
        shot(page, "orders-draft-zh");
        String hash = page.url().substring(page.url().indexOf("version=") + 8);
        Versions versions = SERVER.bean(Versions.class);
        String active = versions.list("anshan-2020").stream()
                .filter(each -> each.state() == PackVersion.State.ACTIVE)
                .findFirst()
                .orElseThrow()
                .hash();
        page.navigate(url("/orders/anshan-2020/compare?from=" + active + "&to=" + hash));
        assertThat(page.locator(".compared tbody").allTextContents())
                .as("what differs, in the reader's words")
                .hasSize(2)
                .anyMatch(row -> row.contains("版本") && row.contains("维持原判，逐人复核") && row.contains("批准后改判"))
                .anyMatch(row -> row.contains("集中医学观察天数") && row.contains("14 天") && row.contains("21 天"))
                .noneMatch(row -> row.contains("HIGHER") || row.contains("Days of central"));
        shot(page, "orders-compare-zh");
        Axe.assertForEverybody(page);

        page.navigate(url("/orders/anshan-2020?version=" + hash));
        page.locator("form[action='/proposals'] input[name=reason]").first().fill("延长到21天");
        page.locator("form[action='/proposals'] button").first().click();
        page.locator("text=待批准").first().waitFor();
        assertThat(page.locator("main table").first().textContent())
                .contains("集中医学观察 14 天")
                .contains("集中医学观察 21 天")
                .contains("铁东区");
        assertThat(page.locator(".counts").textContent()).contains("45");
        assertThat(page.locator("form[action$='/approve']").count())
                .as("the author is not offered to approve")
                .isZero();
        shot(page, "rejudge-preview-zh");
        Axe.assertForEverybody(page);
        UUID id = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
        Page english = page(390, "en", true);
        english.navigate(url("/proposals/" + id));
        assertThat(english.locator("main").textContent())
                .contains("Central isolation")
                .contains("Approvals 0 of 2");
        shot(english, "rejudge-preview-en-phone-dark");
        page.click("text=查看人员 >> nth=0");
        assertThat(page.locator("#people").count()).isOne();
        Axe.assertForEverybody(page);
        assertThat(SERVER.database()
                        .jdbcOfOwner()
                        .sql("select count(*) from audit.entry where purpose = 'rejudgement'")
                        .query(Long.class)
                        .single())
                .isOne();

        Proposals proposals = SERVER.bean(Proposals.class);
        Proposal shown = proposals.find(id).orElseThrow();
        String preview = String.valueOf(shown.previewHash());
        WaitingApprovals waiting = SERVER.bean(WaitingApprovals.class);
        assertThat(waiting.count("li")).as("it waits for others").isOne();
        assertThat(waiting.count(shown.by())).as("not for its author").isZero();
        proposals.approve(id, preview, "li");
        assertThat(waiting.count("li")).as("who has approved is done").isZero();
        assertThat(waiting.count("zhao")).isOne();
        proposals.approve(id, preview, "zhao");
        page.navigate(url("/proposals/" + id));
        page.locator("text=已完成").first().waitFor();
        shot(page, "rejudge-done-zh");
        String csv = page.request().get(url("/proposals/" + id + "/result")).text();
        assertThat(csv.lines())
                .hasSize(46)
                .anyMatch(line -> line.contains("central-isolation/14,central-isolation/21"));

        page.navigate(url("/orders/anshan-2020"));
        assertThat(page.locator("main").textContent()).contains("使之生效");
        assertThat(page.locator("main table").allTextContents().toString())
                .contains("来自大连市", "来源地风险", "大连市")
                .doesNotContain("From a medium", "origin_risk", "210200000000")
                .as("what the clauses demand stands beside the rule")
                .contains("来自大连中高风险地区的，一律集中医学观察14天");
        assertThat(page.locator("main table td > div").allTextContents())
                .as("what a row leads to, in words")
                .contains("集中医学观察")
                .noneMatch(each -> each.matches("[a-z0-9-]+"));
        shot(page, "orders-order-zh");
        Page phone = page(390, "zh-CN", false);
        phone.navigate(url("/orders/anshan-2020"));
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(392);
        shot(phone, "orders-order-zh-phone");
        phone.navigate(url("/orders"));
        shot(phone, "orders-zh-phone");
        Page desk = page(1440, "en", false);
        desk.navigate(url("/orders/anshan-2020"));
        shot(desk, "orders-order-en");
    }

    @Test
    void aFileThatIsNoPackIsRefusedInWords() {
        Page page = page(1440, "en", false);
        page.navigate(url("/orders"));
        page.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload("x.zip", "application/zip", new byte[] {1, 2, 3}));
        page.click("main form[enctype] button");
        assertThat(page.locator("[role=alert]").textContent()).contains("x.zip is not a zip of a pack");
    }

    @Test
    void aWrongDraftOfTheParametersSaysWhat() {
        SERVER.bean(Versions.class)
                .draft(
                        PackFiles.ofFolder(pack(22, "keep")),
                        SharedFiles.filesOf(TestPacks.home()),
                        SERVER.bean(Clock.class).instant(),
                        "drafter",
                        "");
        Page page = page(1440, "en", false);
        page.navigate(url("/orders/anshan-2020"));
        page.click("summary:has-text('Draft a new version')");
        page.fill("#parameters-text", "format: 1\nparameters:\n  x: {unit: apples}\n");
        page.click("form[action$='/drafts'] button");
        assertThat(page.locator("[role=alert]").first().textContent()).contains("unit");
        assertThat(page.inputValue("#parameters-text"))
                .as("what was typed stays")
                .contains("unit: apples");
    }

    @Test
    void aDraftThatBreaksAPromiseSaysWhichAndHowToMendIt() {
        String whole = SERVER.bean(Versions.class).list("anshan-2020").stream()
                .filter(each -> each.version().equals("1"))
                .findFirst()
                .orElseThrow()
                .hash();
        Page page = page(1440, "zh-CN", false);
        page.navigate(url("/orders/anshan-2020?version=" + whole));
        page.click("summary:has-text('起草新版本')");
        String text = page.inputValue("#parameters-text");
        String changed = text.replaceFirst("(?s)(\n  central-isolation-days:\n.*?\n    value: )14\n", "$1" + "20\n");
        assertThat(changed).isNotEqualTo(text);
        page.fill("#parameters-text", changed);
        page.click("form[action$='/drafts'] button");
        Locator wrong = page.locator(".wrong[role=alert]");
        assertThat(wrong.innerText()).contains("个场景不成立", "承诺它的场景也要一并改").doesNotContain("fails");
        if (page.locator("#edit").getAttribute("open") == null) {
            page.click("#edit > summary");
        }
        page.selectOption("#edit select[name=file]", "scenarios/" + scenarioFile());
        page.click("#edit form[method=get] button");
        page.waitForURL("**file=scenarios*");
        assertThat(page.inputValue("#parameters-text")).contains("scenarios:");
        assertThat(page.locator("#edit").getAttribute("open")).isNotNull();
    }

    private static String scenarioFile() {
        return PackFiles.ofFolder(TestPacks.home().resolve("anshan-2020")).files().keySet().stream()
                .filter(each -> each.startsWith("scenarios/"))
                .findFirst()
                .orElseThrow()
                .substring("scenarios/".length());
    }
}
