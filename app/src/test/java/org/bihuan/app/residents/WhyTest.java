package org.bihuan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.NoticeKind;
import org.bihuan.app.notices.Notices;
import org.bihuan.app.notices.Outbox;
import org.bihuan.app.notices.WhyLink;
import org.bihuan.app.notices.WhyLinks;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.Axe;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resident asks why, appeals, and is answered by somebody else, in time. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class WhyTest {
    private static final String CITY = "210300000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.replay=true",
            "--bihuan.notices.channels=print");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    private static RawFact fact(String person, String kind, Map<String, Object> payload) {
        SubjectId subject = new SubjectId("person", person);
        return new RawFact(
                "why-test",
                person + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", subject)),
                null,
                payload);
    }

    /** Somebody from a place of high risk, born in 1985. */
    private static Notice noticeOf(String person, boolean isBirthKnown) throws InterruptedException {
        List<Append> answers = SERVER.bean(Facts.class)
                .append(
                        List.of(
                                fact(
                                        person,
                                        "person",
                                        isBirthKnown
                                                ? Map.of("name", "欧阳娜娜", "born", "1985-03-02")
                                                : Map.of("name", "欧阳娜娜")),
                                fact(
                                        person,
                                        "arrival",
                                        Map.of(
                                                "arrivedAt", "2020-07-26T10:00+08:00",
                                                "origin", "210202000000",
                                                "originRisk", "high",
                                                "destination", "210302000000"))),
                        SERVER.bean(Rules.class).reader(),
                        now());
        assertThat(answers).allMatch(answer -> answer instanceof Append.Recorded);
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(10);
        }
        return SERVER.bean(Notices.class)
                .issue(new SubjectId("person", person), now())
                .getFirst();
    }

    private static String path(Notice notice) {
        return "/why/" + SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token();
    }

    private static List<Fact> facts(String person, String kind) {
        Facts facts = SERVER.bean(Facts.class);
        return facts.read(facts.groups(List.of(new SubjectId("person", person)))).values().stream()
                .flatMap(own -> own.facts().stream())
                .filter(fact -> fact.kind().equals(kind))
                .toList();
    }

    @Test
    void onlyTheHolderLearnsWhyAndGuessingEndsTheLink() throws Exception {
        Notice notice = noticeOf("Y1", true);
        Visitor holder = new Visitor(SERVER);
        String path = path(notice);
        assertThat(path).matches("/why/[A-Za-z0-9_-]{22}");
        assertThat(holder.get(path).body()).contains("请先确认是您本人").doesNotContain("集中医学观察", "欧阳", notice.number(), "Y1");
        assertThat(holder.get("/why/" + "x".repeat(22)).statusCode()).isEqualTo(404);
        for (int left = WhyLinks.TRIES - 1; left > 0; left--) {
            assertThat(holder.post(path, Map.of("answer", "1970")).body()).contains("还可以试" + left + "次");
        }
        assertThat(holder.post(path, Map.of("answer", "1971")).body()).contains("试错次数过多");
        assertThat(holder.post(path, Map.of("answer", "1985")).statusCode())
                .as("locked for the right answer too")
                .isEqualTo(429);
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(16));
        holder.get(path);
        assertThat(holder.post(path, Map.of("answer", "1985")).statusCode()).isEqualTo(302);
        String why = holder.get(path).body();
        assertThat(why)
                .contains("集中医学观察", "12345", notice.number(), "谁看过我的信息", "接下来")
                .doesNotContain("欧阳");
        assertThat(holder.get(path + "?lang=en").body()).contains("Ask a person", "What is asked of you now");
        assertThat(new Visitor(SERVER).get(path).body())
                .as("another browser")
                .contains("请先确认是您本人")
                .doesNotContain("class=\"clause\"");
        Visitor office = Visitor.as(SERVER, "headquarters", CITY);
        office.get("/notices");
        assertThat(office.post("/notices/" + notice.id() + "/close-link", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(holder.get(path).statusCode()).as("taken back").isEqualTo(404);
    }

    @Test
    void twentyWrongAnswersTakeTheLinkBackAndItExpires() throws Exception {
        Notice notice = noticeOf("Y2", true);
        WhyLinks links = SERVER.bean(WhyLinks.class);
        WhyLink link = links.of(notice).orElseThrow();
        Instant then = now();
        for (int i = 0; i < 20; i++) {
            assertThat(links.find(link.token(), then)).as("after %d", i).isPresent();
            assertThat(links.take(link.token(), then)).isTrue();
            assertThat(links.failed(link.token(), then)).isEqualTo((19 - i) % WhyLinks.TRIES);
            then = i % WhyLinks.TRIES == 4 ? then.plus(Duration.ofMinutes(16)) : then;
        }
        assertThat(links.find(link.token(), now())).isEmpty();
        Notice other = noticeOf("Y3", true);
        String token = links.of(other).orElseThrow().token();
        assertThat(links.find(token, now())).isPresent();
        assertThat(links.find(token, other.until().plus(Duration.ofDays(61)))).isEmpty();
    }

    @Test
    void ofManyAnswersAtOnceNoMoreAreComparedThanOneAfterTheOther() throws Exception {
        Notice notice = noticeOf("Y9", true);
        String token = SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token();
        HolderCheck check = SERVER.bean(HolderCheck.class);
        Instant at = now();
        List<HolderCheck.Outcome> outcomes;
        try (var threads = Executors.newFixedThreadPool(8)) {
            outcomes = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> check.of(token, notice, Integer.toString(1900 + i), at)))
                    .toList()
                    .stream()
                    .map(WhyTest::get)
                    .toList();
        }
        assertThat(outcomes).filteredOn(HolderCheck.Wrong.class::isInstance).hasSize(WhyLinks.TRIES);
        assertThat(outcomes).filteredOn(HolderCheck.Locked.class::isInstance).hasSize(40 - WhyLinks.TRIES);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsKnownByNothingOpensItWithACodeFromWhoeverHasThemBeforeThem() throws Exception {
        Notice notice = noticeOf("Y4", false);
        Visitor holder = new Visitor(SERVER);
        String path = path(notice);
        holder.get(path);
        for (int i = 0; i < 2 * WhyLinks.TRIES; i++) { // what cannot be guessed locks nobody out
            assertThat(holder.post(path, Map.of("answer", "1985")).body()).contains("要一个查询码", "name=\"answer\"");
        }
        String page = "/why-codes/" + notice.id();
        Visitor worker = Visitor.as(SERVER, "community", "210302000000");
        assertThat(worker.get("/subjects/person/Y4").body()).contains("href=\"" + page + "\"");
        assertThat(worker.get(page).body()).contains("不要写在告知书上");
        Visitor foreign = Visitor.as(SERVER, "community", "210303000000");
        assertThat(foreign.get(page).statusCode()).as("another district").isEqualTo(404);
        foreign.get("/account");
        assertThat(foreign.post(page, Map.of()).statusCode()).isEqualTo(404);
        String first = code(worker.post(page, Map.of()).body());
        assertThat(worker.get(page).body())
                .as("told once")
                .doesNotContain(first)
                .contains("上一个查询码由");
        String second = code(worker.post(page, Map.of()).body());
        assertThat(holder.post(path, Map.of("answer", "1985")).body()).contains("还可以试4次");
        assertThat(holder.post(path, Map.of("answer", first)).body())
                .as("replaced")
                .contains("还可以试3次");
        assertThat(holder.post(
                                path,
                                Map.of(
                                        "answer",
                                        second.toLowerCase(java.util.Locale.ROOT)
                                                .replace("-", " ")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(holder.get(path).body()).contains("集中医学观察", "给查询码", "visitor-community");
        assertThat(facts("Y4", "notice-delivered")).hasSize(1);
        assertThat(SERVER.database()
                        .jdbc()
                        .sql(
                                "select count(*) from notices.why_link where code is not null and failures = 0 and notice = ?")
                        .param(notice.id())
                        .query(Long.class)
                        .single())
                .isOne();
        SERVER.bean(WhyLinks.class).revoke(notice.id(), now());
        assertThat(worker.get(page + "?lang=en").body()).contains("The why link of this notice is closed");
        assertThat(worker.post(page, Map.of()).body()).doesNotContain("data-code");
    }

    private static String code(String page) {
        Matcher found =
                Pattern.compile("data-code=\"([A-Z2-9]{4}-[A-Z2-9]{4})\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Test
    void theClockStartsWhenTheyWereToldAndTellingIsAFact() throws Exception {
        Notice notice = noticeOf("Y5", true);
        WhyViews views = SERVER.bean(WhyViews.class);
        WhyView before = views.of(notice, java.util.Locale.SIMPLIFIED_CHINESE, now());
        assertThat(before.toldAt()).as("issued is not told").isNull();
        assertThat(before.contestUntil()).isNull();
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(2));
        Delivery print = SERVER.bean(Notices.class)
                .deliveries(List.of(notice))
                .get(notice.id())
                .getFirst();
        Instant told = now().minus(Duration.ofHours(1));
        assertThat(SERVER.bean(Outbox.class).report(print.id(), Delivery.State.DELIVERED, told, now()))
                .isEqualTo(Outbox.Heard.DONE);
        WhyView after = views.of(notice, java.util.Locale.SIMPLIFIED_CHINESE, now());
        assertThat(after.toldAt()).isEqualTo(told);
        assertThat(after.contestUntil())
                .isEqualTo(told.atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .plusDays(60));

        Notice unheard = noticeOf("Y6", true);
        Visitor holder = new Visitor(SERVER);
        String path = path(unheard);
        holder.get(path);
        holder.post(path, Map.of("answer", "1985"));
        holder.post(path, Map.of("answer", "1985"));
        assertThat(facts("Y6", "notice-delivered"))
                .as("who reads it has been told, once")
                .singleElement()
                .satisfies(fact -> assertThat(fact.text("channel")).isEqualTo("page"));
    }

    @Test
    void anAppealIsAnsweredInTimeBySomebodyElseAndDelivered() throws Exception {
        Visitor.as(SERVER, "headquarters", CITY);
        Visitor issuer = Visitor.as(SERVER, "headquarters", CITY);
        noticeOf("Y7-other", true);
        SERVER.bean(Facts.class)
                .append(
                        List.of(
                                fact("Y7", "person", Map.of("name", "欧阳娜娜", "born", "1985-03-02")),
                                fact(
                                        "Y7",
                                        "arrival",
                                        Map.of(
                                                "arrivedAt", "2020-07-26T10:00+08:00",
                                                "origin", "210202000000",
                                                "originRisk", "high",
                                                "destination", "210302000000"))),
                        SERVER.bean(Rules.class).reader(),
                        now());
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(10);
        }
        issuer.get("/notices");
        issuer.post("/notices/issue", Map.of("subject", "person:Y7"));
        Notice notice =
                SERVER.bean(Notices.class).of(new SubjectId("person", "Y7")).getFirst();
        Visitor holder = new Visitor(SERVER);
        String path = path(notice);
        holder.get(path);
        holder.post(path, Map.of("answer", "1985"));
        String key = UUID.randomUUID().toString();
        holder.get(path);
        assertThat(holder.post(path + "/appeal", Map.of("key", key, "ground", "care"))
                        .body())
                .contains("没有提交");
        Map<String, String> appeal = Map.of("key", key, "ground", "care", "words", "我要去做透析");
        Instant filedAt = now();
        Map<String, String> forged = new java.util.HashMap<>(appeal);
        forged.put("key", "-".repeat(36));
        assertThat(holder.post(path + "/appeal", forged).statusCode())
                .as("a key that only looks like one")
                .isEqualTo(422);
        assertThat(holder.post(path + "/appeal", appeal).statusCode()).isEqualTo(302);
        assertThat(holder.post(path + "/appeal", appeal).statusCode()).isEqualTo(302);
        List<Appeal> filed = SERVER.bean(Appeals.class).ofNotice(notice.id());
        assertThat(filed)
                .singleElement()
                .satisfies(each ->
                        assertThat(each.dueAt()).as("care: two hours").isEqualTo(filedAt.plus(Duration.ofHours(2))));
        assertThat(facts("Y7", "appeal")).hasSize(1);
        assertThat(SERVER.database()
                        .jdbc()
                        .sql("select encode(words, 'hex') from residents.appeal where notice = ?")
                        .param(notice.id())
                        .query(String.class)
                        .single())
                .as("sealed")
                .doesNotContain(HexFormat.of().formatHex("透析".getBytes(StandardCharsets.UTF_8)));

        String desk = "/appeals/" + filed.getFirst().id();
        assertThat(issuer.get("/appeals").body()).contains(notice.number()).doesNotContain("欧阳", "透析");
        assertThat(issuer.get(desk).body()).contains("我要去做透析", "须由未参与决定的人答复");
        Map<String, String> answer = Map.of("outcome", "eased", "answer", "今天下午专车送您去透析");
        assertThat(issuer.post(desk, answer).statusCode())
                .as("not by the issuer")
                .isEqualTo(403);
        Visitor foreign = Visitor.as(SERVER, "district-headquarters", "210303000000");
        assertThat(foreign.get(desk).statusCode()).as("another district").isEqualTo(404);
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofHours(3));
        Visitor other = Visitor.as(SERVER, "duty-officer", CITY);
        assertThat(other.get("/appeals").body()).contains("已超期 1", "<b data-count=\"waiting\">1</b>");
        other.get(desk);
        assertThat(other.post(desk, answer).statusCode()).isEqualTo(302);
        assertThat(other.post(desk, answer).statusCode())
                .as("twice is harmless")
                .isEqualTo(302);
        assertThat(facts("Y7", "appeal-answer")).hasSize(1);
        List<Notice> replies = SERVER.bean(Notices.class).of(new SubjectId("person", "Y7")).stream()
                .filter(each -> each.kind() == NoticeKind.REPLY)
                .toList();
        assertThat(replies).hasSize(1);
        assertThat(replies.getFirst().lines()).noneMatch(line -> line.contains("透析"));
        assertThat(SERVER.bean(Notices.class).deliveries(replies)).hasSize(1);
        assertThat(paper(replies.getFirst())).contains("申诉答复书", "今天下午专车送您去透析", "调整");
        assertThat(holder.get(path).body()).doesNotContain("今天下午专车送您去透析");
        holder.post(path, Map.of("answer", "1985"));
        assertThat(holder.get(path).body()).contains("今天下午专车送您去透析", "已答复");
    }

    @Test
    @Tag("once")
    void thePagesFitAPhoneInBothLanguages() throws Exception {
        Notice notice = noticeOf("Y8", true);
        for (String language : List.of("zh-CN", "en")) {
            Page phone = BROWSER.open(390, 844, language, false, true);
            phone.navigate("http://127.0.0.1:" + SERVER.port() + path(notice));
            phone.screenshot(shot("why-ask-" + language));
            phone.locator("#answer").fill("1985");
            phone.locator("form button").click();
            phone.locator(".standing").waitFor();
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            phone.screenshot(shot("why-" + language).setFullPage(true));
            Axe.assertForEverybody(phone);
        }
        for (String language : List.of("zh-CN", "en")) {
            Page phone = BROWSER.open(SERVER, 390, 844, language, false, true);
            phone.navigate("http://127.0.0.1:" + SERVER.port() + "/why-codes/" + notice.id());
            phone.screenshot(shot("code-ask-" + language));
            phone.locator("form.card-form button").click();
            phone.locator(".code-given").waitFor();
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            phone.screenshot(shot("code-" + language));
            Axe.assertForEverybody(phone);
        }
        SERVER.bean(Appeals.class).file(notice, UUID.randomUUID(), "care", "我要去做透析，一周三次。", true, now());
        Page desk = BROWSER.open(SERVER, 1440, 900, "zh-CN", true, true);
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/appeals");
        desk.screenshot(shot("appeals-dark"));
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/appeals/"
                + SERVER.bean(Appeals.class).ofNotice(notice.id()).getFirst().id());
        desk.screenshot(shot("appeal-dark"));
        Axe.assertForEverybody(desk);
        desk.navigate("http://127.0.0.1:" + SERVER.port() + "/subjects/person/Y8");
        desk.screenshot(shot("person-dark"));
        SERVER.bean(Appeals.class)
                .answer(
                        SERVER.bean(Appeals.class).ofNotice(notice.id()).getFirst(),
                        "somebody",
                        "upheld",
                        "医院已联系好，专车接送。",
                        now());
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png"));
    }

    private static String paper(Notice notice) throws Exception {
        HttpRequest.Builder request = SERVER.request("/notices/" + notice.id() + ".pdf");
        HttpResponse<byte[]> pdf =
                java.net.http.HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
