package org.bihuan.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visit that came to nothing always has a next one, and whoever moved away is handed over. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class VisitResultsTest {
    private static final String SIBLING = "210303000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T09:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private final DutyWork work = SERVER.bean(DutyWork.class);

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    private static List<Fact> facts(String person, String kind) {
        Facts facts = SERVER.bean(Facts.class);
        return facts.read(facts.groups(List.of(new SubjectId("person", person)))).values().stream()
                .flatMap(own -> own.facts().stream())
                .filter(fact -> fact.kind().equals(kind))
                .toList();
    }

    private static DutyView dutyOf(String person) throws InterruptedException {
        SERVER.bean(Facts.class)
                .append(
                        List.of(new RawFact(
                                "visit-test",
                                person,
                                "arrival",
                                1,
                                null,
                                null,
                                0,
                                0,
                                null,
                                List.of(new FactSubject("person", new SubjectId("person", person))),
                                null,
                                Map.of(
                                        "arrivedAt", "2020-07-26T15:30+08:00",
                                        "origin", "210202000000",
                                        "originRisk", "low",
                                        "destination", "210302000000",
                                        "registeredAt", "2020-07-26T16:00+08:00"))),
                        SERVER.bean(Rules.class).reader(),
                        now());
        settle();
        return first(person);
    }

    private static void settle() throws InterruptedException {
        for (int i = 0; i < 600 && SERVER.bean(Duties.class).lag(now()).marks() > 0; i++) {
            Thread.sleep(20);
        }
    }

    private static DutyView first(String person) {
        DutyQuery any = DutyQuery.unmet(500);
        return SERVER
                .bean(Duties.class)
                .list(
                        new DutyQuery(
                                Set.of(Duty.State.OPEN, Duty.State.LATE, Duty.State.SCHEDULED),
                                any.division(),
                                any.owner(),
                                any.kind(),
                                any.dueBefore(),
                                any.after(),
                                500),
                        now())
                .stream()
                .filter(duty -> duty.subject().id().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private Append attempt(DutyView duty, String key, Map<String, Object> fields) {
        return work.record(duty, WorkKind.ATTEMPT, fields, "visit-test", key, now());
    }

    @Test
    void theNextAttemptFollowsFromTheResultAndAnotherClickSaysTheSame() throws InterruptedException {
        DutyView duty = dutyOf("v1");
        Map<String, Object> nobody = Map.of("result", "nobody-home");
        assertThat(attempt(duty, "a", nobody)).isInstanceOf(Append.Recorded.class);
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofMinutes(3));
        assertThat(attempt(duty, "a", nobody)).isInstanceOf(Append.Repeated.class);
        settle();
        Instant tried = facts("v1", "duty-attempt").getFirst().occurredAt();
        Instant expected = tried.plus(Duration.ofHours(4));
        assertThat(first("v1").nextAttemptAt())
                .isEqualTo(duty.dueAt().isAfter(tried) && expected.isAfter(duty.dueAt()) ? duty.dueAt() : expected);
    }

    @Test
    void whoeverSaysWhenIsHeardAndACallBackMustBeSaid() throws InterruptedException {
        DutyView duty = dutyOf("v2");
        assertThat(attempt(duty, "a", Map.of("result", "call-back")))
                .isInstanceOfSatisfying(
                        Append.Refused.class,
                        refused -> assertThat(refused.errors())
                                .anyMatch(error -> error.field().equals("nextAttemptAt")));
        Instant said = now().plus(Duration.ofMinutes(50));
        assertThat(attempt(duty, "b", Map.of("result", "call-back", "nextAttemptAt", said.toString())))
                .isInstanceOf(Append.Recorded.class);
        settle();
        assertThat(first("v2").nextAttemptAt()).isEqualTo(said);
        assertThat(first("v2").lastResult()).isEqualTo("call-back");
    }

    @Test
    void everyResultOfTheFormHasANextAttempt() throws InterruptedException {
        DutyView duty = dutyOf("v3");
        List<String> results = SERVER
                .bean(Rules.class)
                .catalogue()
                .find("duty-attempt")
                .orElseThrow()
                .fields()
                .get("result")
                .choices()
                .stream()
                .toList();
        assertThat(results).contains("nobody-home", "wrong-number", "refused", "moved", "call-back");
        for (String result : results) {
            AfterVisit after = SERVER.bean(VisitRules.class).after(result);
            assertThat(after.asks() || after.next(now(), duty.dueAt()).isPresent())
                    .as(result)
                    .isTrue();
        }
    }

    @Test
    void whoHasMovedIsHandedOverOnce() throws InterruptedException {
        DutyView duty = dutyOf("v4");
        Map<String, Object> moved = Map.of("result", "moved", "movedTo", SIBLING);
        assertThat(attempt(duty, "a", moved)).isInstanceOf(Append.Recorded.class);
        assertThat(attempt(duty, "a", moved)).isInstanceOf(Append.Repeated.class);
        settle();
        assertThat(facts("v4", "hand-over"))
                .singleElement()
                .satisfies(
                        fact -> assertThat(fact.fields().get("to").toString()).contains("210303"));
        assertThat(Visitor.as(SERVER, "district-headquarters", SIBLING)
                        .get("/subjects/person/v4")
                        .statusCode())
                .as("the other district is responsible now")
                .isEqualTo(200);
        assertThat(Visitor.as(SERVER, "district-headquarters", SIBLING)
                        .get("/subjects/person/v1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(first("v4").division()).as("the duty follows").hasToString(SIBLING);
        assertThat(Visitor.as(SERVER, "district-headquarters", SIBLING)
                        .get("/duties")
                        .body())
                .contains("/subjects/person/v4");
        assertThat(Visitor.as(SERVER, "district-headquarters", "210302000000")
                        .get("/duties")
                        .body())
                .doesNotContain("/subjects/person/v4");
        DutyView leaving = dutyOf("v6");
        assertThat(attempt(leaving, "a", Map.of("result", "moved", "movedTo", "210202000000")))
                .isInstanceOf(Append.Recorded.class);
        settle();
        assertThat(first("v6").division())
                .as("outside the city nobody here would see it")
                .isEqualTo(leaving.division());
        assertThat(attempt(dutyOf("v5"), "a", Map.of("result", "moved", "movedTo", "nowhere")))
                .isInstanceOf(Append.Refused.class);
        assertThat(facts("v5", "hand-over")).isEmpty();
    }
}
