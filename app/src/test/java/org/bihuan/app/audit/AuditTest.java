package org.bihuan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.app.RunningServer;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of reading in the database of a running server, and the command that checks it. */
@Tag("database")
class AuditTest {
    private static final Instant NOON = Instant.parse("2020-07-26T04:00:00Z");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @TempDir
    Path folder;

    private final Audit audit = SERVER.bean(Audit.class);
    private final Sealing sealing = SERVER.bean(Sealing.class);
    private final JdbcClient owner = SERVER.database().jdbcOfOwner();

    @BeforeEach
    void empty() {
        SERVER.bean(Sealer.class).stop(); // batches are made where a test says so
        owner.sql("truncate audit.entry, audit.batch, audit.alarm, audit.finding, audit.certificate")
                .update();
    }

    @Test
    void aQueryIsWrittenDownAndTheSubjectSeesWhoLooked() {
        look("li", "visit", "person:a", "person:b");
        look("wang", "call-back", "person:b");
        assertThat(audit.about(List.of("person:b"), 10))
                .extracting(AuditEntry::user)
                .containsExactly("wang", "li");
        assertThat(audit.about(List.of("person:a"), 10)).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(NOON);
            assertThat(entry.purpose()).isEqualTo("visit");
            assertThat(entry.subjects()).containsExactly("person:a", "person:b");
        });
        assertThat(audit.about(List.of("person:c"), 10)).isEmpty();
        assertThat(audit.latest("li", Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(audit.latest("", Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void withoutAPurposeNothingIsRead() {
        assertThatThrownBy(() -> look("li", " ", "person:a")).isInstanceOf(IllegalArgumentException.class);
        assertThat(audit.latest("", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void theProgramCanAddAndReadAndNothingElse() {
        look("li", "visit", "person:a");
        seal();
        for (String table : List.of("entry", "batch", "alarm", "finding")) {
            for (String sql : List.of("delete from audit." + table, "truncate audit." + table)) {
                assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> SERVER.database().jdbc().sql(sql).update());
            }
        }
        for (String sql : List.of(
                "update audit.entry set actor = 'x'",
                "update audit.batch set entries = 0",
                "update audit.alarm set actor = 'x'")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> SERVER.database().jdbc().sql(sql).update());
        }
    }

    @Test
    void whatTheOwnerOfTheTablesDoesIsFound() {
        for (int i = 0; i < 12; i++) {
            look("user" + i, "visit", "person:" + i);
            if (i % 3 == 2) {
                seal();
            }
        }
        long first = audit.latest("", Long.MAX_VALUE, 100).getLast().number();
        assertThat(audit.verify(List.of()).isIntact()).isTrue();
        assertThat(audit.verify(List.of()).entries()).isEqualTo(12);
        for (String sql : List.of(
                "update audit.entry set actor = 'nobody' where number = " + (first + 4),
                "update audit.entry set subjects = '{}' where number = " + (first + 4),
                "update audit.entry set at = at + interval '1 microsecond' where number = " + (first + 4),
                "delete from audit.entry where number = " + (first + 4),
                "insert into audit.entry (number, at, actor, purpose, action, subjects, oddities, detail) overriding"
                        + " system value select -1, at, actor, purpose, action, subjects, oddities, detail from"
                        + " audit.entry where number = " + first,
                "delete from audit.batch where number = 2",
                "update audit.batch set number = 9 where number = 2",
                "update audit.batch set last_entry = last_entry + 1 where number = 2")) {
            owner.sql("create table if not exists audit.kept_entry as select * from audit.entry")
                    .update();
            owner.sql("create table if not exists audit.kept_batch as select * from audit.batch")
                    .update();
            owner.sql(sql).update();
            assertThat(audit.verify(List.of()).flaws()).as(sql).isNotEmpty();
            owner.sql("truncate audit.entry, audit.batch").update();
            owner.sql("insert into audit.entry overriding system value select * from audit.kept_entry")
                    .update();
            owner.sql("insert into audit.batch select * from audit.kept_batch").update();
            assertThat(audit.verify(List.of()).isIntact()).as("put back").isTrue();
        }
        owner.sql("drop table audit.kept_entry, audit.kept_batch").update();
    }

    @Test
    void manyWritersAndASealerLeaveNoEntryOut() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String subject = "person:" + i;
                tasks.add(() -> look("li", "visit", subject));
                if (i % 10 == 0) {
                    tasks.add(() -> (long) sealing.run(NOON, 1_000));
                }
            }
            for (var each : pool.invokeAll(tasks)) {
                each.get();
            }
        }
        seal();
        ChainReport report = audit.verify(List.of());
        assertThat(report.flaws()).isEmpty();
        assertThat(report.entries()).isEqualTo(300);
        assertThat(report.head().batch()).isGreaterThan(1);
    }

    @Test
    void unusualReadingRaisesOneAlarmABurst() {
        SERVER.bean(Audit.class)
                .record(
                        new Reader("li", List.of(DivisionCode.of("210302000000")), Set.of("person:li"), Set.of()),
                        "visit",
                        Action.VIEW,
                        List.of(new Looked("person:li", Set.of(DivisionCode.of("210303001000")), null)),
                        "",
                        NOON);
        String[] many = IntStream.range(0, 501).mapToObj(i -> "person:" + i).toArray(String[]::new);
        look("wang", "report", many);
        look("wang", "report", many);
        look("zhao", "visit", "person:1");
        seal();
        List<Alarm> alarms = audit.alarms(10);
        assertThat(alarms)
                .extracting(each -> each.user() + " " + each.oddity() + " " + each.subjects())
                .containsExactlyInAnyOrder("li OWN 1", "li OUTSIDE 1", "wang BULK 501", "wang MANY 501");
        assertThat(audit.countOpenAlarms()).isEqualTo(4);
        assertThat(audit.close(alarms.getFirst().entry(), alarms.getFirst().oddity(), "officer", "checked", NOON))
                .isTrue();
        assertThat(audit.close(alarms.getFirst().entry(), alarms.getFirst().oddity(), "other", "again", NOON))
                .isFalse();
        assertThat(audit.countOpenAlarms()).isEqualTo(3);
        assertThat(audit.alarms(10).getLast().finding()).isEqualTo("checked");
        assertThat(audit.verify(List.of()).isIntact()).isTrue();
    }

    @Test
    void theCommandTellsWhetherTheRecordIsIntact() throws IOException {
        look("li", "visit", "person:a");
        seal();
        String head = run(0, "head").strip();
        assertThat(head).isEqualTo(audit.head().toString());
        look("li", "visit", "person:b");
        seal();
        Path heads = folder.resolve("heads");
        Files.writeString(heads, "2020-07-26T04:00:00Z " + head + "\n");
        assertThat(run(0, "verify", "--head", head, "--heads", heads.toString()))
                .contains("审计链完好", "intact", "2 entries");
        assertThat(run(1, "verify", "--head", "2:" + "0".repeat(64))).contains("另存的链尾", "kept elsewhere");
        owner.sql("update audit.entry set purpose = 'changed' where actor = 'li'")
                .update();
        assertThat(run(1, "verify")).contains("被改动", "Batch 1", "Batch 2", "not intact");
        run(2, "verify", "--head", "x");
        run(2, "look");
        run(2);
    }

    @Test
    void entriesWhoseTimeIsOverAreDestroyedAndTheChainHolds() {
        look("li", "visit", "person:a");
        seal();
        long kept = look("li", "visit", "person:b");
        sealing.run(NOON.plus(Duration.ofDays(20)), 1_000);
        Head head = audit.head();
        run(2, "expire", "--bihuan.audit.retention=15d");
        run(2, "expire", "--approved-by", "zhao");
        assertThat(run(0, "expire", "--bihuan.audit.retention=15d", "--approved-by", "zhao"))
                .contains("1 entries destroyed");
        assertThat(audit.latest("", Long.MAX_VALUE, 10))
                .extracting(AuditEntry::number)
                .containsExactly(kept);
        assertThat(run(0, "verify", "--head", head.toString())).contains("2批", "1 entries");
        assertThat(SERVER.bean(Certificates.class).list(10)).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo("reading");
            assertThat(each.approvedBy()).isEqualTo("zhao");
        });
        owner.sql("delete from audit.certificate").update();
        assertThat(run(1, "verify")).as("without a certificate it is a flaw").contains("Batch 1");
    }

    private String run(int expected, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = arguments.length == 0
                ? List.of()
                : Stream.concat(
                                Stream.of(arguments),
                                Stream.concat(
                                        Stream.of(SERVER.database().arguments()),
                                        Stream.of("--bihuan.home=" + System.getProperty("bihuan.home", ".."))))
                        .toList();
        int status = new AuditCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(NOON.plus(Duration.ofDays(30)), ZoneOffset.UTC))
                .run(all);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void seal() {
        int done = sealing.run(NOON, 1_000);
        while (done > 0) {
            done = sealing.run(NOON, 1_000);
        }
    }

    private long look(String user, String purpose, String... subjects) {
        return audit.record(
                Reader.named(user),
                purpose,
                Action.VIEW,
                Stream.of(subjects).map(Looked::at).toList(),
                "",
                NOON);
    }
}
