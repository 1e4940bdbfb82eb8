package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people destroy what tells who somebody is; one cannot, and neither can whoever is not responsible. */
@Tag("database")
class DestructionTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Visitor headquarters = Visitor.as(SERVER, "headquarters", "210300000000");
    private final Visitor officer = Visitor.as(SERVER, "security-officer", "210300000000");

    private static void person(String id, String name, String division) throws InterruptedException {
        person(id, name, division, division);
    }

    /** @param said which place the facts themselves name, null for none, as rows of a ledger do */
    private static void person(String id, String name, String division, @Nullable String said)
            throws InterruptedException {
        List<RawFact> facts = List.of(
                fact(id, "person", said, Map.of("name", name)),
                fact(
                        id,
                        "arrival",
                        said,
                        Map.of(
                                "arrivedAt", "2020-07-26T15:30+08:00",
                                "origin", "210202000000",
                                "originRisk", "low",
                                "destination", division,
                                "registeredAt", "2020-07-26T16:00+08:00")));
        Clock clock = SERVER.bean(Clock.class);
        org.bihuan.app.authority.Asking.asMachine(() ->
                SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), clock.instant()));
        var duties = SERVER.bean(org.bihuan.app.duties.Duties.class);
        for (int i = 0; i < 200 && duties.lag(clock.instant()).marks() > 0; i++) {
            Thread.sleep(25);
        }
    }

    private static RawFact fact(String id, String kind, @Nullable String division, Map<String, Object> payload) {
        return new RawFact(
                "destruction-test",
                id + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", id))),
                division,
                payload);
    }

    private static HttpResponse<String> ask(Visitor visitor, UUID id, Map<String, String> fields) {
        visitor.get("/destruction");
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("id", id.toString());
        return visitor.post("/destruction", all);
    }

    @Test
    void aNameIsGoneOnceTwoHaveSaidSo() throws InterruptedException {
        person("d-gone", "欧阳忘却", "210302000000");
        person("d-stays", "司徒留下", "210302000000");
        assertThat(headquarters.get("/subjects/person/d-gone").body()).contains("欧阳忘却");
        UUID id = UUID.randomUUID();
        Map<String, String> wish = Map.of("person", "d-gone", "reason", "本人要求");
        assertThat(ask(headquarters, id, wish).statusCode()).isEqualTo(302);
        assertThat(ask(headquarters, id, wish).statusCode())
                .as("a second click")
                .isEqualTo(302);
        assertThat(SERVER.bean(Destructions.class).list(10))
                .filteredOn(each -> each.reason().equals("本人要求"))
                .hasSize(1);
        HttpResponse<String> alone = headquarters.post("/destruction/" + id + "/approve", Map.of());
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains("须由另一人批准");
        assertThat(headquarters.get("/subjects/person/d-gone").body())
                .as("one alone destroys nothing")
                .contains("欧阳忘却");

        officer.get("/destruction");
        assertThat(officer.post("/destruction/" + id + "/approve", Map.of()).statusCode())
                .isEqualTo(302);
        HttpResponse<String> after = headquarters.get("/subjects/person/d-gone");
        assertThat(after.statusCode()).as("what happened stays").isEqualTo(200);
        assertThat(after.body()).doesNotContain("欧阳忘却");
        assertThat(headquarters.get("/subjects/person/d-stays").body()).contains("司徒留下");
        assertThat(officer.post("/destruction/" + id + "/approve", Map.of()).body())
                .as("done once")
                .contains("已经办理");
        assertThat(SERVER.bean(Certificates.class).list(1).getFirst().approvedBy())
                .isEqualTo("visitor-security-officer-210300000000");
        assertThat(SERVER.bean(Audit.class).verify(List.of()).isIntact())
                .as("the chain of reading")
                .isTrue();
    }

    @Test
    void nobodyDestroysWhatIsNotTheirs() throws InterruptedException {
        person("d-foreign", "外市人", "210202001000");
        String foreign = ask(headquarters, UUID.randomUUID(), Map.of("person", "d-foreign", "reason", "x"))
                .body();
        String unknown = ask(headquarters, UUID.randomUUID(), Map.of("person", "d-nobody", "reason", "x"))
                .body();
        assertThat(unknown).contains("本地区没有此人");
        assertThat(foreign).contains("本地区没有此人");
        Visitor district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        assertThat(district.get("/destruction").statusCode()).isEqualTo(403);
        assertThat(ask(
                                headquarters,
                                UUID.randomUUID(),
                                Map.of(
                                        "kind-arrival",
                                        "yes",
                                        "division",
                                        "210200000000",
                                        "before",
                                        "2020-07-01",
                                        "reason",
                                        "x"))
                        .body())
                .contains("须为本地区的12位区划代码");
    }

    @Test
    void whatIsAskedForWronglySaysWhatIsWrong() {
        assertThat(ask(headquarters, UUID.randomUUID(), Map.of("reason", "x")).body())
                .contains("请填写人员编号");
        Map<String, String> outbreak = Map.of("kind-person", "yes", "division", "210300000000", "before", "2020-07-01");
        Map<String, String> tested = Map.of("kind-test", "yes", "division", "210300000000", "before", "2031-01-01");
        assertThat(ask(headquarters, UUID.randomUUID(), with(outbreak, "reason", "x"))
                        .body())
                .contains("属于这场疫情的事实种类「person」");
        assertThat(ask(headquarters, UUID.randomUUID(), tested).body()).contains("须写明理由");
        assertThat(ask(headquarters, UUID.randomUUID(), with(tested, "reason", "x"))
                        .body())
                .contains("晚于现在");
    }

    @Test
    void whatSaysNoPlaceLiesWhereThePersonIsLookedAfter() throws InterruptedException {
        person("d-here", "无处甲", "210311000000", null);
        person("d-there", "无处乙", "210303000000", null);
        List<SubjectId> found = org.bihuan.app.authority.Asking.asMachine(() -> SERVER.bean(Finder.class)
                .onlyIn(
                        Set.of("arrival"),
                        Set.of("person"),
                        DivisionCode.of("210311000000"),
                        Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(found).extracting(SubjectId::id).contains("d-here").doesNotContain("d-there");
    }

    @Test
    void anOutbreakIsDestroyedOverTheApi() throws InterruptedException {
        person("d-outbreak", "疫情中人", "210304000000");
        UUID id = UUID.randomUUID();
        String body = """
                {"id":"%s","kinds":["arrival"],"division":"210304000000","before":"2020-07-26T12:00:00Z","reason":"疫情结束"}
                """.formatted(id);
        assertThat(headquarters.postData("/api/destructions", body).statusCode())
                .isEqualTo(204);
        assertThat(headquarters
                        .postData("/api/destructions/" + id + "/approvals", "{}")
                        .body())
                .contains("destruction.approval");
        assertThat(officer.postData("/api/destructions/" + id + "/approvals", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.get("/api/destructions").body()).contains(id.toString(), "\"people\":1");
        assertThat(headquarters.get("/subjects/person/d-outbreak").body()).doesNotContain("疫情中人");
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put(field, value);
        return all;
    }
}
