package org.bihuan.app.arrivals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.scenario.Scenarios;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Test;

class JourneysTest {
    private static final SubjectId PERSON = new SubjectId("person", "a");
    private static final Instant NOON = Instant.parse("2022-11-02T04:00:00Z");
    private static final DivisionCode COMMUNITY = DivisionCode.of("140525000000");
    private static final DivisionCode CHECKPOINT = DivisionCode.of("140502000000");
    private static final JourneyRules RULES = new JourneyRules(
            Set.of("arrival", "landing", "entry"),
            48,
            Duration.ofDays(3),
            Set.of("arrival-class"),
            Set.of("test"),
            Set.of("hand-over"),
            Map.of());

    private int number;

    private Fact fact(String kind, Instant at, DivisionCode division, Map<String, Object> fields) {
        Map<String, FieldValue> typed = new HashMap<>();
        fields.forEach((name, value) -> typed.put(
                name,
                switch (value) {
                    case Instant moment -> new FieldValue.Moment(moment);
                    case DivisionCode place -> new FieldValue.Place(place);
                    default -> new FieldValue.Text(value.toString());
                }));
        return new Fact(
                FactId.of("test", kind + ++number),
                kind,
                at,
                at,
                number,
                at,
                0,
                null,
                List.of(new FactSubject("person", PERSON)),
                division,
                typed);
    }

