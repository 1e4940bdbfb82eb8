package org.bihuan.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.city.Traveller.Care;
import org.bihuan.city.Traveller.Papers;
import org.bihuan.city.Traveller.Symptoms;

/** What happens to a traveller after registration, as the scenario imitates it. Immutable. */
final class CareBuilder {
    private final CareScenario scenario;
    private final Instant end;

    CareBuilder(CareScenario scenario, Instant end) {
        this.scenario = scenario;
        this.end = end;
    }

    Care build(Dice dice, Instant arrivedAt, Optional<String> risk, Papers papers) {
        if (papers.registeredAt().isEmpty()) {
            return new Care(Optional.empty(), List.of(), Optional.empty(), positiveAt(papers.certificate().stream()));
        }
        Instant registeredAt = papers.registeredAt().get();
        Optional<Instant> admittedAt =
                risk.filter(scenario.admittedRisks()::contains).isPresent() && dice.chance(scenario.admittedShare())
                        ? Optional.of(registeredAt.plus(scenario.admittedHours().drawHours(dice)))
                                .filter(end::isAfter)
                        : Optional.empty();
        List<LabTest> tests = new ArrayList<>();
        if (admittedAt.isPresent()) {
            for (Span hours : scenario.admittedTestHours()) {
                test(dice, arrivedAt.plus(hours.drawHours(dice)))
                        .filter(test -> test.sampledAt().isAfter(registeredAt))
                        .ifPresent(tests::add);
            }
        } else if (papers.certificate().isEmpty()) {
            test(dice, registeredAt.plus(scenario.otherTestHours().drawHours(dice)))
                    .ifPresent(tests::add);
        }
        return new Care(
                admittedAt,
                tests,
                symptoms(dice, arrivedAt),
                positiveAt(Stream.concat(papers.certificate().stream(), tests.stream())));
    }

    private Optional<LabTest> test(Dice dice, Instant sampledAt) {
        boolean done = dice.chance(scenario.testDone());
        LabTest test = new LabTest(
                sampledAt,
                sampledAt.plus(scenario.resultHours().drawHours(dice)),
                scenario.result().draw(dice),
                LabTest.NUCLEIC_ACID,
                LabTest.SELF);
        return done && sampledAt.isBefore(end) ? Optional.of(test) : Optional.empty();
    }

    private Optional<Symptoms> symptoms(Dice dice, Instant arrivedAt) {
        if (!dice.chance(scenario.symptomShare())) {
            return Optional.empty();
        }
        Instant onsetAt = arrivedAt.plus(scenario.symptomHours().drawHours(dice));
        return onsetAt.isBefore(end)
                ? Optional.of(new Symptoms(scenario.symptomKinds().draw(dice), onsetAt))
                : Optional.empty();
    }

    private Optional<Instant> positiveAt(Stream<LabTest> tests) {
        return tests.filter(LabTest::isOwnPositive)
                .map(LabTest::reportedAt)
                .filter(end::isAfter)
                .min(Instant::compareTo);
    }
}
