package org.bihuan.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and monitors learn when something is wrong with the machine, and when it is mended. */
@Tag("database")
class OperationsTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.alarm.every=200ms");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String NAME = "欧阳探针";
    private static final String DOCUMENT = "210302199001011234";

    @Test
    void aParkedSubjectAlarmsAndIsTriedAgainFromThePage() throws Exception {
        Page page = BROWSER.open(SERVER, 1280, 900, "zh-CN", false, true);
        page.navigate(url());
        assertThat(page.locator("main").innerText()).contains("一切正常", "没有搁置的主体");
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        arrival("poison");
        owner.sql("update facts.fact set fields = 'no field at all' where key = 'poison'")
                .update();
        SERVER.bean(Facts.class).mark(List.of(new SubjectId("person", DOCUMENT)));
        while (SERVER.bean(Duties.class).lag(now()).parkedSubjects() == 0) {
            Thread.sleep(20);
        }
        page.navigate(url());
        String told = page.locator("main").innerText();
        assertThat(told).contains("1条报警", "1个主体被搁置", "人员", "重试");
        assertThat(page.content()).doesNotContain(NAME).doesNotContain(DOCUMENT);
        assertThat(page.locator(".menu a[aria-current] .alarm").innerText()).startsWith("1");
        assertThat(metrics()).contains("bihuan_alarm{alarm=\"parked\"} 1.0", "bihuan_subjects_parked 1.0");
        shoot(page, "operations-zh-desktop");
        Page phone = BROWSER.open(SERVER, 390, 844, "en", true, true);
        phone.navigate(url());
        assertThat(phone.locator("main").innerText()).contains("1 alarm", "1 subject is parked", "Try again");
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        shoot(phone, "operations-en-phone");
        owner.sql("update facts.fact set fields = '' where key = 'poison'").update();
        page.locator(".parked form button").first().click();
        page.waitForURL("**/operations?retried=1");
        phone.navigate(url() + "?retried=1");
        assertThat(phone.locator("main").innerText()).contains("1 subject will be tried again");
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(20);
        }
        page.navigate(url());
        assertThat(page.locator("main").innerText()).contains("一切正常");
    }

    @Test
    void aDatabaseThatWouldForgetIsNotReady() throws Exception {
        assertThat(health("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(health("/actuator/health/liveness").statusCode()).isEqualTo(200);
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        String role = owner.sql("select current_user").query(String.class).single();
        owner.sql("alter role " + role + " set synchronous_commit = off").update();
        try {
            await("\"database\":{\"status\":\"DOWN\"}");
            assertThat(health("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(health("/actuator/health/liveness").statusCode())
                    .as("a restart would not help")
                    .isEqualTo(200);
        } finally {
            owner.sql("alter role " + role + " reset synchronous_commit").update();
        }
        await("\"database\":{\"status\":\"UP\"}");
        assertThat(health("/actuator/health/readiness").body())
                .contains("migrations", "workers", "machineClock", "disk")
                .doesNotContain("details");
    }

    @Test
    void metricsTellTheMachineAndNobodyInIt() throws Exception {
        arrival("metric");
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(20);
        }
        SERVER.get("/subjects/person/" + DOCUMENT);
        String metrics = metrics();
        assertThat(metrics)
                .contains(
                        "bihuan_queue_length{lane=\"live\"}",
                        "bihuan_queue_lag_seconds{lane=\"clock\"}",
                        "bihuan_facts_recorded_total",
                        "bihuan_decision_seconds_bucket",
                        "hikaricp_connections_active",
                        "jvm_memory_used_bytes",
                        "bihuan_workers_alive 2.0")
                .doesNotContain(DOCUMENT)
                .doesNotContain("person/");
    }

    private static void arrival(String key) {
        SERVER.bean(Facts.class)
                .append(
                        List.of(Machine.fact(
                                key,
                                "arrival",
                                new SubjectId("person", DOCUMENT),
                                Map.of(
                                        "name", NAME,
                                        "arrivedAt", "2020-07-25T10:00+08:00",
                                        "origin", "210202000000",
                                        "originRisk", "high",
                                        "destination", "210302000000"))),
                        SERVER.bean(Rules.class).reader(),
                        now());
    }

    private static java.time.Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static String metrics() {
        return SERVER.send(SERVER.request("/actuator/prometheus")).body();
    }

    /** Asked as a monitor asks: not for a page. */
    private static java.net.http.HttpResponse<String> health(String path) {
        return SERVER.send(SERVER.anonymous(path));
    }

    private static void await(String text) throws InterruptedException {
        for (int i = 0; !health("/actuator/health/readiness").body().contains(text); i++) {
            assertThat(i).as(text).isLessThan(300);
            Thread.sleep(50);
        }
    }

    private static String url() {
        return "http://127.0.0.1:" + SERVER.port() + "/operations";
    }

    private static void shoot(Page page, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
    }
}
