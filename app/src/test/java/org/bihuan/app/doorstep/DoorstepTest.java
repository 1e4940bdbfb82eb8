package org.bihuan.app.doorstep;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.site.Axe;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on a phone without a network, in a real browser. */
@Tag("database")
class DoorstepTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private Grid grid = new Grid(new SubjectId("person", "-"), "", "", new SubjectId("household", "-"));

    @BeforeEach
    void moveIn() throws InterruptedException {
        grid = Grid.moveIn(SERVER);
    }

    private Phone phone() {
        return new Phone(BROWSER, "http://127.0.0.1:" + SERVER.port());
    }

    @Test
    @Tag("once")
    void aDayWithoutANetworkLosesNothingAndDoublesNothing() throws InterruptedException {
        Phone phone = phone();
        phone.take();
        phone.offline(true);
        Page page = phone.page();
        page.reload(); // opened again at the door, from the phone alone
        phone.unlock(Phone.PIN);
        phone.line(grid.name()).first().waitFor();
        assertThat(page.locator(".net").innerText()).contains("没有网络");
        phone.test(grid.name());
        phone.tab("住户");
        phone.line(grid.household().id()).locator("button").click();
        page.locator("#f-result").selectOption("done");
        page.locator("#f-needs").fill("买药");
        page.locator(".sheet-form button.big").click();
        page.waitForCondition(() -> page.locator("#waiting").innerText().contains("待上传2条"));
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).isEmpty();
        page.reload(); // the phone was restarted before there was a network
        assertThat(page.locator("#screen").innerText()).doesNotContain(grid.name());
        phone.unlock(Phone.PIN);
        page.locator(".tabs").waitFor();
        phone.offline(false);
        phone.awaitSent();
        Grid.settle(SERVER);
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).hasSize(1);
        List<Fact> visits = Grid.facts(SERVER, grid.household(), "household-visit");
        assertThat(visits)
                .singleElement()
                .satisfies(visit -> assertThat(visit.text("needs")).isEqualTo("买药"));
        page.evaluate("async () => { for (const each of await Outbox.all()) { const row = await Vault.done("
                + "(await Vault.store('queue', 'readonly')).get(each.number)); delete row.answer;"
                + " await Vault.write('queue', it => it.put(row)); } }");
        phone.tab("上传"); // the answer was lost, so the phone sends it all again
        page.getByText("上传", new Page.GetByTextOptions().setExact(true)).first().click();
        page.waitForCondition(() -> page.locator("#screen").innerText().contains("重复发送，只记一次"));
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).hasSize(1);
        assertThat(met()).isEqualTo(1);
    }

    @Test
    @Tag("once")
    void twoDevicesThatDoOneTaskAreBothKeptAndTheSecondIsTold() throws InterruptedException {
        Phone first = phone();
        Phone second = phone();
        first.take();
        second.take();
        first.offline(true);
        second.offline(true);
        first.test(grid.name());
        second.test(grid.name());
        first.offline(false);
        first.awaitSent();
        Grid.settle(SERVER);
        second.offline(false);
        second.awaitSent();
        second.tab("上传");
        Page page = second.page();
        page.waitForCondition(() -> page.locator("#screen").innerText().contains("别人已在"));
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).hasSize(2);
        assertThat(met()).isEqualTo(1);
    }

    @Test
    @Tag("once")
    void aPhoneTwoDaysAheadRecordsTheServersTime() {
        Phone phone = new Phone(
                BROWSER,
                "http://127.0.0.1:" + SERVER.port(),
                "{ const real = Date.now; Date.now = () => real() + 2 * 86400000; }");
        phone.take();
        phone.test(grid.name());
        phone.awaitSent();
        assertThat(Grid.facts(SERVER, grid.traveller(), "test"))
                .singleElement()
                .satisfies(fact -> assertThat(Duration.between(
                                        fact.occurredAt(),
                                        SERVER.bean(Clock.class).instant())
                                .abs())
                        .isLessThan(Duration.ofMinutes(2)));
    }

    @Test
    @Tag("once")
    void nothingPersonalLiesOnThePhoneInPlainText() {
        Phone phone = phone();
        phone.take();
        phone.offline(true);
        phone.test(grid.name());
        String stored = (String) phone.page().evaluate("""
                        async () => {
                          let text = JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
                          const plain = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                            ? new TextDecoder().decode(value)
                            : value && typeof value === "object" && !(value instanceof CryptoKey)
                              ? Object.values(value).map(plain).join(" ") : String(value);
                          for (const name of ["meta", "queue"]) {
                            text += plain(await Vault.done((await Vault.store(name, "readonly")).getAll()));
                          }
                          for (const cache of await caches.keys()) {
                            for (const request of await (await caches.open(cache)).keys()) {
                              text += request.url + await (await (await caches.open(cache)).match(request)).text();
                            }
                          }
                          return text;
                        }""");
        assertThat(stored)
                .contains("/doorstep")
                .doesNotContain(
                        grid.name(),
                        grid.partner(),
                        grid.household().id(),
                        "negative",
                        grid.traveller().toString(),
                        Phone.PIN);
    }

    @Test
    @Tag("once")
    void tenWrongPinsWipeThePhone() {
        Phone phone = phone();
        phone.take();
        Page page = phone.page();
        page.reload();
        for (int left = 9; left > 0; left--) {
            phone.unlock("000000");
            String rest = "还可以试" + left + "次";
            page.waitForCondition(() -> page.locator(".wrong").innerText().contains(rest));
        }
        phone.unlock("000000");
        page.waitForCondition(() -> page.locator("#screen").innerText().contains("已清除"));
        assertThat(page.evaluate("Vault.read('packet')")).isNull();
        assertThat(page.evaluate("Vault.exists()")).isEqualTo(false);
    }

    @Test
    @Tag("once")
    void aPacketThatHasRunOutIsWipedAndWhatIsNotSentStays() {
        Phone phone = phone();
        phone.take();
        phone.offline(true);
        phone.test(grid.name());
        Page page = phone.page();
        page.evaluate("async () => Vault.keep('packet', { ...await Vault.read('packet'), wipeAt: 1 })");
        page.reload();
        phone.unlock(Phone.PIN);
        page.waitForCondition(() -> page.locator("#screen").innerText().contains("已到期清除"));
        assertThat(page.evaluate("Vault.read('packet')")).isNull();
        phone.offline(false);
        phone.awaitSent();
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).hasSize(1);
    }

    @Test
    @Tag("once")
    void whenTheSessionHasEndedThePageSaysSoAndTheQueueWaits() {
        Phone phone = phone();
        phone.take();
        Page page = phone.page();
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer no-longer-valid"));
        phone.test(grid.name());
        page.locator("#signed-out").waitFor();
        assertThat(page.locator("#screen").innerText())
                .contains("登录已过期", "待上传1条")
                .doesNotContain("HTTP 401");
        page.screenshot(shot("signed-out"));
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).isEmpty();
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + SERVER.key()));
        phone.tab("上传");
        page.getByText("上传", new Page.GetByTextOptions().setExact(true)).first().click();
        phone.awaitSent();
        assertThat(Grid.facts(SERVER, grid.traveller(), "test")).hasSize(1);
        assertThat(page.locator("#signed-out").count()).isZero();
    }

    @Test
    void whatWasDoneAboutAWithdrawnDutyWaitsForTheOfficeOfItsRegion() {
        Visitor worker = Visitor.as(SERVER, "grid-worker", "210302002000");
        String id = UUID.randomUUID().toString();
        String body = "{\"device\":\"0123456789abcdef\",\"phoneAt\":1595764800000,\"commands\":[{\"id\":\"" + id
                + "\",\"action\":\"attempt\",\"target\":\"" + UUID.randomUUID()
                + "\",\"fields\":{\"result\":\"moved\"},\"phoneAt\":1595764700000,\"offsetMillis\":0}]}";
        assertThat(worker.postData("/api/doorstep/sync", body).body()).contains("\"held\"");
        org.springframework.jdbc.core.simple.JdbcClient owner =
                SERVER.database().jdbcOfOwner();
        String kept = "select body from doorstep.held where id = '" + id + "'";
        assertThat(owner.sql(kept).query(String.class).single())
                .as("what was said at the door lies sealed")
                .startsWith("sealed:")
                .doesNotContain("target");
        String open =
                "{\"id\":\"%s\",\"action\":\"ATTEMPT\",\"target\":\"x\",\"fields\":{\"result\":\"refused\"},\"phoneAt\":0,\"offsetMillis\":0}"
                        .formatted(id);
        String sealed = owner.sql(kept).query(String.class).single();
        owner.sql("update doorstep.held set body = :open where id = cast(:id as uuid)")
                .param("open", open)
                .param("id", id)
                .update();
        SERVER.bean(HeldOblivion.class).sealAll();
        assertThat(owner.sql(kept).query(String.class).single())
                .as("what lay open before is sealed at the next start")
                .startsWith("sealed:");
        owner.sql("update doorstep.held set body = :sealed where id = cast(:id as uuid)")
                .param("sealed", sealed)
                .param("id", id)
                .update();
        Visitor sibling = Visitor.as(SERVER, "district-headquarters", "210303000000");
        assertThat(sibling.get("/held").body()).doesNotContain(id);
        sibling.post("/held/" + id, Map.of("finding", "别区的"));
        Visitor office = Visitor.as(SERVER, "district-headquarters", "210302000000");
        assertThat(office.get("/held").body())
                .contains(id, "已搬走", "visitor-grid-worker", "任务 已撤回", "<b data-count=\"waiting\">1</b>")
                .doesNotContain("别区的");
        assertThat(office.post("/held/" + id, Map.of("finding", "已转原区")).statusCode())
                .isEqualTo(302);
        assertThat(office.get("/held").body()).contains("已转原区", "<b data-count=\"waiting\">0</b>");
        assertThat(worker.get("/held").statusCode()).isEqualTo(403);
    }

    @Test
    void aGridWorkerNotesOneVisitAfterTheOtherAtTheSameDoor() throws InterruptedException {
        Visitor worker = Visitor.as(SERVER, "grid-worker", "210302002000");
        assertThat(worker.get("/api/doorstep/places").body()).contains("解放街道").doesNotContain("铁西区");
        String packet =
                worker.get("/api/doorstep/packet?division=" + Grid.DIVISION).body();
        assertThat(packet).contains("\"division\":\"" + Grid.DIVISION + "\",\"people\"");
        for (String fields :
                List.of("{\"division\":\"" + Grid.DIVISION + "\"}", "{}", "{\"division\":\"210202001000\"}")) {
            String body = "{\"device\":\"0123456789abcdef\",\"phoneAt\":1595764800000,\"commands\":[{\"id\":\""
                    + UUID.randomUUID() + "\",\"action\":\"visit\",\"target\":\""
                    + grid.household().id() + "\",\"fields\":" + fields
                    + ",\"phoneAt\":1595764700000,\"offsetMillis\":0}]}";
            assertThat(worker.postData("/api/doorstep/sync", body).body()).contains("\"recorded\"");
            Grid.settle(SERVER);
        }
        assertThat(Grid.facts(SERVER, grid.household(), "household-visit"))
                .as("a door is its place's business; a place that the worker does not see counts as their own")
                .extracting(visit -> String.valueOf(visit.division()))
                .containsExactlyInAnyOrder(Grid.DIVISION, "210302002000", "210302002000");
    }

    @Test
    void thePacketHoldsWhatTheRoleNeedsAndTheMenuOffersItToThoseWhoUseIt() {
        String packet = "/api/doorstep/packet?division=" + Grid.DIVISION;
        assertThat(Visitor.as(SERVER, "grid-worker", Grid.DIVISION).get(packet).body())
                .contains(grid.partner(), grid.name());
        assertThat(Visitor.as(SERVER, "isolation-site", Grid.DIVISION)
                        .get(packet)
                        .body())
                .as("who only owes something about others takes no residents along")
                .contains("\"doors\":[]")
                .doesNotContain(grid.partner());
        assertThat(Visitor.as(SERVER, "grid-worker", Grid.DIVISION).get("/").body())
                .contains("href=\"/doorstep/\"");
        assertThat(Visitor.as(SERVER, "leader", "210302000000").get("/").body()).doesNotContain("href=\"/doorstep/\"");
        assertThat(Visitor.as(SERVER, "checkpoint", Grid.DIVISION).get("/").body())
                .doesNotContain("href=\"/doorstep/\"");
    }

    @Test
    @Tag("once")
    void nothingScrollsSidewaysAndEverySheetFits() {
        Phone phone = phone();
        phone.take();
        phone.page().screenshot(shot("today"));
        Axe.assertForEverybody(phone.page());
        assertThat(width(phone)).isEqualTo(390);
        phone.line(grid.name()).locator("button.go").first().click();
        phone.page().screenshot(shot("sheet"));
        Axe.assertForEverybody(phone.page());
        assertThat(width(phone)).isEqualTo(390);
        phone.page().locator("button.plain").first().click();
        phone.tab("住户");
        phone.page().screenshot(shot("doors"));
        Axe.assertForEverybody(phone.page());
        assertThat(width(phone)).isEqualTo(390);
    }

    @Test
    @Tag("once")
    void keysGoIntoASheetAndOutOfItAndTheFocusIsNeverLost() {
        Phone phone = phone();
        phone.take();
        Page page = phone.page();
        page.locator(".tabs button").nth(1).focus();
        page.keyboard().press("Enter");
        page.locator(".tabs button:nth-child(2)[aria-current]:focus").waitFor(); // still on the tab
        phone.line(grid.household().id()).locator("button").focus();
        page.keyboard().press("Enter");
        page.locator(".sheet-form").waitFor();
        assertThat(page.locator("h1:focus").innerText())
                .contains(grid.household().id());
        page.keyboard().press("Escape");
        page.locator(".tabs").waitFor();
        assertThat(page.locator(".sheet-form").count()).isZero();
        assertThat(page.locator("body:focus").count()).isZero();
    }

    @Test
    @Tag("once")
    void whatWasTriedIsNotCalledDoneAndMayStillBeDone() {
        Phone phone = phone();
        phone.take();
        phone.offline(true);
        Page page = phone.page();
        phone.line(grid.name()).locator("button.go").first().click();
        page.locator("details summary").click();
        page.locator("details [name=result]").selectOption("nobody-home");
        page.locator("details button.big").click();
        page.locator(".tabs").waitFor();
        assertThat(phone.line(grid.name()).first().innerText()).contains("没办成").doesNotContain("已办");
        phone.test(grid.name());
        assertThat(phone.line(grid.name()).first().innerText()).contains("已办");
    }

    private static Object width(Phone phone) {
        return phone.page().evaluate("document.documentElement.scrollWidth");
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/doorstep-" + name + ".png"));
    }

    /** How many of the traveller's duties are met. */
    private long met() {
        Instant now = SERVER.bean(Clock.class).instant();
        return SERVER.bean(Duties.class).findSubject(grid.traveller(), now).orElseThrow().decision().duties().stream()
                .filter(duty -> duty.met() != null)
                .count();
    }
}
