package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.facts.Append;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job: a traveller's facts become a duty, and evidence closes it. */
@Tag("database")
class LedgerToDutiesTest {
    private static final Instant REGISTERED = Instant.parse("2020-07-26T02:00:00Z");

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @Test
    void aDutyIsOpenedByAnArrivalAndClosedByEvidence() {
        SubjectId person = new SubjectId("person", "a");
        MACHINE.at(REGISTERED);
        List<Append> answers = MACHINE.append(Machine.fact(
                "k1",
                "arrival",
                person,
                Map.of(
                        "arrivedAt", "2020-07-20T15:30+08:00",
                        "origin", "210202000000",
                        "originRisk", "low",
                        "destination", "210302000000",
                        "registeredAt", "2020-07-26T10:00+08:00")));
        assertThat(answers).hasOnlyElementsOfType(Append.Recorded.class);
        MACHINE.settle();
        List<DutyView> open = MACHINE.duties().list(DutyQuery.unmet(100), MACHINE.now()).stream()
                .filter(duty -> duty.subject().equals(person))
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().kind()).isEqualTo("nucleic-acid-test");
        assertThat(open.getFirst().state()).isEqualTo(Duty.State.OPEN);

        MACHINE.at(REGISTERED.plus(Duration.ofHours(10)));
        MACHINE.append(Machine.fact(
                "k2",
                "test",
                person,
                Map.of(
                        "sampledAt", "2020-07-26T11:00+08:00",
                        "reportedAt", "2020-07-26T18:00+08:00",
                        "result", "negative",
                        "kind", "nucleic-acid",
                        "owner", "self")));
        MACHINE.settle();
        assertThat(MACHINE.duties()
                        .find(open.getFirst().id(), MACHINE.now())
                        .orElseThrow()
                        .state())
                .isEqualTo(Duty.State.MET);
    }
}
