package org.bihuan.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.destruction.Destructions;
import org.bihuan.app.destruction.Scope;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.DestroyedDocuments;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.Found;
import org.bihuan.app.identity.People;
import org.bihuan.app.imports.domain.RowParts;
import org.bihuan.app.imports.store.Line;
import org.bihuan.app.imports.store.PendingRow;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who was destroyed does not come back by an old list, and comes in as somebody new when something new happens. */
@Tag("database")
class DestroyedPeopleTest {
    private static final String HEADER = "姓名,身份证号,抵鞍日期,来源地,目的地\n";
    private static final String ONE = "11010519491231002X";
    private static final String TWO = "440524188001010014";
    private static final String THREE = "110101199003074477";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Office office = new Office(SERVER);
    private final Destructions destructions = SERVER.bean(Destructions.class);

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private static byte[] rows(String... rows) {
        return (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String name, String document, String day) {
        return name + "," + document + "," + day + ",大连市,210302000000";
    }

    private static List<Found> found(String document) {
        return SERVER.bean(People.class)
                .byDocument(IdentityDocument.ofWritten(document).orElseThrow(), Reader.named("li"), "visit", now());
    }

    /** Two people agree that somebody is destroyed; gives back the number of the certificate. */
    private long destroy(String document) {
        UUID id = UUID.randomUUID();
        destructions.ask(id, new Scope.Person(found(document).getFirst().subject()), "本人要求", "zhao", now());
        destructions.approve(id, "qian", now());
        return SERVER.bean(Certificates.class).list(1).getFirst().number();
    }

    @Test
    void anOldRowIsRefusedAndANewHappeningIsSomebodyNew() {
        byte[] ledger = rows(row("欧阳归来", ONE, "7月1日"), row("司徒留下", TWO, "7月2日"));
        office.take(office.send("铁东", ledger, Office.JULY_26, true));
        SubjectId before = found(ONE).getFirst().subject();
        long certificate = destroy(ONE);
        assertThat(found(ONE)).isEmpty();

        Upload again = office.send("铁东", ledger, now().minusSeconds(1), true);
        assertThat(again.counts().refused())
                .as("said before anything is recorded")
                .isOne();
        assertThat(again.counts().same()).isOne();
        again = office.take(again);
        assertThat(again.counts().facts()).isZero();
        assertThat(found(ONE)).isEmpty();
        String rejects = new String(office.refused(again), StandardCharsets.UTF_8);
        assertThat(rejects)
                .contains("欧阳归来," + ONE, "第" + certificate + "号销毁证明", "只写新的时间")
                .doesNotContain("司徒留下");
        assertThat(office.imports().refused(again.id(), 0, 10))
                .singleElement()
                .satisfies(refused -> assertThat(refused.en()).contains("certificate " + certificate));

        Upload unmended = office.send("铁东", rejects.getBytes(StandardCharsets.UTF_8), now().minusSeconds(1), true);
        assertThat(unmended.counts().refused()).isOne();
        Upload elsewhere = office.send("立山", rows(row("欧阳归来", ONE, "7月1日")), now().minusSeconds(1), true);
        assertThat(elsewhere.counts().refused()).as("another office's list").isOne();

        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(30));
        Upload next = office.send("立山", rows(row("欧阳归来", ONE, "8月20日")), now().minusSeconds(1), true);
        assertThat(next.counts().refused()).isZero();
        office.take(next);
        assertThat(found(ONE)).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("欧阳归来");
            assertThat(person.subject()).as("somebody new").isNotEqualTo(before);
        });
        Upload old = office.send("铁东", ledger, now().minusSeconds(1), true);
        assertThat(old.counts().refused()).as("what was destroyed stays so").isOne();
    }

    private static RowWords words() {
        LedgerDesk desk = SERVER.bean(LedgerDesk.class);
        return desk.words(desk.meaning());
    }

    @Test
    void whoIsDestroyedBetweenReadingAndTakingIsNotTaken() {
        office.take(office.send("海城", rows(row("诸葛其间", THREE, "7月3日")), Office.JULY_26, true));
        Upload read = office.send("岫岩", rows(row("诸葛其间", THREE, "7月3日")), Office.JULY_26, true);
        assertThat(read.counts().added()).isOne();
        SubjectId person = found(THREE).getFirst().subject();
        // as if the other ledger had come in while its step was running: rows known, person known, then destroyed
        Line line = new Line(2, "p-x", UUID.randomUUID(), cells(), "", "");
        PendingRow row = new PendingRow(line, 1, 0, RowParts.NONE, "", false);
        destroy(THREE);
        RowTaking.Part part = new RowTaking.Part(List.of(row), Map.of(2L, person.id()), "person", words());
        long facts = office.facts("arrival");
        assertThatThrownBy(() -> SERVER.bean(RowTaking.class).take(read, part, reader(read), now()))
                .isInstanceOf(DestroyedMeanwhile.class);
        assertThat(office.facts("arrival")).as("nothing of the step is kept").isEqualTo(facts);

        Upload taken = office.take(
                office.imports().find(read.id()).orElseThrow().state() == Upload.State.CHECKED
                        ? read
                        : office.send("岫岩", rows(row("诸葛其间", THREE, "7月3日")), Office.JULY_26, true));
        assertThat(taken.counts().refused()).isOne();
        assertThat(taken.counts().facts()).isZero();
        assertThat(found(THREE)).isEmpty();
    }

    private static Map<String, String> cells() {
        return Map.of(
                "person", "p-x",
                "document number", "resident-id/" + THREE,
                "name", "诸葛其间",
                "arrivedAt", "2020-07-03T00:00+08:00",
                "origin", "210200000000");
    }

    private static org.bihuan.policy.format.LedgerFacts reader(Upload upload) {
        LedgerDesk desk = SERVER.bean(LedgerDesk.class);
        return desk.facts(upload, desk.meaning());
    }

    private static RawFact fact(String key, String kind, String person, String at, Map<String, Object> payload) {
        FactSubject subject = new FactSubject("person", new SubjectId("person", person));
        return new RawFact("sender", key, kind, 1, at, at, 0, 0, null, List.of(subject), null, payload);
    }

    private static List<Append> append(RawFact... facts) {
        return SERVER.bean(Facts.class)
                .append(List.of(facts), SERVER.bean(Rules.class).reader(), now());
    }

    @Test
    void factsFromElsewhereDoNotBringThemBackEither() {
        String passport = "E22345678";
        Map<String, Object> who =
                Map.of("name", "夏侯接口", "documentKind", "passport", "documentNumber", passport, "phone", "13800138000");
        RawFact first = fact("1", "person", "x-1", "2020-07-20T08:00:00Z", who);
        assertThat(append(first)).hasOnlyElementsOfType(Append.Recorded.class);
        long certificate = destroy("passport/" + passport);
        assertThat(append(
                        first,
                        fact("2", "person", "x-1", "2020-07-21T08:00:00Z", Map.of("name", "夏侯接口")),
                        fact("3", "person", "x-2", "2020-07-21T08:00:00Z", who),
                        fact("4", "test", "x-1", "2020-07-21T08:00:00Z", Map.of("sampledAt", "2020-07-21T08:00:00Z")),
                        fact("5", "person", "x-3", "2020-07-21T08:00:00Z", Map.of("name", "别人"))))
                .satisfiesExactly(
                        same -> assertRefused(same, certificate),
                        told -> assertRefused(told, certificate),
                        other -> assertRefused(other, certificate),
                        late -> assertThat(late).as("tells nobody's name").isInstanceOf(Append.Recorded.class),
                        free -> assertThat(free).isInstanceOf(Append.Recorded.class));
        assertThat(found("passport/" + passport)).isEmpty();
        String later = now().plusSeconds(1).toString();
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofSeconds(5));
        assertThat(append(fact("6", "person", "x-2", later, who))).hasOnlyElementsOfType(Append.Recorded.class);
        assertThat(found("passport/" + passport)).hasSize(1);
        assertThat(SERVER.bean(DestroyedDocuments.class).end(now().minus(Duration.ofDays(365))))
                .as("not while an order keeps it")
                .isZero();
        assertThat(SERVER.bean(DestroyedDocuments.class).end(now())).isPositive();
        assertThat(append(fact("7", "person", "x-4", "2020-07-21T08:00:00Z", who)))
                .as("its time is over: nobody knows any more that somebody was destroyed")
                .hasOnlyElementsOfType(Append.Recorded.class);
    }

    private static void assertRefused(Append answer, long certificate) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Append.Refused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.code()).isEqualTo("fact.destroyed");
                            assertThat(error.en()).contains("certificate " + certificate);
                        }));
    }
}
