package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.identity.People;
import org.bihuan.app.imports.Imports;
import org.bihuan.app.imports.Upload;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.IdentityDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data are destroyed by the calendar once two people have said for how long they are kept, and never before. */
@Tag("database")
class RetentionTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final String OLD = "11010519491231002X";
    private static final String YOUNG = "440524188001010014";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.retention.required=true",
            "--bihuan.active-packs=anshan-2020");

    private final Visitor headquarters = Visitor.as(SERVER, "headquarters", "210300000000");
    private final Visitor officer = Visitor.as(SERVER, "security-officer", "210300000000");
    private final RetentionRuns runs = SERVER.bean(RetentionRuns.class);
    private final JdbcClient owner = SERVER.database().jdbcOfOwner();

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static UUID ledger(String sender, String name, String document) throws Exception {
        Imports imports = SERVER.bean(Imports.class);
        byte[] file = ("姓名,身份证号,抵鞍日期,来源地,目的地\n" + name + "," + document + ",7月1日,大连市,210302000000\n")
                .getBytes(StandardCharsets.UTF_8);
        UUID id = imports.receive(
                sender,
                "a.csv",
                new java.io.ByteArrayInputStream(file),
                Instant.parse("2020-07-26T02:00:00Z"),
                true,
                "t");
        await(() -> imports.find(id).orElseThrow().state() == Upload.State.CHECKED);
        imports.confirm(id);
        await(() -> imports.find(id).orElseThrow().state() == Upload.State.DONE);
        return id;
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static List<org.bihuan.app.identity.Found> found(String document) {
        return SERVER.bean(People.class)
                .byDocument(IdentityDocument.ofWritten(document).orElseThrow(), Reader.named("li"), "visit", now());
    }

    private UUID propose(Visitor by, Map<String, String> values) {
        UUID id = UUID.randomUUID();
        by.get("/destruction/retention");
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put("id", id.toString());
        assertThat(by.post("/destruction/retention", all).statusCode()).isEqualTo(302);
        return id;
    }

    /** As if it had been recorded that long ago. */
    private void age(String document, int days) {
        String person = found(document).getFirst().subject().toString();
        owner.sql("""
                        update facts.fact set recorded_at = recorded_at - make_interval(days => :days),
                               occurred_at = occurred_at - make_interval(days => :days)
                         where id in (select fact_id from facts.fact_subject where subject = :person)
                        """).param("days", days).param("person", person).update();
    }

    @Test
    void theCalendarDestroysByTwoApprovalsAndByAStandingOrder() throws Exception {
        assertThat(SERVER.bean(Retention.class).lacking()).containsExactly(CITY);
        assertThat(headquarters.get("/desk").body()).contains("还没有定个人信息的保存期限");
        assertThat(headquarters.get("/operations").body()).contains("没有定保存期限");
        UUID upload = ledger("到期", "欧阳到期", OLD);
        UUID kept = ledger("未到期", "司徒未到", YOUNG);
        await(() -> SERVER.bean(org.bihuan.app.duties.Duties.class).lag(now()).marks() == 0);
        age(OLD, 400);
        runs.makeDue(now());
        assertThat(runs.list())
                .as("nothing by itself before anybody has decided")
                .isEmpty();

        Map<String, String> wanted =
                Map.of("division", "210300000000", "days", "365", "basis", "市指挥部第9号令", "word", "two");
        UUID order = propose(headquarters, wanted);
        runs.makeDue(now());
        assertThat(runs.list()).as("one alone decides nothing").isEmpty();
        assertThat(headquarters
                        .post("/destruction/retention/" + order + "/approve", Map.of())
                        .body())
                .contains("须由另一人批准");
        officer.get("/destruction/retention");
        assertThat(officer.post("/destruction/retention/" + order + "/approve", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(SERVER.bean(Retention.class).lacking()).isEmpty();
        assertThat(headquarters.get("/desk").body()).doesNotContain("还没有定个人信息的保存期限");

        await(() -> !runs.list().isEmpty()); // by the worker itself
        RetentionRun run = runs.list().getFirst();
        assertThat(run.found()).isOne();
        assertThat(run.state()).isEqualTo(RetentionRun.State.WAITING);
        String agree = "/destruction/retention/runs/" + run.id() + "/agree";
        assertThat(headquarters.post(agree, Map.of()).statusCode()).isEqualTo(302);
        assertThat(headquarters.post(agree, Map.of()).body()).contains("须由另一人批准");
        assertThat(found(OLD)).as("one of two destroys nothing").hasSize(1);
        assertThat(officer.post(agree, Map.of()).statusCode()).isEqualTo(302);
        await(() -> runs.list().getFirst().state() == RetentionRun.State.DONE);
        assertThat(runs.list().getFirst().people()).isOne();
        assertThat(found(OLD)).isEmpty();
        assertThat(found(YOUNG)).hasSize(1);
        Imports imports = SERVER.bean(Imports.class);
        assertThat(imports.find(upload).orElseThrow().state()).isEqualTo(Upload.State.FORGOTTEN);
        assertThat(imports.find(kept).orElseThrow().state()).isEqualTo(Upload.State.DONE);
        Certificate certificate = SERVER.bean(Certificates.class).list(1).getFirst();
        assertThat(certificate.kind()).isEqualTo("retention");
        assertThat(certificate.reason()).isEqualTo("市指挥部第9号令");
        assertThat(List.of(certificate.user(), certificate.approvedBy()))
                .containsExactly("visitor-headquarters-210300000000", "visitor-security-officer-210300000000");
        assertThat(SERVER.bean(Audit.class).verify(List.of()).isIntact()).isTrue();
        assertThat(owner.sql("select count(*) from imports.listed where sender = '到期'")
                        .query(Long.class)
                        .single())
                .isZero();

        // a standing order: the next day's run needs nobody any more
        age(YOUNG, 400);
        UUID standing =
                propose(officer, Map.of("division", "210300000000", "days", "300", "basis", "常令", "word", "standing"));
        headquarters.get("/destruction/retention");
        headquarters.post("/destruction/retention/" + standing + "/approve", Map.of());
        await(() -> runs.list().getFirst().order().isStanding()
                && runs.list().getFirst().state() == RetentionRun.State.DONE);
        assertThat(found(YOUNG)).isEmpty();
        assertThat(runs.list().getFirst().people())
                .as("who was destroyed before is not again")
                .isOne();
        assertThat(headquarters.get("/destruction/retention").body()).contains("已销毁 1 人");
    }

    @Test
    void whatIsProposedWronglySaysWhatIsWrong() {
        headquarters.get("/destruction/retention");
        Map<String, String> right = Map.of("division", "210300000000", "days", "30", "basis", "令", "word", "two");
        Map<String, String> labels = Map.of("division", "地区", "days", "保存天数", "basis", "依据（法规条款、命令或决定）");
        for (Map.Entry<String, String> wrong :
                Map.of("division", "210200000000", "days", "0", "basis", " ").entrySet()) {
            Map<String, String> values = new java.util.HashMap<>(right);
            values.put(wrong.getKey(), wrong.getValue());
            var answer = headquarters.post("/destruction/retention", values);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(labels.get(wrong.getKey()) + "「");
        }
        assertThat(headquarters
                        .post("/destruction/retention", Map.of("division", "x"))
                        .statusCode())
                .isEqualTo(422);
        Visitor district = Visitor.as(SERVER, "district-headquarters", "210302000000");
        assertThat(district.get("/destruction/retention").statusCode()).isEqualTo(403);
        UUID nothing = UUID.randomUUID();
        assertThat(headquarters
                        .post("/destruction/retention/runs/" + nothing + "/agree", Map.of())
                        .body())
                .contains("没有这一申请");
    }

    @Test
    void destroyingOnePersonTakesTheLedgersThatHoldThem() throws Exception {
        String document = "110101199003074477";
        UUID upload = ledger("一人", "诸葛一人", document);
        // whose somebody is, and so who may ask for it, is known once the worker has judged him
        await(() -> SERVER.bean(org.bihuan.app.duties.Duties.class).lag(now()).marks() == 0);
        String person = found(document).getFirst().subject().id();
        UUID id = UUID.randomUUID();
        headquarters.get("/destruction");
        var request =
                headquarters.post("/destruction", Map.of("id", id.toString(), "person", person, "reason", "本人要求"));
        assertThat(request.statusCode()).as(request.body()).isEqualTo(302);
        officer.get("/destruction");
        var approval = officer.post("/destruction/" + id + "/approve", Map.of());
        assertThat(approval.statusCode()).as(approval.body()).isEqualTo(302);
        assertThat(SERVER.bean(Imports.class).find(upload).orElseThrow().state())
                .isEqualTo(Upload.State.FORGOTTEN);
        assertThat(owner.sql("select count(*) from vault.data_key where wrapped is not null and owner = :owner")
                        .param("owner", "import:" + upload)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(found(document)).isEmpty();
    }
}
