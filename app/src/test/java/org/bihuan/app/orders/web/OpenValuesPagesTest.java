package org.bihuan.app.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.orders.ValueProposal;
import org.bihuan.app.orders.ValueProposals;
import org.bihuan.app.orders.WaitingApprovals;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.app.site.Axe;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The city plan, whose text leaves eight values open, is filled on its page, put into force and judges somebody. */
@Tag("database")
@Tag("once")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class OpenValuesPagesTest {
    private static final Path SHOTS = Path.of("target", "screens");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-05-20T04:00:00Z", "--bihuan.active-packs=");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static void agree(ValueProposal wish) {
        SERVER.bean(ValueProposals.class).approve(wish.id(), "li");
        SERVER.bean(ValueProposals.class).approve(wish.id(), "zhao");
    }

    @Test
    void theCityPlanIsFilledPutIntoForceAndJudges() throws Exception {
        Clock clock = SERVER.bean(Clock.class);
        PackVersion plan = SERVER.bean(Versions.class)
                .draft(
                        PackFiles.ofFolder(TestPacks.home().resolve("city-plan")),
                        SharedFiles.filesOf(TestPacks.home()),
                        clock.instant(),
                        "drafter",
                        "");
        Page page = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        page.navigate(url("/orders/city-plan?version=" + plan.hash()));
        page.click("text=有 8 个值文中未定");
        assertThat(page.locator("h1").textContent()).contains("8 个值，其中 8 个尚未设定");
        page.selectOption("#parameter", "central-isolation-days");
        page.fill("#value", "两周");
        page.fill("#why", "市指挥部会议");
        page.click("form[action$='/open-values'] button");
        assertThat(page.locator("[role=alert]").textContent()).contains("central-isolation-days=两周：须为不小于 0");
        page.selectOption("#parameter", "central-isolation-days");
        page.fill("#value", "14");
        page.fill("#why", "市指挥部会议");
        page.click("form[action$='/open-values'] button");
        page.locator("text=待批准").first().waitFor();
        assertThat(page.locator("form[action$='/approve']").count())
                .as("the author is not offered to approve")
                .isZero();
        shot(page, "open-values-zh");
        ValueProposals values = SERVER.bean(ValueProposals.class);
        ValueProposal wish = values.list("city-plan").getFirst();
        WaitingApprovals waiting = SERVER.bean(WaitingApprovals.class);
        assertThat(waiting.ordersOfValues("li")).containsExactly("city-plan");
        assertThat(waiting.ordersOfValues(wish.by())).isEmpty();
        assertThat(page.request()
                        .post(
                                url("/open-values/" + wish.id() + "/approve"),
                                com.microsoft.playwright.options.RequestOptions.create())
                        .status())
                .as("nor without the form's token")
                .isGreaterThanOrEqualTo(400);
        agree(wish);
        Map.of(
                        "release-test-schedule", "1,7,7:antibody",
                        "certificate-validity-days", "7",
                        "contact-isolation-days", "14",
                        "institution-isolation-days", "14",
                        "notified-bodies", "2",
                        "analysis-days", "7",
                        "reform-days", "90")
                .forEach((parameter, value) -> agree(values.propose(
                        UUID.randomUUID(), plan.hash(), parameter, value, clock.instant(), "市指挥部会议", "author")));
        page.reload();
        assertThat(page.locator("main").textContent()).contains("已设定").contains("1,7,7:antibody");
        assertThat(page.locator("h1").textContent()).contains("其中 0 个尚未设定");
        Page phone = BROWSER.open(SERVER, 390, 800, "en", true, true);
        phone.navigate(url("/orders/city-plan/open-values?version=" + plan.hash()));
        assertThat(phone.locator("h1").textContent()).contains("8 values, 0 of them not set");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(392);
        shot(phone, "open-values-en-phone-dark");
        Axe.assertForEverybody(phone);

        page.navigate(url("/orders/city-plan?version=" + plan.hash()));
        assertThat(page.locator("main .notice").textContent()).contains("检查通过");
        page.locator("form[action='/proposals'] input[name=reason]").first().fill("启用常态化方案");
        page.locator("form[action='/proposals'] button").first().click();
        page.locator("text=待批准").first().waitFor();
        UUID id = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
        Proposals proposals = SERVER.bean(Proposals.class);
        Proposal shown = proposals.find(id).orElseThrow();
        proposals.approve(id, String.valueOf(shown.previewHash()), "li");
        page.reload();
        page.locator("text=已完成").first().waitFor();

        Asking.asMachine(() -> SERVER.bean(Facts.class)
                .append(
                        List.of(Machine.fact(
                                "a",
                                "arrival",
                                new SubjectId("person", "c1"),
                                Map.of(
                                        "arrivedAt", "2020-05-20T10:00+08:00",
                                        "origin", "230102000000",
                                        "originRisk", "medium",
                                        "destination", "370102000000",
                                        "code", "green"))),
                        SERVER.bean(Rules.class).reader(),
                        clock.instant()));
        assertThat(measure("c1")).containsExactly("central-isolation 2020-06-03 02:00:00");
    }

    private static List<String> measure(String person) throws InterruptedException {
        List<String> found = List.of();
        for (int i = 0; i < 600 && found.isEmpty(); i++) {
            Thread.sleep(Duration.ofMillis(50));
            found = SERVER.database()
                    .jdbcOfOwner()
                    .sql(
                            "select kind || ' ' || (lawful_until at time zone 'UTC') from duties.measure where subject = 'person:"
                                    + person + "'")
                    .query(String.class)
                    .list();
        }
        return found;
    }
}
