package org.bihuan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.NoticeKind;
import org.bihuan.app.notices.Notices;
import org.bihuan.app.notices.WhyLinks;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A measure is not carried out until the appeal against it is answered, and what it asks for is not late meanwhile. */
@Tag("database")
class SuspensionTest {
    private static final String CITY = "210300000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-08-07T20:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.replay=true",
            "--bihuan.notices.channels=print");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final Visitor issuer = Visitor.as(SERVER, "headquarters", CITY);
    private final Visitor other = Visitor.as(SERVER, "duty-officer", CITY);

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    private static RawFact fact(String person, String kind, Map<String, Object> payload) {
        return new RawFact(
                "suspension-test",
                person + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", person))),
                null,
                payload);
    }

    private static void settle() throws InterruptedException {
        while (SERVER.bean(Duties.class).lag(now()).marks() > 0) {
            Thread.sleep(10);
        }
    }

    /** Somebody in central isolation since 26 July 10:00: the first test is due on 8 August 10:00. */
    private Notice noticeOf(String person) throws InterruptedException {
        List<RawFact> facts = List.of(
                fact(person, "person", Map.of("name", "欧阳暂缓", "born", "1985-03-02")),
                fact(
                        person,
                        "arrival",
                        Map.of(
                                "arrivedAt", "2020-07-26T10:00+08:00",
                                "origin", "210202000000",
                                "originRisk", "high",
                                "registeredAt", "2020-07-26T10:30+08:00",
                                "destination", "210302000000")));
        SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), now());
        settle();
        issuer.get("/notices");
        issuer.post("/notices/issue", Map.of("subject", "person:" + person));
        return SERVER.bean(Notices.class).of(new SubjectId("person", person)).getFirst();
    }

    private static Appeal file(Visitor holder, Notice notice, boolean asks) {
        String path =
                "/why/" + SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token();
        holder.get(path);
        holder.post(path, Map.of("answer", "1985"));
        holder.get(path);
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("key", UUID.randomUUID().toString(), "ground", "mistaken", "words", "我没有去过那里"));
        if (asks) {
            form.put("asksSuspension", "true");
        }
        assertThat(holder.post(path + "/appeal", form).statusCode()).isEqualTo(302);
        return SERVER.bean(Appeals.class).ofNotice(notice.id()).getFirst();
    }

    private static String whyOf(Visitor holder, Notice notice) {
        return holder.get("/why/"
                        + SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token())
                .body();
    }

    private static Duty duty(String person) {
        return SERVER
                .bean(Duties.class)
                .findSubject(new SubjectId("person", person), now())
                .orElseThrow()
                .decision()
                .duties()
                .stream()
                .filter(duty ->
                        duty.obligation().equals("release-test") && duty.step().equals("1"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> grant(String ground, String hours) {
        return Map.of("ground", ground, "hours", hours, "words", "核实期间先不执行");
    }

    private static int status(Visitor visitor, String page, String address, Map<String, String> form) {
        visitor.get(page);
        return visitor.post(address, form).statusCode();
    }

    @Test
    void itRestsUntilTheAnswerIsSeenEverywhereAndThenGoesOn() throws Exception {
        Notice notice = noticeOf("S1");
        Visitor holder = new Visitor(SERVER);
        Instant due = duty("S1").dueAt();
        Appeal appeal = file(holder, notice, true);
        assertThat(appeal.asksSuspension()).isTrue();
        assertThat(whyOf(holder, notice)).contains("已请求暂缓执行，尚未决定");
        String desk = "/appeals/" + appeal.id();
        assertThat(other.get(desk).body()).contains("本人请求在答复前暂缓执行", "行政复议法", "请求合理");
        assertThat(status(issuer, desk, desk + "/suspend", grant("reasonable", "24")))
                .as("who had it issued has a ground of their own")
                .isEqualTo(422);
        assertThat(status(other, desk, desk + "/suspend", grant("issuer", "24")))
                .isEqualTo(422);
        assertThat(status(other, desk, desk + "/suspend", grant("reasonable", "73")))
                .as("too long")
                .isEqualTo(422);
        assertThat(status(other, desk, desk + "/suspend", grant("reasonable", "0")))
                .isEqualTo(422);
        assertThat(status(other, desk, desk + "/suspend", Map.of("ground", "reasonable", "hours", "24")))
                .as("nothing is said to the person")
                .isEqualTo(422);
        assertThat(status(other, desk, desk + "/suspend", grant("reasonable", "72")))
                .isEqualTo(302);
        Instant granted = now();
        assertThat(status(other, desk, desk + "/suspend", grant("reviewer", "1")))
                .as("once an appeal; twice is harmless")
                .isEqualTo(302);
        settle();
        assertThat(duty("S1").dueAt()).as("its time stands still").isEqualTo(due.plus(Duration.ofHours(72)));
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofHours(8));
        settle();
        assertThat(duty("S1").stateAt(now()))
                .as("it would have been late two hours ago")
                .isEqualTo(Duty.State.OPEN);
        assertThat(other.get("/subjects/person/S1").body()).contains("暂缓执行至");
        assertThat(other.get("/duties/" + duty("S1").id()).body()).contains("此任务暂不计时");
        String worklist = other.get("/duties?state=open").body();
        assertThat(worklist).contains("data-duty=\"" + duty("S1").id()).contains("data-rests", "请求合理");
        holder.post(
                "/why/" + SERVER.bean(WhyLinks.class).of(notice).orElseThrow().token(), Map.of("answer", "1985"));
        assertThat(whyOf(holder, notice)).contains("暂缓执行至", "原定结束时间不变");
        List<Notice> letters = SERVER.bean(Notices.class).of(new SubjectId("person", "S1")).stream()
                .filter(each -> each.kind() == NoticeKind.SUSPENSION)
                .toList();
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(String.join("", letter.lines()))
                        .contains("暂缓执行决定书", notice.number(), "本人申请，请求合理")
                        .doesNotContain("核实期间"));
        assertThat(SERVER.bean(Notices.class).deliveries(letters)).hasSize(1);
        shots(desk);

        assertThat(status(other, desk, desk, Map.of("outcome", "upheld", "answer", "已核实行程")))
                .isEqualTo(302);
        settle();
        assertThat(duty("S1").dueAt())
                .as("only the time that it rested comes on top")
                .isEqualTo(due.plus(Duration.between(granted, now())));
        assertThat(other.get("/subjects/person/S1").body()).doesNotContain("暂缓执行至");
        assertThat(whyOf(holder, notice)).doesNotContain("原定结束时间不变");
        assertThat(other.get(desk).body()).contains("曾暂缓执行至");
    }

    private static void shots(String desk) {
        for (String[] each : List.of(
                new String[] {"1440", "zh-CN", "/subjects/person/S1", "suspended-person-zh"},
                new String[] {"1440", "zh-CN", desk, "suspended-appeal-zh"},
                new String[] {"390", "en", desk, "suspended-appeal-en-phone"})) {
            Page page = BROWSER.open(SERVER, Integer.parseInt(each[0]), 844, each[1], each[1].equals("en"), true);
            page.navigate("http://127.0.0.1:" + SERVER.port() + each[2]);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", each[3] + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void whoHadItIssuedMaySuspendItUnaskedAndItEndsByItself() throws Exception {
        Notice notice = noticeOf("S2");
        Appeal appeal = file(new Visitor(SERVER), notice, false);
        String desk = "/appeals/" + appeal.id();
        assertThat(other.get(desk).body()).as("nobody asked").doesNotContain("本人申请，请求合理");
        assertThat(status(other, desk, desk + "/suspend", grant("reasonable", "24")))
                .isEqualTo(422);
        assertThat(status(issuer, desk, desk + "/suspend", grant("issuer", "2")))
                .isEqualTo(302);
        settle();
        String page = "/subjects/person/S2";
        assertThat(other.get(page).body()).contains("暂缓执行至");
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofHours(2));
        assertThat(other.get(page).body()).doesNotContain("暂缓执行至");
        Visitor foreign = Visitor.as(SERVER, "district-headquarters", "210303000000");
        assertThat(foreign.post(desk + "/suspend", grant("reviewer", "1")).statusCode())
                .as("another district")
                .isIn(403, 404);
    }
}
