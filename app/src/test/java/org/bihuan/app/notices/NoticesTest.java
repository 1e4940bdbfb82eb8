package org.bihuan.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bihuan.app.RunningServer;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.Axe;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** From a fact to the paper in somebody's hand, and back as a fact. The outbox is worked off by hand. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class NoticesTest {
    private static final Path OUTBOX =
            Path.of("target", "outbox-" + ProcessHandle.current().pid()).toAbsolutePath();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.replay=true",
            "--bihuan.notices.channels=print,sms",
            "--bihuan.notices.address=https://check.example",
            "--bihuan.notices.outbox=" + OUTBOX);

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static RawFact arrival(String key, String person, String at) {
        return Machine.fact(
                key,
                "arrival",
                new SubjectId("person", person),
                Map.of(
                        "arrivedAt", at,
                        "origin", "210202000000",
                        "originRisk", "high",
                        "destination", "210302000000"));
    }

    /** As somebody who is not logged in. */
    private static HttpResponse<String> check(String path) {
        return SERVER.send(SERVER.anonymous(path).header("Accept", "text/html"));
    }

    private static void named(String person) throws InterruptedException {
        record(Machine.fact("name-" + person, "person", new SubjectId("person", person), Map.of("name", "欧阳娜娜")));
    }

    private static void record(RawFact fact) throws InterruptedException {
        List<Append> answers = SERVER.bean(Facts.class)
                .append(List.of(fact), SERVER.bean(Rules.class).reader(), now());
        assertThat(answers).allMatch(answer -> answer instanceof Append.Recorded);
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(10);
        }
    }

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    private static List<Notice> issue(String person) {
        return SERVER.bean(Notices.class).issue(new SubjectId("person", person), now());
    }

    @Test
    void aMeasureHasOneNoticeAndAChangeReplacesIt() throws Exception {
        named("N1");
        record(arrival("n1", "N1", "2020-07-26T10:00+08:00"));
        Notice notice = issue("N1").getFirst();
        assertThat(notice.kind()).isEqualTo(NoticeKind.NOTICE);
        assertThat(notice.number()).matches("G210300-2020-\\d{6}");
        assertThat(notice.lines()).anyMatch(line -> line.contains("集中医学观察") && line.contains("2020年7月26日10时00分"));
        assertThat(notice.lines()).anyMatch(line -> line.contains("12345")).noneMatch(line -> line.contains("欧阳"));
        assertThat(issue("N1")).as("one issue a measure").isEmpty();

        RawFact later = arrival("n1b", "N1", "2020-07-26T11:00+08:00");
        record(new RawFact(
                later.source(),
                later.key(),
                later.kind(),
                1,
                null,
                null,
                0,
                0,
                "n1",
                later.subjects(),
                null,
                later.payload()));
        Notice replacement = issue("N1").getFirst();
        assertThat(replacement.lines()).anyMatch(line -> line.contains("替代第" + notice.number() + "号"));
        assertThat(SERVER.bean(Notices.class).find(notice.id()).orElseThrow().state())
                .isEqualTo(NoticeState.REPLACED);

        Instant until = replacement.until();
        assertThat(until).isNotNull();
        HttpResponse<String> valid = check("/check/" + replacement.token());
        assertThat(valid.statusCode()).isEqualTo(200);
        assertThat(valid.body())
                .contains("欧***", replacement.number(), "鞍山市", "现行有效")
                .doesNotContain("欧阳", "观察", "隔离", "疫", "肺炎", "N1\"");
        assertThat(check("/check/" + notice.token()).body()).contains("已被后来的文书替代");
        assertThat(check("/check/" + "x".repeat(22)).statusCode()).isEqualTo(404);
    }

    @Test
    void aMeasureTakenBackIsWithdrawn() throws Exception {
        named("W1");
        record(arrival("w1", "W1", "2020-07-26T10:00+08:00"));
        Notice notice = issue("W1").getFirst();
        RawFact retraction = Machine.fact("w2", "retraction", new SubjectId("person", "W1"), Map.of("reason", "typo"));
        record(new RawFact(
                retraction.source(),
                retraction.key(),
                retraction.kind(),
                1,
                null,
                null,
                0,
                0,
                "w1",
                retraction.subjects(),
                null,
                retraction.payload()));
        Notice withdrawal = issue("W1").getFirst();
        assertThat(withdrawal.kind()).isEqualTo(NoticeKind.WITHDRAWAL);
        assertThat(withdrawal.lines()).anyMatch(line -> line.contains(notice.number()));
        assertThat(issue("W1")).isEmpty();
    }

    @Test
    void numbersHaveNoGapsWhateverFails() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        TransactionTemplate transactions = SERVER.bean(TransactionTemplate.class);
        NoticeStore store = SERVER.bean(NoticeStore.class);
        List<Long> kept = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 60; i++) {
            boolean fails = i % 3 == 0;
            work.add(() -> transactions.execute(status -> {
                long serial = store.nextSerial("T", 1, 2020);
                if (fails) {
                    status.setRollbackOnly();
                } else {
                    kept.add(serial);
                }
                return fails;
            }));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                each.get();
            }
        }
        assertThat(kept.stream().sorted())
                .containsExactlyElementsOf(
                        Stream.iterate(1L, it -> it + 1).limit(40).toList());
    }

    @Test
    void thePaperHoldsTheTextAndACodeThatLeadsToTheCheck() throws Exception {
        named("P1");
        record(arrival("p1", "P1", "2020-07-26T10:00+08:00"));
        Notice notice = issue("P1").getFirst();
        byte[] pdf = SERVER.bean(NoticePdf.class).render(notice);
        Files.write(Path.of("target", "notice.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("告知书", "欧阳娜娜", "集中医学观察", notice.number(), "申诉");
            var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            javax.imageio.ImageIO.write(
                    image,
                    "png",
                    Files.createDirectories(Path.of("target", "screenshots"))
                            .resolve("notice-paper.png")
                            .toFile());
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            RGBLuminanceSource paper = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            int half = image.getWidth() / 2;
            List<String> codes = List.of(
                    code(paper.crop(0, 0, half, image.getHeight())),
                    code(paper.crop(half, 0, image.getWidth() - half, image.getHeight())));
            String why = SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token();
            assertThat(codes)
                    .containsExactly(
                            "https://check.example/check/" + notice.token(), "https://check.example/why/" + why);
        }
        assertThat(SERVER.send(SERVER.request("/notices/" + notice.id() + ".pdf"))
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/pdf");
    }

    private static String code(LuminanceSource half) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(half)))
                .getText();
    }

    @Test
    void aDeliveryIsHandedOverOnceAndItsReportIsAFact() throws Exception {
        named("D1");
        record(arrival("d1", "D1", "2020-07-26T10:00+08:00"));
        Notice notice = issue("D1").getFirst();
        Outbox outbox = SERVER.bean(Outbox.class);
        DeliveryStore store = SERVER.bean(DeliveryStore.class);
        // A run that dies after handing over and before writing that down.
        Delivery print = delivery(notice, Channel.PRINT);
        while (!store.take(now(), 50).isEmpty()) {
            // everything is taken by the run that dies
        }
        SERVER.bean(OutboxFolder.class).hand(print, notice);
        assertThat(outbox.run(now())).as("taken by another").isZero();
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(2));
        while (outbox.run(now()) > 0) {
            // until nothing is due
        }
        assertThat(delivery(notice, Channel.PRINT).state()).isEqualTo(Delivery.State.HANDED_OVER);
        try (Stream<Path> files = Files.list(OUTBOX.resolve("print"))) {
            assertThat(files.filter(file -> file.toString().contains(print.id().toString())))
                    .containsExactly(OUTBOX.resolve("print").resolve(print.id() + ".pdf"));
        }
        assertThat(report(print.id(), "delivered")).contains("recorded");
        assertThat(report(print.id(), "delivered")).contains("unchanged");
        assertThat(report(print.id(), "failed")).contains("unchanged");
        assertThat(report(print.id(), "read")).contains("recorded");
        assertThat(report(UUID.randomUUID(), "read")).contains("not-found");
        assertThat(report(print.id(), "lost")).contains("delivery.state", "必须是delivered");
        assertThat(SERVER.send(SERVER.request("/api/subjects/person/D1/facts")).body())
                .containsOnlyOnce("\"notice-delivered\"")
                .contains(notice.number());
    }

    @Test
    void whoHasNoTelephoneIsTriedAgainAndGivenUpInTheEnd() throws Exception {
        named("G1");
        record(arrival("g1", "G1", "2020-07-26T10:00+08:00"));
        Notice notice = issue("G1").getFirst();
        Outbox outbox = SERVER.bean(Outbox.class);
        List<Integer> attempts = new ArrayList<>();
        while (delivery(notice, Channel.SMS).state() != Delivery.State.GIVEN_UP) {
            SERVER.bean(TimeMachine.class).moveForward(Duration.ofHours(13));
            outbox.run(now());
            attempts.add(delivery(notice, Channel.SMS).attempts());
            assertThat(attempts.size()).isLessThan(20);
        }
        assertThat(attempts.getLast()).isEqualTo(6);
        outbox.run(now().plus(Duration.ofDays(9)));
        assertThat(delivery(notice, Channel.SMS).attempts()).isEqualTo(6);
        Page page = BROWSER.open(SERVER, 1280, 900, "zh-CN", false, true);
        page.navigate("http://127.0.0.1:" + SERVER.port() + "/notices");
        assertThat(page.locator("main").innerText()).contains("多次失败，须上门", notice.number());
        Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "notices-zh-desktop.png")));
        Page phone = BROWSER.open(SERVER, 390, 844, "zh-CN", false, true);
        phone.navigate("http://127.0.0.1:" + SERVER.port() + "/check/" + notice.token());
        phone.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "check-zh-phone.png")));
        Axe.assertForEverybody(phone);
        phone.navigate("http://127.0.0.1:" + SERVER.port() + "/notices?lang=en");
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        phone.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "notices-en-phone.png")));
    }

    private static Delivery delivery(Notice notice, Channel channel) {
        return SERVER.bean(Notices.class).deliveries(List.of(notice)).get(notice.id()).stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private static String report(UUID delivery, String state) {
        return SERVER.send(SERVER.request("/api/deliveries/" + delivery + "/reports")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"state\":\"" + state + "\"}")))
                .body();
    }
}
