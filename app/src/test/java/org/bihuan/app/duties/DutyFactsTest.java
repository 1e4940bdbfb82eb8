package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a duty: attempts that come to nothing, waivers, extensions, assignments. */
@Tag("database")
class DutyFactsTest {
    private static final SubjectId PERSON = new SubjectId("person", "a");
    private static final Instant NOW = RandomHistory.NOW;

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    private UUID test = new UUID(0, 0);

    @BeforeEach
    void oneTestIsOpen() {
        MACHINE.at(NOW);
        Derived.of(MACHINE).clear();
        MACHINE.append(Machine.fact(
                "k1",
                "arrival",
                PERSON,
                Map.of(
                        "arrivedAt", "2020-07-27T08:00+08:00",
                        "origin", "210202000000",
                        "originRisk", "low",
                        "destination", "210302000000",
                        "registeredAt", "2020-07-27T10:00+08:00")));
        MACHINE.settle();
        List<DutyView> open = MACHINE.duties().list(DutyQuery.unmet(10), NOW).stream()
                .filter(duty -> duty.subject().equals(PERSON))
                .toList();
        assertThat(open).hasSize(1);
        test = open.getFirst().id();
    }

    private void say(String key, String kind, Map<String, Object> payload) {
        Map<String, Object> all = new java.util.HashMap<>(payload);
        all.put("duty", test.toString());
        MACHINE.append(Machine.fact(key, kind, PERSON, all));
        MACHINE.settle();
    }

    private DutyView duty() {
        return MACHINE.duties().find(test, MACHINE.now()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-home", "wrong-number", "refused", "moved"})
    void anAttemptThatCameToNothingMeetsNoDutyAndSchedulesTheNext(String result) {
        Instant next = NOW.plus(Duration.ofHours(3));
        say(
                "k2",
                "duty-attempt",
                Map.of("attemptedAt", NOW.toString(), "result", result, "nextAttemptAt", next.toString()));
        assertThat(duty().state()).isEqualTo(Duty.State.OPEN);
        assertThat(duty().attempts()).isEqualTo(1);
        assertThat(duty().lastResult()).isEqualTo(result);
        assertThat(duty().nextAttemptAt()).isEqualTo(next);
        MACHINE.at(NOW.plus(Duration.ofDays(3)));
        MACHINE.settle();
        assertThat(duty().state()).isEqualTo(Duty.State.LATE);
    }

    @Test
    void aReportThatLiesAheadMeetsTheDutyAtItsMomentThoughNoWorkerLives() {
        Instant sampled = NOW.minusSeconds(600);
        Instant report = NOW.plus(Duration.ofHours(2));
        MACHINE.append(Machine.fact(
                "t1",
                "test",
                PERSON,
                Map.of(
                        "sampledAt", sampled.toString(),
                        "reportedAt", report.toString(),
                        "result", "negative",
                        "kind", "nucleic-acid",
                        "owner", "self")));
        MACHINE.settle();
        MACHINE.at(report.minusSeconds(1));
        assertThat(duty().state()).isEqualTo(Duty.State.OPEN);
        assertThat(duty().metAt()).isNull();
        assertThat(unmet()).contains(test);
        MACHINE.at(report);
        assertThat(duty().state()).isEqualTo(Duty.State.MET);
        assertThat(duty().metAt()).isEqualTo(sampled);
        assertThat(duty().metKnownAt()).isEqualTo(report);
        assertThat(unmet()).doesNotContain(test);
        DutyView before = duty();
        MACHINE.settle();
        assertThat(duty()).isEqualTo(before);
    }

    private List<UUID> unmet() {
        return MACHINE.duties().list(DutyQuery.unmet(50), MACHINE.now()).stream()
                .map(DutyView::id)
                .toList();
    }

    @Test
    void aWaiverEndsTheDutyAndItsRetractionBringsItBack() {
        say("k2", "duty-waiver", Map.of("waivedAt", NOW.toString(), "by", "headquarters", "reason", "in hospital"));
        assertThat(duty().state()).isEqualTo(Duty.State.WAIVED);
        MACHINE.append(retraction("k3", "k2"));
        MACHINE.settle();
        assertThat(duty().state()).isEqualTo(Duty.State.OPEN);
    }

    @Test
    void anExtensionMovesTheDueTime() {
        Instant due = duty().dueAt().plus(Duration.ofDays(1));
        say("k2", "duty-extension", Map.of("extendedAt", NOW.toString(), "dueAt", due.toString(), "reason", "flood"));
        assertThat(duty().dueAt()).isEqualTo(due);
        MACHINE.at(due.minusSeconds(1));
        assertThat(duty().state()).isEqualTo(Duty.State.OPEN);
        MACHINE.at(due);
        assertThat(duty().state()).isEqualTo(Duty.State.LATE);
    }

    @Test
    void theLastAssignmentCounts() {
        say("k2", "duty-assignment", Map.of("assignedAt", NOW.minusSeconds(60).toString(), "assignee", "team-1"));
        say("k3", "duty-assignment", Map.of("assignedAt", NOW.toString(), "assignee", "team-2"));
        assertThat(duty().assignee()).isEqualTo("team-2");
    }

    @Test
    void whatWasSaidOfADutyStaysWithItThroughAMerge() {
        say("k2", "duty-assignment", Map.of("assignedAt", NOW.toString(), "assignee", "team-1"));
        var link = Machine.fact("k3", "subject-link", PERSON, Map.of());
        MACHINE.append(new org.bihuan.policy.format.RawFact(
                "test",
                "k3",
                "subject-link",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(
                        link.subjects().getFirst(),
                        Machine.fact("x", "x", new SubjectId("person", "A"), Map.of())
                                .subjects()
                                .getFirst()),
                null,
                Map.of()));
        MACHINE.settle();
        assertThat(duty().assignee()).isEqualTo("team-1");
        assertThat(duty().subject()).isEqualTo(new SubjectId("person", "A"));
        MACHINE.append(retraction("k4", "k3"));
        MACHINE.settle();
        assertThat(duty().subject()).isEqualTo(PERSON);
        assertThat(duty().assignee()).isEqualTo("team-1");
    }

    @Test
    void farAheadEverythingThatFellDueIsCaughtUp() {
        MACHINE.at(NOW.plus(Duration.ofDays(400)));
        assertThat(MACHINE.duties().lag(MACHINE.now()).dueSubjects()).isPositive();
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
        assertThat(duty().state()).isEqualTo(Duty.State.LATE);
    }

    private static org.bihuan.policy.format.RawFact retraction(String key, String of) {
        return new org.bihuan.policy.format.RawFact(
                "test",
                key,
                "retraction",
                1,
                null,
                null,
                0,
                0,
                of,
                List.of(new org.bihuan.policy.fact.FactSubject("person", PERSON)),
                null,
                Map.of());
    }
}
