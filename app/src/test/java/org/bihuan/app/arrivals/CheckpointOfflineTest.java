package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.console.Browser;
import org.bihuan.app.facts.Finder;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkpoint's page without a network, in a real browser. */
@Tag("database")
@Tag("once")
class CheckpointOfflineTest {
    private static final String TIEDONG = "210302000000";
    private static final String TIEXI = "210303000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T04:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final Checkpoint test = new Checkpoint(SERVER);

    private static CheckpointPhone phone() {
        return phone(390, "zh-CN", false);
    }

    private static CheckpointPhone phone(int width, String language, boolean dark) {
        String key = Asking.asMachine(() -> SERVER.bean(ServiceKeys.class)
                .add(
                        "gate-" + UUID.randomUUID(),
                        new Assignment(Roles.builtIn().get("checkpoint"), DivisionCode.of(TIEDONG)),
                        Duration.ofDays(1),
                        "test"));
        return new CheckpointPhone(BROWSER, "http://127.0.0.1:" + SERVER.port(), key, width, language, dark);
    }

    private void declare(String name, String phone, String plate) {
        test.declare(Checkpoint.declaration("2020-07-26T13:00", TIEXI, "name", name, "phone", phone, "plate", plate));
    }

    private List<VehicleStop> stops(String sticker) {
        return SERVER.bean(Vehicles.class).latest(test.now()).stream()
                .filter(each -> each.sticker().equals(sticker))
                .toList();
    }

    private ArrivalLine line(String phone) {
        return test.all("210300000000").stream()
                .filter(each -> found(phone).contains(each.subject()))
                .findFirst()
                .orElseThrow();
    }

    private static List<SubjectId> found(String phone) {
        return Asking.asMachine(
                () -> SERVER.bean(Finder.class).byPhone(PhoneNumber.list(phone).getFirst(), 9));
    }

    @Test
    void aMorningWithoutANetworkLosesNothingAndDoublesNothing() {
        declare("宋先报", "13922220101", "辽P10001");
        CheckpointPhone phone = phone();
        phone.take();
        phone.offline(true);
        phone.fill("plate", "辽p·10001");
        Page page = phone.page();
        assertThat(page.locator("fieldset .pick b").allInnerTexts()).contains("宋**");
        phone.fill("name-1", "孙随车");
        phone.fill("phone-1", "13922220102");
        phone.fill("origin", "辽宁省大连市甘井子区");
        phone.fill("destination", TIEDONG);
        phone.fill("occupants", "4");
        phone.fill("sticker", "P-1");
        phone.register();
        phone.await("待上传1条");
        phone.fill("find", "0101");
        assertThat(page.locator("#screen").innerText())
                .as("who is here is expected no more")
                .contains("没有查到");
        phone.fill("find", "");
        page.locator("[name=class][value=transit]").check();
        phone.fill("plate", "辽P10002");
        page.locator(".sheet-form button.big").click();
        phone.await("过境车辆至少登记驾驶员一人");
        phone.fill("name-1", "何路过");
        phone.fill("document-1", "210302198605031234");
        page.locator(".sheet-form button.big").click();
        phone.await("末位校验不符");
        phone.fill("document-1", "");
        phone.fill("sticker", "P-2");
        phone.register();
        page.reload(); // the page comes from the phone
        phone.unlock();
        phone.await("待上传2条");
        Instant before = test.now();
        phone.offline(false);
        phone.await("全部已上传");
        VehicleStop stop = stops("P-1").getFirst();
        assertThat(stop.kind()).isEqualTo("flagged");
        assertThat(stop.occupants()).isEqualTo(4);
        assertThat(stop.registered()).isEqualTo(2);
        assertThat(stop.isOffline()).isTrue();
        assertThat(stop.checkedAt())
                .as("when it was done, not when it was sent")
                .isBefore(before);
        assertThat(stops("P-2")).singleElement().matches(VehicleStop::isPassing);
        assertThat(line("13922220101").reached()).contains(ArrivalStep.DECLARED, ArrivalStep.ARRIVED);
        phone.forgetAnswers();
        phone.send();
        phone.await("重复发送，只记一次");
        assertThat(stops("P-1")).hasSize(1);
        assertThat(found("13922220102")).hasSize(1);
    }

