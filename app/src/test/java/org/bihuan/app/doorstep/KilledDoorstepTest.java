package org.bihuan.app.doorstep;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.arrivals.CheckpointPhone;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.backup.FilledInstallation;
import org.bihuan.app.console.Browser;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.fact.Fact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** kill -9 of the server while a phone goes on recording: after the restart everything is there, once. */
@Tag("database")
@Tag("once")
class KilledDoorstepTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    Path folder;

    @Test
    void aPhoneThatWorksWhileTheServerIsKilledLosesAndDoublesNothing() throws Exception {
        Path data = folder.resolve("data");
        Grid grid = Grid.next();
        String key;
        try (ConfigurableApplicationContext server = FilledInstallation.serve(data, "--bihuan.replay=true")) {
            Asking.asMachine(() -> server.getBean(Facts.class)
                    .append(
                            grid.raws(),
                            server.getBean(Rules.class).reader(),
                            server.getBean(Clock.class).instant()));
            FilledInstallation.settle(server);
            key = server.getBean(ServiceKeys.class)
                    .add(
                            "phone",
                            new Assignment(Roles.builtIn().get("headquarters"), DivisionCode.of("210300000000")),
                            Duration.ofDays(1),
                            "test");
        }
        int port = freePort();
        Process server = start(data, port);
        try {
            Phone phone = new Phone(BROWSER, "http://127.0.0.1:" + port, "", key);
            phone.take();
            CheckpointPhone gate = new CheckpointPhone(BROWSER, "http://127.0.0.1:" + port, key, 390, "zh-CN", false);
            gate.take();
            kill(server);
            gate.count("辽Z90001", 3);
            gate.page().reload();
            gate.unlock();
            gate.await("待上传1条");
            phone.test(grid.name());
            Page page = phone.page();
            page.waitForCondition(() -> page.locator("#waiting").innerText().contains("待上传1条"));
            page.reload(); // the server is gone: the page comes from the phone
            phone.unlock(Phone.PIN);
            page.locator(".tabs").waitFor();
            assertThat(page.locator("#waiting").innerText()).contains("待上传1条");
            server = start(data, port);
            phone.tab("上传");
            page.getByText("上传", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            phone.awaitSent();
            gate.send();
            gate.await("全部已上传");
            kill(server); // what it has acknowledged it has
            page.evaluate("async () => { for (const each of await Outbox.all()) { const row = await Vault.done("
                    + "(await Vault.store('queue', 'readonly')).get(each.number)); delete row.answer;"
                    + " await Vault.write('queue', it => it.put(row)); } }");
            server = start(data, port);
            phone.tab("上传"); // as if the answer had been lost in the kill
            page.getByText("上传", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.waitForCondition(() -> page.locator("#screen").innerText().contains("重复发送，只记一次"));
            gate.forgetAnswers();
            gate.send();
            gate.await("重复发送，只记一次");
        } finally {
            kill(server);
        }
        try (ConfigurableApplicationContext after = FilledInstallation.serve(data, "--bihuan.replay=true")) {
            List<Fact> tests = Asking.asMachine(() -> Objects.requireNonNull(after.getBean(Facts.class)
                            .read(java.util.Map.of(grid.traveller(), List.of(grid.traveller())))
                            .get(grid.traveller()))
                    .facts()
                    .stream()
                    .filter(fact -> fact.kind().equals("test"))
                    .toList());
            assertThat(tests).hasSize(1);
            NumberPlate plate = new NumberPlate("辽Z90001");
            assertThat(Asking.asMachine(() -> after.getBean(Finder.class).byPlate(plate, 9)))
                    .as("the vehicle, once")
                    .hasSize(1);
        }
    }

    private static void kill(Process server) throws InterruptedException {
        server.destroyForcibly();
        assertThat(server.waitFor(Duration.ofSeconds(30))).isTrue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path data, int port) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx500m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BihuanApplication.class.getName(),
                        "--bihuan.data=" + data,
                        "--bihuan.home=" + FilledInstallation.HOME,
                        "--bihuan.active-packs=anshan-2020,norovirus-school",
                        "--bihuan.clock.time-machine=true",
                        "--bihuan.replay=true",
                        "--server.port=" + port)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/doorstep/"))
                .build();
        for (int i = 0; ; i++) {
            assertThat(i).as("the server starts").isLessThan(1_200);
            assertThat(process.isAlive()).as("the server lives").isTrue();
            try (HttpClient client = HttpClient.newHttpClient()) {
                if (client.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
                    return process;
                }
            } catch (IOException e) {
                Thread.sleep(100); // not yet
            }
        }
    }
}
