package org.bihuan.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.city.Traveller.Abroad;
import org.bihuan.city.Traveller.Papers;
import org.bihuan.city.Traveller.Trip;
import org.bihuan.kernel.DivisionCode;

/** Makes one traveller from the seed and a number alone. Immutable, safe for threads. */
final class TravellerBuilder {
    /** Risk of a port of entry: the domestic list says nothing of it. */
    private static final String NOT_ON_LIST = "none";

    private final Population population;
    private final long seed;
    private final Permutation who;
    private final Instant begin;
    private final Instant end;
    private final Scenario.Parts scenario;
    private final CareBuilder care;
    private final ReportBuilder reports;

    /**
     * @param begin first midnight of the period
     * @param end midnight after its last day; nothing later is known
     */
    TravellerBuilder(Population population, long seed, Instant begin, Instant end, Scenario.Parts scenario) {
        this.population = population;
        this.seed = seed;
        this.who = new Permutation(seed, population.people());
        this.begin = begin;
        this.end = end;
        this.scenario = scenario;
        this.care = new CareBuilder(scenario.care(), end);
        this.reports = new ReportBuilder(scenario.reports(), end);
    }

    /** How many travellers there are; each is another person. */
    int count() {
        return (int) Math.min(
                population.people(),
                Math.round(population.people() * scenario.travel().perThousand() / 1000));
    }

    Traveller build(int number) {
        Dice dice = Dice.of(seed, "traveller", number);
        Resident person = population.resident((int) who.at(number));
        List<Trip> trips = new ArrayList<>();
        Instant arrivedAt = firstArrival(dice);
        trips.add(trip(dice, 1, person.residence(), arrivedAt));
        if (dice.chance(scenario.travel().secondTrip())) {
            Instant again = arrivedAt.plus(scenario.travel().secondTripHours().drawHours(dice));
            if (again.isBefore(end)) {
                trips.add(trip(dice, 2, person.residence(), again));
            }
        }
        return new Traveller(number, person, trips);
    }

    private Instant firstArrival(Dice dice) {
        TravelScenario travel = scenario.travel();
        int days = travel.daysBefore() + (int) Duration.between(begin, end).toDays() + travel.daysPlanned();
        return begin.plus(Duration.ofDays(dice.below(days) - travel.daysBefore()))
                .plus(travel.hoursOfDay().draw(dice).drawHours(dice));
    }

    private Trip trip(Dice dice, int number, DivisionCode residence, Instant arrivedAt) {
        Optional<Abroad> abroad = dice.chance(scenario.travel().fromAbroad())
                ? Optional.of(new Abroad(
                        scenario.travel().ports().draw(dice),
                        scenario.travel().isolatedDays().draw(dice)))
                : Optional.empty();
        Origin origin = scenario.origins().draw(dice, arrivedAt);
        Optional<String> risk = abroad.isPresent() ? Optional.of(NOT_ON_LIST) : origin.risk();
        Instant leftAt =
                arrivedAt.minus(scenario.travel().durationHours().draw(dice).drawHours(dice));
        Papers papers = papers(dice, leftAt, arrivedAt);
        return new Trip(
                number,
                abroad.map(Abroad::port).orElse(origin.place()),
                risk,
                residence,
                Optional.of(leftAt).filter(this::isKnown),
                arrivedAt,
                abroad,
                papers,
                care.build(dice, arrivedAt, risk, papers),
                reports.build(dice, leftAt, arrivedAt, papers));
    }

    private Papers papers(Dice dice, Instant leftAt, Instant arrivedAt) {
        PaperScenario papers = scenario.papers();
        Optional<Instant> declaredAt =
                papers.declaredHoursBefore().draw(dice).map(hours -> arrivedAt.minus(hours.drawHours(dice)));
        if (!isKnown(arrivedAt) && declaredAt.filter(this::isKnown).isEmpty()) {
            // The city knows of an arrival to come only because it was declared.
            declaredAt = Optional.of(end.minus(new Span(1, 24).drawHours(dice)));
        }
        Optional<Instant> registeredAt = papers.registeredHoursAfter()
                .draw(dice)
                .map(hours -> arrivedAt.plus(hours.drawHours(dice)))
                .filter(this::isKnown);
        Optional<String> code =
                Optional.of(papers.code().draw(dice)).filter(shown -> !shown.equals(PaperScenario.UNKNOWN));
        return new Papers(declaredAt, registeredAt, code, certificate(dice, declaredAt.orElse(leftAt)));
    }

    private Optional<LabTest> certificate(Dice dice, Instant shownAt) {
        PaperScenario papers = scenario.papers();
        if (!dice.chance(papers.certificateShare())) {
            return Optional.empty();
        }
        Instant sampledAt =
                shownAt.minus(papers.certificateHoursBefore().draw(dice).drawHours(dice));
        return Optional.of(new LabTest(
                sampledAt,
                sampledAt.plus(papers.certificateResultHours().drawHours(dice)),
                papers.result().draw(dice),
                papers.kind().draw(dice),
                papers.owner().draw(dice)));
    }

    private boolean isKnown(Instant time) {
        return time.isBefore(end);
    }
}
