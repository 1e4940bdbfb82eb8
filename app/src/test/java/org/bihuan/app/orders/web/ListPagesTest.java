package org.bihuan.app.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.orders.TestLists;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new risk list from its file to everybody judged by it, through the pages. */
@Tag("database")
@Tag("once")
class ListPagesTest {
    private static final Path SHOTS = Path.of("target", "screens");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-27T04:00:00Z",
            "--bihuan.active-packs=anshan-2020");

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

    private static void list(String from, String... lines) {
        TestLists.take(
                SERVER.bean(ListIntake.class),
                Instant.parse(from),
                SERVER.bean(Clock.class).instant(),
                lines);
    }

    private static void arrive() throws InterruptedException {
        List<RawFact> facts = new ArrayList<>();
        String[] origins = {"210202000000", "210211000000", "110101000000"};
        for (int i = 0; i < 30; i++) {
            facts.add(Machine.fact(
                    "a" + i,
                    "arrival",
                    new SubjectId("person", "p" + i),
                    Map.of(
                            "arrivedAt",
                            "2020-07-2" + (3 + i % 3) + "T10:00+08:00",
                            "registeredAt",
                            "2020-07-2" + (3 + i % 3) + "T11:00+08:00",
                            "origin",
                            origins[i % 3],
                            "destination",
                            i % 2 == 0 ? "210303000000" : "210302000000")));
        }
        Clock clock = SERVER.bean(Clock.class);
        Asking.asMachine(() ->
                SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), clock.instant()));
        Duties duties = SERVER.bean(Duties.class);
        for (int i = 0; i < 600 && duties.lag(clock.instant()).marks() > 0; i++) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    @Test
    void aNewListIsPreviewedByPlaceApprovedAndCarriedThrough() throws Exception {
        list("2020-07-19T16:00:00Z", "medium,辽宁省,大连市,甘井子区,");
        ListChanges lists = SERVER.bean(ListChanges.class);
        for (int i = 0; i < 600 && lists.carried() == 0; i++) {
            Thread.sleep(Duration.ofMillis(50)); // it concerns nobody, so that it counts at once
        }
        arrive();
        list("2020-07-26T16:00:00Z", "medium,辽宁省,大连市,甘井子区,", "high,辽宁省,大连市,中山区,");
        Page page = BROWSER.open(SERVER, 1440, 900, "zh-CN", false, true);
        page.navigate(url("/orders"));
        page.locator("text=风险名单变更后的复判").first().waitFor();
        page.locator("text=待批准").first().waitFor();
        page.locator("a:has-text('风险名单变更后的复判')").first().click();
        assertThat(page.locator("main").textContent())
                .contains("大连市中山区")
                .contains("低风险")
                .contains("→ 高风险")
                .contains("集中医学观察 10 天")
                .contains("新名单")
                .doesNotContain("甘井子区");
        assertThat(page.locator(".counts").textContent()).contains("10");
        shot(page, "lists-preview-zh");
        String here = page.url();
        Page english = BROWSER.open(SERVER, 390, 900, "en", true, true);
        english.navigate(here);
        assertThat(english.locator("main").textContent())
                .contains("Places whose level changes")
                .contains("High risk")
                .contains("Approvals 0 of 2");
        assertThat((Boolean) english.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing runs off the phone")
                .isTrue();
        shot(english, "lists-preview-en-phone-dark");
        Proposals proposals = SERVER.bean(Proposals.class);
        Proposal shown = proposals.list(1).getFirst();
        proposals.approve(shown.id(), String.valueOf(shown.previewHash()), "li");
        proposals.approve(shown.id(), String.valueOf(shown.previewHash()), "zhao");
        page.navigate(here);
        page.locator("text=已完成").first().waitFor();
        shot(page, "lists-done-zh");
        assertThat(page.request().get(here + "/result").text().lines()).hasSize(11);
    }
}
