package org.bihuan.app.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A law case keeps the pictures of desks that may show who is held, and no others. */
@Tag("database")
class HeldPicturesTest {
    private static final String CITY = "210300000000";
    private static final String TIEDONG = "210302000000";
    private static final String STREET = "210302001000";
    private static final String TIEXI = "210303000000";
    private static final String LISHAN = "210304000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    @Test
    void onlyRegionsOfWhoIsHeldWaitAndThePageSaysWhy() throws Exception {
        Visitor officer = Visitor.as(SERVER, "security-officer", CITY);
        arrival("held", TIEDONG);
        await(() -> SERVER.bean(Duties.class).lag(now()).marks() == 0);
        List<String> desks = List.of(CITY, TIEDONG, STREET, TIEXI, LISHAN);
        desks.forEach(HeldPicturesTest::picture);
        UUID person = hold(new Scope.Person(new SubjectId("person", "held")));
        KeptPlaces kept = SERVER.bean(HeldPlaces.class).at(now());
        assertThat(kept.everywhere()).isFalse();
        assertThat(desks).filteredOn(each -> kept.keeps(DivisionCode.of(each))).containsExactly(CITY, TIEDONG, STREET);
        RetentionOrder order = new RetentionOrder(
                UUID.randomUUID(), DivisionCode.of(CITY), 300, true, "市第9号令", "zhao", now(), null, null);
        SERVER.bean(Retention.class).ask(order);
        SERVER.bean(Retention.class).approve(order.id(), "qian", now());
        await(() -> runs().stream().anyMatch(each -> each.state() == RetentionRun.State.DONE));
        assertThat(runs().getFirst().attachments()).isEqualTo(2);
        assertThat(left()).containsExactlyInAnyOrder(CITY, TIEDONG, STREET);
        assertThat(officer.get("/destruction/retention").body()).contains("为案件保全：下列地区", "铁东区。其他地区照常到期");
        assertThat(officer.get("/destruction/retention?lang=en").body()).contains("above and below these: 铁东区");

        UUID outbreak = hold(
                new Scope.Outbreak(Set.of("arrival"), DivisionCode.of(STREET), Instant.parse("2020-07-27T00:00:00Z")));
        lift(person);
        arrival("nowhere", null);
        await(() -> SERVER.bean(Duties.class).lag(now()).marks() == 0);
        UUID nowhere = hold(new Scope.Person(new SubjectId("person", "nowhere")));
        assertThat(SERVER.bean(HeldPlaces.class).at(now()).everywhere()).isTrue();
        assertThat(officer.get("/destruction/retention?lang=zh-CN").body()).contains("有查不到所属地区的");
        lift(nowhere);
        lift(outbreak);
        assertThat(SERVER.bean(HeldPlaces.class).at(now()).isEmpty()).isTrue();
        assertThat(officer.get("/destruction/retention").body()).doesNotContain("为案件保全：");
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(1));
        await(() -> left().isEmpty());
    }

    private static List<RetentionRun> runs() {
        return SERVER.bean(RetentionRuns.class).list();
    }

    private static UUID hold(Scope scope) {
        Hold hold = new Hold(
                UUID.randomUUID(),
                scope,
                "铁东区人民法院",
                "（2020）辽0302民初77号",
                Instant.parse("2020-09-01T00:00:00Z"),
                "zhao",
                now(),
                null,
                null,
                null);
        Holds holds = SERVER.bean(Holds.class);
        Asking.asMachine(() -> holds.ask(hold, now()));
        Asking.asMachine(() -> holds.approve(hold.id(), "qian", now()));
        return hold.id();
    }

    private static void lift(UUID hold) {
        Asking.asMachine(() -> SERVER.bean(Holds.class).lift(hold, "zhao", now()));
        Asking.asMachine(() -> SERVER.bean(Holds.class).lift(hold, "qian", now()));
    }

    /** Old pictures of a desk; what they show is of no matter here. */
    private static void picture(String desk) {
        UUID entry = UUID.randomUUID();
        JdbcClient database = SERVER.bean(JdbcClient.class);
        Asking.asMachine(() -> SERVER.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            database.sql("""
                            insert into shifts.entry (id, at, kind, from_whom, body, done, is_open, written_by, written_name,
                                                      recorded_at, division)
                            values (:entry, '2019-01-01T00:00Z', 'message', '', '来电', '', false, 'zhao', 'zhao',
                                    '2019-01-01T00:00Z', :desk)
                            """)
                    .param("entry", entry)
                    .param("desk", Long.parseLong(desk))
                    .update();
            database.sql("""
                            insert into shifts.attachment (id, entry, added_by, added_at, bytes, picture, division)
                            values (:id, :entry, 'zhao', '2019-01-01T00:00Z', 3, 'abc', :desk)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("entry", entry)
                    .param("desk", Long.parseLong(desk))
                    .update();
        }));
    }

    private static List<String> left() {
        return Asking.asMachine(() -> SERVER.bean(TransactionTemplate.class)
                .execute(_ -> SERVER.bean(JdbcClient.class)
                        .sql("select division::text from shifts.attachment where destroyed_at is null")
                        .query(String.class)
                        .list()));
    }

    private static void arrival(String person, @org.jspecify.annotations.Nullable String to) {
        Map<String, Object> fields = to == null
                ? Map.of("arrivedAt", "2020-07-26T10:00+08:00", "origin", "210202000000")
                : Map.of("arrivedAt", "2020-07-26T10:00+08:00", "origin", "210202000000", "destination", to);
        RawFact raw = new RawFact(
                "kept",
                person,
                "arrival",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", person))),
                to,
                fields);
        Asking.asMachine(() -> SERVER.bean(Facts.class)
                        .append(List.of(raw), SERVER.bean(Rules.class).reader(), now()))
                .forEach(answer -> assertThat(answer).isInstanceOf(Append.Recorded.class));
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 800 && !done.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