    private static Instant hours(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static List<Journey> of(List<Fact> facts) {
        Dossier dossier = Dossier.of(PERSON, facts);
        return Journeys.of(
                RULES, dossier, Judge.decide(dossier, List.of(), Pins.none(), hours(100), Scenarios.HORIZON));
    }

    private Fact declaration(Instant declared, Instant expected) {
        return fact(
                "pre-declaration",
                declared,
                COMMUNITY,
                Map.of(
                        "appDeclaredAt",
                        declared,
                        "expectedAt",
                        expected,
                        "destination",
                        COMMUNITY,
                        "receipt",
                        "12ab34cd"));
    }

    @Test
    @Clause({"S4-09", "S4-17"})
    void declaredTwiceSeenAtTheLandingPointAndInALedgerIsOneJourney() {
        List<Fact> facts = new ArrayList<>(List.of(
                declaration(hours(-50), hours(1)),
                declaration(hours(-20), hours(3)),
                fact("arrival", hours(-30), COMMUNITY, Map.of("arrivedAt", hours(2), "declaredAt", hours(-30))),
                fact("landing", hours(2), CHECKPOINT, Map.of("arrivedAt", hours(2), "destination", COMMUNITY)),
                fact("arrival", hours(20), COMMUNITY, Map.of("arrivedAt", hours(4), "destination", COMMUNITY))));
        List<Journey> once = of(facts);
        assertThat(once).hasSize(1);
        Journey journey = once.getFirst();
        assertThat(journey.steps().declaredAt()).isEqualTo(hours(-50));
        assertThat(journey.steps().arrivedAt()).isEqualTo(hours(4));
        assertThat(journey.division()).isEqualTo(COMMUNITY);
        assertThat(journey.seenIn()).isEqualTo(CHECKPOINT);
        assertThat(journey.receipt()).isEqualTo("12ab34cd");
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(facts, random);
            assertThat(of(facts)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void whoOnlyDeclaredIsExpectedAndNotHere() {
        List<Journey> journeys = of(List.of(declaration(hours(-50), hours(5))));
        assertThat(journeys).hasSize(1);
        assertThat(journeys.getFirst().at()).isEqualTo(hours(5));
        assertThat(journeys.getFirst().steps().arrivedAt()).isNull();
        assertThat(journeys.getFirst().seenIn()).isNull();
    }

    @Test
    void anArrivalThatWasOnlyDeclaredAheadIsNotSeen() {
        Fact planned = fact("arrival", hours(-30), COMMUNITY, Map.of("arrivedAt", hours(2), "declaredAt", hours(-30)));
        assertThat(of(List.of(planned)).getFirst().steps().arrivedAt()).isNull();
        Fact registered = fact("arrival", hours(3), COMMUNITY, Map.of("arrivedAt", hours(2), "registeredAt", hours(3)));
        assertThat(of(List.of(planned, registered)).getFirst().steps().arrivedAt())
                .isEqualTo(hours(2));
    }

    @Test
    void aDeclarationBelongsToTheNearestOfTwoArrivals() {
        Fact first = fact("arrival", hours(0), COMMUNITY, Map.of("arrivedAt", hours(0)));
        Fact second = fact("arrival", hours(96), COMMUNITY, Map.of("arrivedAt", hours(96)));
        Fact declared = declaration(hours(-10), hours(90));
        List<Journey> journeys = of(List.of(second, declared, first));
        assertThat(journeys).hasSize(2);
        assertThat(journeys.get(0).steps().declaredAt()).isNull();
        assertThat(journeys.get(1).steps().declaredAt()).isEqualTo(hours(-10));
        Fact far = declaration(hours(-200), hours(-190));
        assertThat(of(List.of(first, far))).hasSize(2);
    }

    @Test
    @Clause("S4-09")
    void whoIsSentBelongsToWhereTheyWereSentUntilItIsRefused() {
        Fact arrived = fact("landing", hours(0), CHECKPOINT, Map.of("arrivedAt", hours(0)));
        Fact sent =
                fact("journey-handover", hours(1), CHECKPOINT, Map.of("sentAt", hours(1), "destination", COMMUNITY));
        Journey onTheWay = of(List.of(arrived, sent)).getFirst();
        assertThat(onTheWay.division()).isEqualTo(COMMUNITY);
        assertThat(onTheWay.steps().sentAt()).isEqualTo(hours(1));
        assertThat(onTheWay.steps().receivedAt()).isNull();
        Fact unsigned = fact("journey-handover", hours(2), COMMUNITY, Map.of("receivedAt", hours(2)));
        assertThat(of(List.of(arrived, sent, unsigned)).getFirst().steps().receivedAt())
                .isNull();
        Fact signed = fact("journey-handover", hours(2), COMMUNITY, Map.of("receivedAt", hours(2), "by", "赵六"));
        assertThat(of(List.of(arrived, sent, signed)).getFirst().steps().receivedAt())
                .isEqualTo(hours(2));
        Fact refusal = fact("handover-refused", hours(2), CHECKPOINT, Map.of("refusedAt", hours(2), "by", "赵六"));
        assertThat(of(List.of(arrived, refusal)).getFirst().remark()).isEqualTo("refused");
        assertThat(of(List.of(arrived, refusal)).getFirst().division()).isEqualTo(CHECKPOINT);
    }

    @Test
    @Clause("S4-09")
    void aReceiptAnswersTheSendingThatItNames() {
        Fact arrived = fact("landing", hours(0), CHECKPOINT, Map.of("arrivedAt", hours(0)));
        Fact first =
                fact("journey-handover", hours(1), CHECKPOINT, Map.of("sentAt", hours(1), "destination", CHECKPOINT));
        Fact second =
                fact("journey-handover", hours(9), CHECKPOINT, Map.of("sentAt", hours(9), "destination", COMMUNITY));
        Fact ofFirst = fact(
                "journey-handover",
                hours(10),
                CHECKPOINT,
                Map.of("sentAt", hours(1), "receivedAt", hours(10), "by", "赵六"));
        Journey waiting = of(List.of(arrived, first, second, ofFirst)).getFirst();
        assertThat(waiting.steps().sentAt()).isEqualTo(hours(9));
        assertThat(waiting.steps().receivedAt()).as("the second still waits").isNull();
        Fact ofSecond = fact(
                "journey-handover",
                hours(10),
                COMMUNITY,
                Map.of("sentAt", hours(9), "receivedAt", hours(10), "by", "赵六"));
        Journey received = of(List.of(arrived, first, second, ofSecond)).getFirst();
        assertThat(received.steps().receivedAt()).isEqualTo(hours(10));
        assertThat(received.division()).as("a receipt says not where to").isEqualTo(COMMUNITY);
    }

    @Test
    void testsCountFromTheArrivalToTheNext() {
        Fact first = fact("arrival", hours(0), COMMUNITY, Map.of("arrivedAt", hours(0)));
        Fact second = fact("arrival", hours(96), COMMUNITY, Map.of("arrivedAt", hours(96)));
        Fact before = fact("test", hours(-3), COMMUNITY, Map.of("sampledAt", hours(-3)));
        Fact after = fact("test", hours(97), COMMUNITY, Map.of("sampledAt", hours(97)));
        List<Journey> journeys = of(List.of(first, second, before, after));
        assertThat(journeys.get(0).steps().testedAt()).isNull();
        assertThat(journeys.get(1).steps().testedAt()).isEqualTo(hours(97));
    }
}
