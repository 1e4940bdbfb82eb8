package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.audit.Action;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Travellers are handed over from where they land to where they go, under Jincheng's clock. */
@Tag("database")
class HandOverTest {
    private static final String CITY = "140500000000";
    private static final String LANDING = "140502000000";
    private static final String COMMUNITY = "140525000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2022-11-09T02:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.packs=" + FilledPacks.folder("jincheng-2022"),
            "--bihuan.active-packs=jincheng-2022");

    private final Checkpoint test = new Checkpoint(SERVER);

    private Journey landed(String name, String plate) {
        Visitor officer = Visitor.as(SERVER, "landing-point", LANDING);
        officer.get("/arrivals/desk");
        Map<String, String> form = Checkpoint.form(
                "plate", plate, "origin", "410105000000", "risk", "high", "destination", COMMUNITY, "name1", name);
        HttpResponse<String> answer = officer.post("/arrivals/desk/stops", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        test.settle();
        return SERVER.bean(HandOvers.class).here(test.now()).stream()
                .filter(each -> SERVER.bean(Faces.class)
                        .of(List.of(each.subject()), "name", Action.LIST, test.now())
                        .containsValue(name))
                .findFirst()
                .orElseThrow();
    }

    private static void post(Visitor who, String path, Map<String, String> fields) {
        who.get("/arrivals/handovers");
        HttpResponse<String> answer = who.post(path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    @Clause({"S4-09", "S4-30"})
    void sentReceivedLateAndAlarmedWhenNobodyComes() {
        Journey journey = landed("张来", "豫A00001");
        Visitor landing = Visitor.as(SERVER, "landing-point", LANDING);
        Visitor community = Visitor.as(SERVER, "community", COMMUNITY);
        assertThat(community.get("/arrivals/handovers").body()).doesNotContain("张来");
        Map<String, String> form = Checkpoint.form("journey", journey.id().toString());
        post(landing, "/arrivals/handovers", form);
        post(landing, "/arrivals/handovers", form);
        test.settle();
        assertThat(community.get("/arrivals/handovers").body()).contains("张来", "接收期限");
        assertThat(landing.get("/arrivals/handovers").body()).contains("已交出，尚无人接收");
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(61));
        test.settle();
        assertThat(community.get("/arrivals/handovers").body()).contains("超时无人接收");
        assertThat(Visitor.as(SERVER, "district-headquarters", COMMUNITY)
                        .get("/arrivals/handovers")
                        .body())
                .as("the alarm stands in the menu")
                .containsPattern("(?s)/arrivals/handovers.{0,200}class=\"alarm\"");
        post(community, "/arrivals/handovers/" + journey.id() + "/receipt", Map.of("by", "赵六"));
        post(community, "/arrivals/handovers/" + journey.id() + "/receipt", Map.of("by", "赵六"));
        test.settle();
        assertThat(test.all(COMMUNITY))
                .anyMatch(
                        each -> each.id().equals(journey.id()) && each.reached().contains(ArrivalStep.HANDED_OVER));
        assertThat(community.get("/arrivals/handovers").body()).doesNotContain("超时无人接收");
        Visitor county = Visitor.as(SERVER, "district-headquarters", COMMUNITY);
        assertThat(county.get("/subjects/person/" + journey.subject().id()).body())
                .contains("来返闭环", "已交接");
    }

    @Test
    @Clause("S4-09")
    void whoIsRefusedIsBackWhereTheyWere() {
        Journey journey = landed("李退", "豫A00002");
        Visitor landing = Visitor.as(SERVER, "landing-point", LANDING);
        Visitor community = Visitor.as(SERVER, "community", COMMUNITY);
        post(
                landing,
                "/arrivals/handovers",
                Checkpoint.form("journey", journey.id().toString()));
        test.settle();
        community.get("/arrivals/handovers");
        HttpResponse<String> unsaid =
                community.post("/arrivals/handovers/" + journey.id() + "/refusal", Map.of("by", "赵六", "reason", ""));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("理由", "必填");
        post(community, "/arrivals/handovers/" + journey.id() + "/refusal", Map.of("by", "赵六", "reason", "不是本社区居民"));
        test.settle();
        assertThat(landing.get("/arrivals/handovers").body()).contains("李退", "被拒收，已退回");
        HttpResponse<String> again =
                community.post("/arrivals/handovers/" + journey.id() + "/refusal", Map.of("by", "赵六", "reason", "再"));
        assertThat(again.statusCode()).isEqualTo(422);
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(5));
        Map<String, String> elsewhere = Checkpoint.form("journey", journey.id().toString());
        elsewhere.put("destination", LANDING);
        post(landing, "/arrivals/handovers", elsewhere);
        test.settle();
        assertThat(test.all(LANDING)).anyMatch(each -> each.id().equals(journey.id()));
    }

    @Test
    @Clause("S4-09")
    void whoSendsOnWithinTheCountyDoesNotWaitForThemself() {
        Journey journey = landed("陈同县", "豫A00009");
        Visitor landing = Visitor.as(SERVER, "landing-point", LANDING);
        Map<String, String> form = Checkpoint.form("journey", journey.id().toString());
        form.put("destination", LANDING);
        post(landing, "/arrivals/handovers", form);
        test.settle();
        String sender = landing.get("/arrivals/handovers").body();
        assertThat(section(sender, "coming")).doesNotContain("陈同县");
        assertThat(section(sender, "sent")).contains("陈同县");
        for (String receiver : List.of("community", "district-headquarters")) {
            assertThat(section(
                            Visitor.as(SERVER, receiver, LANDING)
                                    .get("/arrivals/handovers")
                                    .body(),
                            "coming"))
                    .as(receiver)
                    .contains("陈同县");
        }
    }

    private static String section(String body, String id) {
        int start = body.indexOf("id=\"" + id + "\"");
        return start < 0 ? "" : body.substring(start, body.indexOf("</section>", start));
    }

    @Test
    void anotherRegionsTravellerIsNoneOfOnesBusiness() {
        Journey journey = landed("王远", "豫A00003");
        Visitor foreign = Visitor.as(SERVER, "community", "140581000000");
        foreign.get("/arrivals/handovers");
        HttpResponse<String> answer =
                foreign.post("/arrivals/handovers/" + journey.id() + "/receipt", Map.of("by", "冒名"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不由您的地区负责").doesNotContain("王远");
        assertThat(test.all(CITY))
                .anyMatch(each ->
                        each.id().equals(journey.id()) && !each.reached().contains(ArrivalStep.HANDED_OVER));
    }
}
