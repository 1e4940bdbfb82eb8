package org.bihuan.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the file an office sends to facts, and back to the office with what was wrong. */
@Tag("database")
class ImportsTest {
    private static final List<Object> HEADER = List.of("姓名", "身份证号", "抵鞍日期", "来源地", "职业", "核酸采样时间", "核酸结果");
    private static final String ZHANG = "11010519491231002X";
    private static final String LI = "440524188001010014";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Office office = new Office(SERVER);

    @Test
    void goodRowsBecomeFactsAndBadOnesGoBackInTheSendersLayout() throws IOException {
        long before = office.facts("arrival");
        Upload upload = office.send(
                "铁东区一",
                Office.workbook(List.of(
                        List.of("铁东区来返人员台账"),
                        HEADER,
                        List.of("张三", ZHANG, LocalDate.of(2020, 7, 20), "大连市", "教师", "7月21日9:00", "阴性"),
                        List.of("李四", 4.40524188001010E17, "7.20", "大连市", "", "", ""),
                        List.of("王五", LI, "7.20", "火星", "", "", ""))),
                Office.JULY_26,
                true);
        assertThat(upload.state()).isEqualTo(Upload.State.CHECKED);
        assertThat(upload.counts().read()).isEqualTo(3);
        assertThat(upload.counts().refused()).isEqualTo(2);
        assertThat(upload.counts().added()).isEqualTo(1);
        assertThat(office.facts("arrival")).as("nothing before it is confirmed").isEqualTo(before);

        Upload done = office.take(upload);
        assertThat(done.counts().facts()).isEqualTo(3);
        assertThat(office.facts("arrival")).isEqualTo(before + 1);
        try (ReadableWorkbook refused = new ReadableWorkbook(new ByteArrayInputStream(office.refused(done)))) {
            List<Row> rows = refused.getFirstSheet().read();
            assertThat(refused.getFirstSheet().getName()).isEqualTo("来返人员");
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellText(7)).isEqualTo("退回原因 Reason");
            assertThat(rows.get(2).getCellText(0)).isEqualTo("李四");
            assertThat(rows.get(2).getCellText(7)).contains("身份证号", "丢失");
            assertThat(rows.get(3).getCellText(7)).contains("来源地「火星」");
        }
    }

    @Test
    void theSameFileTwiceIsNothingNewAndALaterVersionCorrects() {
        List<Object> zhang = List.of("张三", ZHANG, "7月20日", "大连市", "教师", "7月21日9:00", "阴性");
        List<Object> li = List.of("李四", LI, "7月21日", "大连市", "", "", "");
        byte[] first = Office.workbook(List.of(HEADER, zhang, li));
        Upload done = office.take(office.send("铁东区二", first, Office.JULY_26, true));
        assertThat(done.counts().facts()).isEqualTo(5);

        Upload again = office.send("铁东区二", first, Office.JULY_26, true);
        assertThat(again.counts().same()).isEqualTo(2);
        assertThat(again.counts().added()
                        + again.counts().changed()
                        + again.counts().gone())
                .isZero();
        assertThat(office.take(again).counts().facts()).isZero();

        // a later version: other columns' order, one row changed, its test taken back, one gone, the rows turned about
        Upload later = office.send(
                "铁东区二",
                Office.workbook(List.of(
                        List.of("身份证号", "来源地", "抵鞍日期", "姓名", "职业"), List.of(ZHANG, "大连市", "2020-07-19", "张三", "教师"))),
                Office.JULY_26.plus(Duration.ofHours(2)),
                true);
        assertThat(later.counts().changed()).isEqualTo(1);
        assertThat(later.counts().gone()).isEqualTo(1);
        assertThat(office.imports().gone(later, 10)).hasSize(1);
        office.take(later);
        List<StandingFact> standing = standing("铁东区二", ZHANG);
        assertThat(standing).noneMatch(each -> each.fact().kind().equals("test"));
        assertThat(standing.stream()
                        .filter(each -> each.fact().kind().equals("arrival"))
                        .map(each -> each.fact().fields().get("arrivedAt")))
                .containsExactly(new FieldValue.Moment(java.time.Instant.parse("2020-07-18T16:00:00Z")));
        assertThat(standing("铁东区二", LI))
                .as("a gone row is reported, not deleted")
                .isNotEmpty();
    }

    @Test
    void mendedRowsComeBackAndTheOthersAreNotGone() {
        Upload first = office.take(office.send(
                "铁东区三",
                Office.workbook(List.of(
                        HEADER,
                        List.of("张三", ZHANG, "7月20日", "大连市", "", "", ""),
                        List.of("李四", LI, "某日", "大连市", "", "", ""))),
                Office.JULY_26,
                true));
        assertThat(first.counts().refused()).isEqualTo(1);
        Upload mended = office.send(
                "铁东区三",
                Office.workbook(List.of(
                        List.of("姓名", "身份证号", "抵鞍日期", "来源地", "退回原因 Reason"),
                        List.of("李四", LI, "7月21日", "大连市", "抵鞍日期「某日」：不是日期"))),
                Office.JULY_26,
                true);
        assertThat(mended.counts().gone()).isZero();
        assertThat(mended.counts().added()).isEqualTo(1);
        assertThat(office.take(mended).counts().facts()).isEqualTo(2);
    }

    @Test
    void twoJourneysOfOnePersonStayTwoRowsInWhateverOrder() {
        List<Object> one = List.of("张三", ZHANG, "7月2日", "大连市", "", "", "");
        List<Object> two = List.of("张三", ZHANG, "7月20日", "大连市", "", "", "");
        office.take(office.send("铁东区四", Office.workbook(List.of(HEADER, one, two)), Office.JULY_26, true));
        List<Object> changed = List.of("张三", ZHANG, "7月21日", "大连市", "", "", "");
        Upload later = office.send(
                "铁东区四", Office.workbook(List.of(HEADER, changed, one, one)), Office.JULY_26.plusSeconds(60), true);
        assertThat(later.counts().same()).isEqualTo(1);
        assertThat(later.counts().changed()).isEqualTo(1);
        assertThat(later.counts().doubled()).isEqualTo(1);
        assertThat(later.counts().added()).isZero();
        office.take(later);
        assertThat(standing("铁东区四", ZHANG).stream()
                        .filter(each -> each.fact().kind().equals("arrival"))
                        .map(each -> each.fact().occurredAt().toString()))
                .containsExactlyInAnyOrder("2020-07-01T16:00:00Z", "2020-07-20T16:00:00Z");
    }

    @Test
    void aColumnChosenByHandIsRememberedForTheNextLedger() {
        byte[] file = Office.workbook(List.of(List.of("号", "抵达时间", "来源地"), List.of("甲1", "7月20日", "大连市")));
        Upload upload = office.send("铁东区五", file, Office.JULY_26, true);
        assertThatThrownBy(() -> office.imports().confirm(upload.id())).isInstanceOf(ImportRefused.class);
        HeaderMapping mapping = office.imports().mapping(upload);
        List<HeaderMapping.Target> targets = new ArrayList<>(mapping.targets());
        targets.set(0, new HeaderMapping.Target("person", ""));
        office.imports().readAgain(upload, targets, 0);
        Upload read = office.await(upload.id(), Upload.State.CHECKED);
        assertThat(read.counts().refused()).isZero();
        office.take(read);
        Upload next = office.send("铁东区五", file, Office.JULY_26, true);
        assertThat(next.counts().same()).isEqualTo(1);
        assertThat(next.counts().refused()).isZero();
    }

    @Test
    void workDoneTwiceAfterAKillRecordsNothingTwice() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("人员编号", "姓名", "抵达时间", "来源地"));
        for (int i = 0; i < 2_300; i++) {
            rows.add(List.of("K" + i, "甲", "7月20日", "大连市"));
        }
        Upload done = office.take(office.send("铁东区八", Office.workbook(rows), Office.JULY_26, true));
        assertThat(done.counts().facts()).isEqualTo(4_600);
        long arrivals = office.facts("arrival");
        // as if the server had been killed after its last step and had lost where it stood
        SERVER.database()
                .jdbc()
                .sql("update jobs.job set state = 'running', cursor_at = '', leased_by = null,"
                        + " leased_until = null where name = :name")
                .param("name", "imports/take/" + done.id())
                .update();
        SERVER.database()
                .jdbc()
                .sql("update imports.upload set state = 'taking' where id = :id")
                .param("id", done.id())
                .update();
        Upload again = office.await(done.id(), Upload.State.DONE);
        assertThat(again.counts().facts()).isEqualTo(4_600);
        assertThat(office.facts("arrival")).isEqualTo(arrivals);
    }

    @Test
    void anOlderVersionIsRefusedOnceALaterOneWasTaken() {
        byte[] file = Office.workbook(List.of(HEADER, List.of("张三", ZHANG, "7月20日", "大连市", "", "", "")));
        office.take(office.send("铁东区六", file, Office.JULY_26, true));
        byte[] other = Office.workbook(List.of(HEADER, List.of("张三", ZHANG, "7月19日", "大连市", "", "", "")));
        Upload older = office.send("铁东区六", other, Office.JULY_26.minusSeconds(3600), true);
        assertThatThrownBy(() -> office.imports().confirm(older.id()))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("older");
    }

    @Test
    void aFileWithoutAHeaderSaysSo() {
        byte[] file = "一,二\n三,四\n".getBytes(Charset.forName("GB18030"));
        Upload upload = office.send("铁东区七", file, Office.JULY_26, true);
        assertThat(upload.state()).isEqualTo(Upload.State.UNREADABLE);
        assertThat(upload.message().zh()).contains("表头");
        assertThat(upload.message().en()).contains("header");
    }

    private static List<StandingFact> standing(String sender, String document) {
        SubjectId person = new SubjectId("person", document); // whose it is, is found by the number
        Facts facts = SERVER.bean(Facts.class);
        List<Fact> own = facts.read(facts.groups(List.of(person))).values().iterator().next().facts().stream()
                .filter(fact -> facts.origins(List.of(fact.id())).values().stream()
                        .allMatch(origin -> origin.source().equals("ledger/" + sender)))
                .toList();
        return Corrections.standing(own);
    }

    /** PostgreSQL knows only the rows of another office yet: it takes both sides for a single row. */
    @Test
    void whatIsGoneIsCountedWithoutTryingEachRowWithEach() {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        owner.sql("alter table imports.line set (autovacuum_enabled = false)").update();
        owner.sql("alter table imports.listed set (autovacuum_enabled = false)").update();
        UUID other = new UUID(0, 1);
        UUID again = new UUID(0, 2);
        fill(other, "别处", 5_000, 5_000);
        owner.sql("analyze imports.line, imports.listed").update();
        fill(again, "再送", 60_000, 59_997);
        LineStore lines = SERVER.bean(LineStore.class);
        SERVER.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            SERVER.bean(JdbcTemplate.class).execute("set local statement_timeout = '15s'");
            assertThat(lines.countGone(again, "再送")).isEqualTo(3);
            assertThat(lines.gone(again, "再送", 2)).containsExactly("59998", "59999");
        });
        owner.sql("alter table imports.line reset (autovacuum_enabled)").update();
        owner.sql("alter table imports.listed reset (autovacuum_enabled)").update();
    }

    private static void fill(UUID upload, String sender, int listed, int read) {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        owner.sql("""
                insert into imports.listed (sender, subject, number, hash, revision, parts, seen_in, person)
                select :sender, 'row-' || i, 0, gen_random_uuid(), 0, '', :upload, i::text from generate_series(1, :rows) i
                """).param("sender", sender).param("upload", upload).param("rows", listed).update();
        owner.sql("""
                insert into imports.line (upload, line, subject, hash, cells, errors_zh, errors_en, change, number)
                select :upload, i, 'row-' || i, gen_random_uuid(), '', '', '', 'same', 0 from generate_series(1, :rows) i
                """).param("upload", upload).param("rows", read).update();
    }
}
