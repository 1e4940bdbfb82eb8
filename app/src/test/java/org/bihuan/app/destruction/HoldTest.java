package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.identity.People;
import org.bihuan.app.imports.Imports;
import org.bihuan.app.imports.Upload;
import org.bihuan.kernel.IdentityDocument;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept for a law case nobody destroys: not on a wish, not with an outbreak, not by the calendar. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HoldTest {
    private static final String KEPT = "11010519491231002X";
    private static final String FREE = "440524188001010014";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Visitor headquarters = Visitor.as(SERVER, "headquarters", "210300000000");
    private final Visitor officer = Visitor.as(SERVER, "security-officer", "210300000000");
    private final JdbcClient owner = SERVER.database().jdbcOfOwner();

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static String person(String document) {
        return SERVER
                .bean(People.class)
                .byDocument(IdentityDocument.ofWritten(document).orElseThrow(), Reader.named("li"), "visit", now())
                .stream()
                .findFirst()
                .map(found -> found.subject().id())
                .orElse("");
    }

    private static Upload.State state(UUID upload) {
        return SERVER.bean(Imports.class).find(upload).orElseThrow().state();
    }

    private static UUID ledger() throws Exception {
        Imports imports = SERVER.bean(Imports.class);
        byte[] file = ("姓名,身份证号,抵鞍日期,来源地,目的地\n欧阳保全," + KEPT + ",7月1日,大连市,210302000000\n司徒自由," + FREE
                        + ",7月1日,大连市,210302000000\n")
                .getBytes(StandardCharsets.UTF_8);
        Instant drawnUp = Instant.parse("2020-07-26T02:00:00Z");
        UUID id = imports.receive("案件", "a.csv", new java.io.ByteArrayInputStream(file), drawnUp, true, "t");
        await(() -> state(id) == Upload.State.CHECKED);
        imports.confirm(id);
        await(() -> state(id) == Upload.State.DONE);
        await(() -> SERVER.bean(Duties.class).lag(now()).marks() == 0);
        return id;
    }

    private static HttpResponse<String> post(Visitor by, String page, String address, Map<String, String> values) {
        by.get(page);
        return by.post(address, values);
    }

    private static Map<String, String> hold(UUID id, Map<String, String> scope) {
        Map<String, String> values = new HashMap<>(scope);
        values.put("id", id.toString());
        values.put("orderedBy", "铁东区人民法院");
        values.put("basis", "（2020）辽0302民初77号");
        values.put("until", "2020-09-01");
        return values;
    }

    private HttpResponse<String> wish(UUID id, Map<String, String> scope) {
        Map<String, String> values = new HashMap<>(scope);
        values.put("id", id.toString());
        values.put("reason", "本人要求");
        return post(headquarters, "/destruction", "/destruction", values);
    }

    private HttpResponse<String> agree(UUID id) {
        return post(officer, "/destruction", "/destruction/" + id + "/approve", Map.of());
    }

    private static final Map<String, String> OUTBREAK =
            Map.of("kind-arrival", "yes", "division", "210300000000", "before", "2020-07-26");

    @Test
    @Order(1)
    void aHoldNeedsTwoAndKeepsFromWishOutbreakCalendarAndTheLedgersList() throws Exception {
        UUID upload = ledger();
        UUID outbreak = UUID.randomUUID();
        UUID single = UUID.randomUUID();
        assertThat(wish(outbreak, OUTBREAK).statusCode()).isEqualTo(302);
        assertThat(wish(single, Map.of("person", person(KEPT))).statusCode()).isEqualTo(302);

        UUID id = UUID.randomUUID();
        Map<String, String> wanted = hold(id, Map.of("person", person(KEPT)));
        assertThat(post(headquarters, "/destruction/holds", "/destruction/holds", wanted)
                        .statusCode())
                .isEqualTo(302);
        assertThat(post(headquarters, "/destruction/holds", "/destruction/holds", wanted)
                        .statusCode())
                .as("a second click")
                .isEqualTo(302);
        assertThat(SERVER.bean(Holds.class).list()).hasSize(1);
        String approve = "/destruction/holds/" + id + "/approve";
        assertThat(headquarters.post(approve, Map.of()).body()).contains("须由另一人批准");
        assertThat(SERVER.bean(Holds.class).held(now())).isEmpty();
        assertThat(post(officer, "/destruction/holds", approve, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(owner.sql("select actor || ' ' || detail from audit.entry where action = 'hold' order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "visitor-headquarters-210300000000 asked", "visitor-security-officer-210300000000 in force");

        assertThat(agree(single).body())
                .as("a wish of before the hold")
                .contains("铁东区人民法院", "（2020）辽0302民初77号", "不得销毁");
        assertThat(wish(UUID.randomUUID(), Map.of("person", person(KEPT))).body())
                .contains("不得销毁");

        assertThat(agree(outbreak).statusCode()).isEqualTo(302);
        assertThat(SERVER.bean(Certificates.class).list(1).getFirst().scope()).endsWith("held 1");
        assertThat(person(FREE)).isEmpty();
        assertThat(person(KEPT)).isNotEmpty();
        assertThat(state(upload)).as("it holds somebody who is kept").isEqualTo(Upload.State.DONE);
        assertThat(post(headquarters, "/imports", "/imports/" + upload + "/forget", Map.of())
                        .body())
                .contains("为案件保全的人");

        owner.sql("update facts.fact set recorded_at = recorded_at - interval '400 days',"
                        + " occurred_at = occurred_at - interval '400 days'")
                .update();
        UUID order = UUID.randomUUID();
        Map<String, String> standing = Map.of(
                "id", order.toString(), "division", "210300000000", "days", "300", "basis", "常令", "word", "standing");
        post(headquarters, "/destruction/retention", "/destruction/retention", standing);
        post(officer, "/destruction/retention", "/destruction/retention/" + order + "/approve", Map.of());
        RetentionRuns runs = SERVER.bean(RetentionRuns.class);
        runs.makeDue(now());
        assertThat(runs.list()).as("nobody but who is kept is due").isEmpty();
        assertThat(person(KEPT)).isNotEmpty();

        String lift = "/destruction/holds/" + id + "/lift";
        assertThat(post(officer, "/destruction/holds", lift, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(officer.post(lift, Map.of()).body()).contains("须由另一人批准");
        assertThat(SERVER.bean(Holds.class).held(now()))
                .as("one alone lifts nothing")
                .isNotEmpty();
        assertThat(post(headquarters, "/destruction/holds", lift, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(headquarters.post(lift, Map.of()).body()).contains("没有这一申请");
        await(() -> state(upload) == Upload.State.FORGOTTEN); // owed since the other one went
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(1));
        await(() -> person(KEPT).isEmpty()); // by the calendar
    }

    @Test
    @Order(2)
    void whatIsAskedForWronglySaysWhatIsWrongAndATimeThatIsOverKeepsNobody() {
        Map<String, String> right = hold(UUID.randomUUID(), OUTBREAK);
        Map<String, String> labels =
                Map.of("orderedBy", "作出决定的机关", "basis", "案号或决定书文号", "until", "保全至", "division", "地区");
        for (String field : labels.keySet()) {
            Map<String, String> wrong = new HashMap<>(right);
            wrong.put(field, field.equals("division") ? "210202001000" : "");
            HttpResponse<String> answer = post(headquarters, "/destruction/holds", "/destruction/holds", wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(labels.get(field) + "「");
        }
        Map<String, String> nobody = new HashMap<>(right);
        nobody.put("division", "");
        assertThat(post(headquarters, "/destruction/holds", "/destruction/holds", nobody)
                        .body())
                .contains("请填写人员编号");
        Visitor district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        assertThat(district.get("/destruction/holds").statusCode()).isEqualTo(403);

        assertThat(post(headquarters, "/destruction/holds", "/destruction/holds", right)
                        .statusCode())
                .isEqualTo(302);
        SERVER.bean(Holds.class).approve(UUID.fromString(right.get("id")), "li", now());
        assertThat(SERVER.bean(Holds.class).inForce(now())).hasSize(1);
        Instant over = Instant.parse("2020-09-01T00:00:00Z");
        assertThat(SERVER.bean(Holds.class).inForce(over))
                .as("it ends by itself")
                .isEmpty();
    }
}