    @Test
    void twoDevicesThatRegisterTheSamePersonAndVehicleAreTold() {
        declare("两台机", "13922220201", "辽P20001");
        Visitor officer = Visitor.as(SERVER, "checkpoint", TIEDONG);
        officer.get("/arrivals/desk");
        officer.post("/arrivals/desk/queue", Checkpoint.form("plate", "辽P20002"));
        test.settle();
        CheckpointPhone first = phone();
        CheckpointPhone second = phone();
        for (CheckpointPhone each : List.of(first, second)) {
            each.take();
            each.offline(true);
            each.fill("plate", "辽P20001");
            each.fill("sticker", each == first ? "P-3" : "P-4");
            each.register();
            each.tab(1);
            each.page().locator(".item:has-text('辽P20002') button.go").click();
            each.fill("occupants", each == first ? "2" : "3");
            each.register();
        }
        first.offline(false);
        first.await("全部已上传");
        second.offline(false);
        second.await("全部已上传");
        second.tab(2);
        second.await("这份申报已办理");
        second.await("已由他人办理");
        assertThat(stops("P-4")).as("nothing of it is kept half").isEmpty();
        second.page().locator(".item:has-text('辽P20001')").getByText("修改后再传").click();
        second.page().locator("[name=picked]").uncheck();
        second.register();
        second.await("全部已上传");
        assertThat(stops("P-3")).hasSize(1);
        assertThat(stops("P-4")).singleElement().matches(stop -> stop.registered() == 0);
        assertThat(SERVER.bean(Vehicles.class).latest(test.now()))
                .filteredOn(stop -> stop.occupants() == 3 && stop.sticker().isEmpty())
                .as("the first word about the waiting vehicle stays")
                .isEmpty();
    }

    @Test
    void nothingPersonalLiesOnTheDeviceInPlainTextAndItIsWipedInTime() {
        declare("密封者", "13922220301", "辽P30001");
        CheckpointPhone phone = phone();
        phone.take();
        phone.offline(true);
        phone.fill("plate", "辽P30009");
        phone.fill("name-1", "无明文");
        phone.fill("origin", "辽宁省大连市甘井子区");
        phone.fill("destination", TIEDONG);
        phone.register();
        Page page = phone.page();
        assertThat((String) page.evaluate(STORED))
                .contains("/doorstep/checkpoint/")
                .doesNotContain("密封者", "密**", "辽P30001", "0301", "无明文", "辽P30009", CheckpointPhone.PIN);
        page.evaluate("async () => Vault.keep('packet', { ...await Vault.read('packet'), wipeAt: 1 })");
        phone.tab(1); // the page was never closed
        phone.await("已到期清除");
        assertThat(page.evaluate("Vault.read('packet')")).isNull();
        phone.offline(false);
        phone.await("全部已上传");
        assertThat(Asking.asMachine(() -> SERVER.bean(Vehicles.class).latest(test.now())))
                .anyMatch(stop -> stop.isOffline() && stop.registered() == 1);
    }

    private static final String STORED = """
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
            }""";

    @Test
    void whatPassesThroughIsSeenLeavingOnThePhoneThatRegisteredIt() {
        CheckpointPhone phone = phone();
        phone.take();
        phone.offline(true);
        Page page = phone.page();
        page.locator("[name=class][value=transit]").check();
        phone.fill("plate", "辽P50001");
        phone.fill("name-1", "何过境");
        phone.fill("sticker", "P-5");
        phone.register();
        phone.tab(1);
        assertThat(page.locator("#screen li.item").allInnerTexts())
                .singleElement()
                .asString()
                .contains("辽P50001", "过境");
        page.locator("#screen li.item button.go").click();
        phone.await("待上传2条");
        page.reload();
        phone.unlock();
        phone.tab(1);
        assertThat(page.locator("#screen").innerText())
                .as("it has left, also after the page was closed")
                .doesNotContain("辽P50001");
        phone.offline(false);
        phone.send();
        phone.await("全部已上传");
        VehicleStop stop = stops("P-5").getFirst();
        assertThat(stop.leftAt()).isNotNull().isAfterOrEqualTo(stop.noticedAt());
        phone.forgetAnswers();
        page.reload();
        phone.unlock();
        phone.send();
        phone.await("全部已上传");
        assertThat(stops("P-5")).as("sent again it is one").singleElement().isEqualTo(stop);
    }

    @ParameterizedTest
    @CsvSource({"390,zh-CN,false", "390,en,true", "1440,zh-CN,false"})
    void thePageFitsEveryDevice(int width, String language, boolean dark) {
        declare("看页面", "13922220401", "辽P40001");
        CheckpointPhone phone = phone(width, language, dark);
        phone.take();
        Page page = phone.page();
        phone.fill("plate", "辽P40001");
        phone.fill("name-1", "王小明");
        phone.fill("waited", "3");
        for (int tab = 0; tab < 3; tab++) {
            phone.tab(tab);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            String folder = System.getProperty("bihuan.screenshots");
            page.evaluate("window.scrollTo(0, 0)");
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, "checkpoint-" + width + "-" + language + "-" + tab + ".png")));
            }
        }
        phone.tab(0);
        assertThat(page.locator("#f-name-1").inputValue())
                .as("what was typed outlives a look at the other tabs")
                .isEqualTo("王小明");
    }
}
