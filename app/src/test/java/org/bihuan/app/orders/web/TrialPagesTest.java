package org.bihuan.app.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.Trial;
import org.bihuan.app.orders.Trials;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.app.site.Axe;
import org.bihuan.kernel.DivisionCode;
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

/** A draft tried on everybody through the pages: figures, no names, and nothing is changed by it. */
@Tag("database")
@Tag("once")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class TrialPagesTest {
    private static final Path SHOTS = Path.of("target", "screens");
    private static final String LISHAN = "210304000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-27T04:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    private static String draft = "";

    @BeforeAll
    static void peopleArriveAndSomebodyDrafts() {
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            facts.add(fact("n" + i, "person", i, Map.of("name", "机密" + i)));
            facts.add(fact(
                    "a" + i,
                    "arrival",
                    i,
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
        Path pack = TestPacks.copy("anshan-2020", folder.resolve("draft"));
        TestPacks.replace(pack, "pack.yaml", "version: \"1\"", "version: \"1.21\"");
        draft = SERVER.bean(Versions.class)
                .draft(
                        PackFiles.ofFolder(TestPacks.with(pack, "central-isolation-days", 21)),
                        SharedFiles.filesOf(TestPacks.home()),
                        clock.instant(),
                        "drafter",
                        "")
                .hash();
    }

    private static RawFact fact(String id, String kind, int person, Map<String, Object> fields) {
        SubjectId subject = new SubjectId("person", "secret" + person);
        return new RawFact(
                "test", id, kind, 1, null, null, 0, 0, null, List.of(new FactSubject("person", subject)), null, fields);
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

    private static List<Long> written() {
        return SERVER.database()
                .jdbcOfOwner()
                .sql("select count(*) from orders.proposal union all select count(*) from facts.fact"
                        + " union all select count(*) from rules.activation")
                .query(Long.class)
                .list();
    }

    private static Page tried(Page page, String region) {
        page.navigate(url("/orders/anshan-2020?version=" + draft));
        page.click("main a[href='/what-if?version=" + draft + "']");
        assertThat(page.inputValue("#version")).isEqualTo(draft);
        shot(page, "what-if-ask-" + page.evaluate("document.documentElement.lang"));
        page.selectOption("#region", region);
        page.click("form[action='/what-if'] button");
        page.locator(".counts").waitFor();
        return page;
    }

    @Test
    void aDraftIsTriedOnEverybodyWithoutNamesAndWithoutChange() {
        List<Long> before = written();
        Page page = tried(page(1440, "zh-CN", false), "");
        assertThat(page.locator(".counts").textContent()).contains("60", "45", "房间·天", "+315");
        assertThat(page.locator("main table").textContent())
                .contains("铁东区 · 判定 40，其中改变 30")
                .contains("铁西区 · 判定 20，其中改变 15")
                .contains("集中医学观察 14 天", "→ 集中医学观察 21 天");
        assertThat(page.content()).doesNotContain("机密", "secret");
        shot(page, "what-if-zh");
        Axe.assertForEverybody(page);
        assertThat(written()).as("nothing is proposed, recorded or activated").isEqualTo(before);
        Page phone = page(390, "en", true);
        phone.navigate(page.url());
        assertThat(phone.locator("main").textContent()).contains("observation 21 days", "nobody is named");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(392);
        shot(phone, "what-if-en-phone-dark");
        phone.navigate(url("/what-if"));
        assertThat(phone.locator("main table").textContent()).contains("1.21", "done");
    }

    @Test
    void onlyTheRegionIsCounted() {
        Page page = tried(page(1440, "en", false), "210303000000");
        assertThat(page.locator("main table").textContent())
                .contains("20 judged, 15 of them otherwise")
                .doesNotContain("30 of them");
        shot(page, "what-if-region-en");
        Axe.assertForEverybody(page);
        tried(page, LISHAN);
        assertThat(page.locator("main .nothing").count())
                .as("nobody arrived there")
                .isOne();
    }

    private static UUID answered() {
        UUID id = UUID.randomUUID();
        Trials trials = SERVER.bean(Trials.class);
        Asking.asMachine(() -> trials.ask(id, draft, "", null, Instant.parse("2020-07-27T04:00:00Z"), "three"));
        for (int i = 0; i < 400; i++) {
            Trial trial = Asking.asMachine(() -> trials.find(id)).orElseThrow();
            if (trial.state() != Trial.State.WORKING) {
                assertThat(trial.state()).as(trial.note()).isEqualTo(Trial.State.DONE);
                return id;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("still working");
    }

    @Test
    void whatCannotBeTriedIsSaidAndAskingTwiceAsksOnce() {
        Trials trials = SERVER.bean(Trials.class);
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2020-07-27T04:00:00Z");
        Asking.asMachine(() -> {
            Trial first = trials.ask(id, draft, "", null, at, "one");
            assertThat(trials.ask(id, draft, draft, null, at, "one").againstHash())
                    .as("the first wish counts")
                    .isEqualTo(first.againstHash());
            assertThatThrownBy(() -> trials.ask(UUID.randomUUID(), "nowhere", "", null, at, "two"))
                    .isInstanceOf(OrderRefused.class)
                    .hasMessageContaining("there is no version nowhere");
            assertThatThrownBy(
                            () -> trials.ask(UUID.randomUUID(), draft, "", DivisionCode.of("210302002000"), at, "two"))
                    .isInstanceOf(OrderRefused.class)
                    .hasMessageContaining("smaller than a county");
        });
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        city.get("/what-if");
        HttpResponse<String> elsewhere = city.post(
                "/what-if", Map.of("id", UUID.randomUUID().toString(), "version", draft, "region", "210202000000"));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("210202000000 不在您的辖区");
        HttpResponse<String> nowhere =
                city.post("/what-if", Map.of("id", UUID.randomUUID().toString(), "version", draft, "region", "铁东"));
        assertThat(nowhere.statusCode()).as("not taken for everybody").isEqualTo(422);
        assertThat(nowhere.body()).contains("地区 铁东 不是区划代码");
        Visitor leader = Visitor.as(SERVER, "leader", "210302000000");
        leader.get("/what-if");
        assertThat(leader.post("/what-if", Map.of("id", UUID.randomUUID().toString(), "version", draft))
                        .statusCode())
                .as("who may not propose may not ask")
                .isEqualTo(403);
        String seen = leader.get("/what-if/" + answered()).body();
        assertThat(seen).as("a district sees its own figures").contains("铁东区").doesNotContain("铁西区");
    }
}
