package org.bihuan.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.city.ClusterScenario.SampleScenario;
import org.bihuan.city.Fact.Subject;

/**
 * Plays the scenario's outbreak in one school: a meal that a sick food handler cooked, incubation times spread as a
 * log-normal curve, a second wave among classmates; and single cases everywhere. Immutable.
 */
final class ClusterBuilder {
    private static final double SECONDS_AN_HOUR = 3600;
    private static final String OUTBREAK = "outbreak";
    private static final String SINGLE = "single";

    private final ClusterScenario scenario;
    private final IllnessFacts facts;
    private final long seed;

    ClusterBuilder(ClusterScenario scenario, IllnessFacts facts, long seed) {
        this.scenario = scenario;
        this.facts = facts;
        this.seed = seed;
    }

    /** The outbreak: as many neighbouring classes as the scenario has attack shares, if the school has them. */
    void outbreak(School school, Consumer<Fact> to) {
        Dice dice = Dice.of(seed, OUTBREAK, 0);
        int classes = Math.min(scenario.attack().size(), school.classes().size());
        int first = dice.below(school.classes().size());
        for (int i = 0; i < classes; i++) {
            int at = (first + i) % school.classes().size();
            SchoolClass pupils = school.classes().get(at);
            List<Subject> places = places(FactNames.CLASS, pupils.id(), school);
            for (int pupil : pupils.pupils()) {
                if (dice.chance(scenario.attack().get(i))) {
                    ill(pupil, places, incubated(dice), dice, school, to);
                } else if (dice.chance(scenario.secondary())) {
                    Duration later = scenario.secondaryHours().drawHours(dice);
                    ill(pupil, places, incubated(dice).plus(later), dice, school, to);
                }
            }
            for (int teacher = at;
                    teacher < school.teachers().size();
                    teacher += school.classes().size()) {
                if (dice.chance(scenario.staffAttack())) {
                    ill(school.teachers().get(teacher), places, incubated(dice), dice, school, to);
                }
            }
        }
        if (!school.foodHandlers().isEmpty()) {
            handler(dice, school, to);
        }
    }

    /** Single cases among all pupils of a school in the period. */
    void background(School school, Instant begin, Instant end, Consumer<Fact> to) {
        double days = Duration.between(begin, end).toDays();
        for (SchoolClass pupils : school.classes()) {
            for (int pupil : pupils.pupils()) {
                Dice dice = Dice.of(seed, SINGLE, pupil);
                if (dice.chance(scenario.backgroundPerThousandDay() / 1000 * days)) {
                    Instant onsetAt = begin.plusSeconds(
                            (long) (dice.unit() * Duration.between(begin, end).toSeconds()));
                    List<Subject> places = places(FactNames.CLASS, pupils.id(), school);
                    facts.course(illness(pupil, SINGLE, places, onsetAt, dice), school.division(), to);
                }
            }
        }
    }

    private void ill(int person, List<Subject> places, Instant onsetAt, Dice dice, School school, Consumer<Fact> to) {
        Illness illness = illness(person, OUTBREAK, places, onsetAt, dice);
        facts.course(illness, school.division(), to);
        SampleScenario samples = scenario.samples();
        if (dice.chance(samples.share())) {
            Instant sampledAt =
                    facts.rollCallAfter(onsetAt).plus(samples.sampleHours().drawHours(dice));
            Instant reportedAt = sampledAt.plus(samples.resultHours().drawHours(dice));
            String result = dice.chance(samples.positive()) ? LabTest.POSITIVE : LabTest.NEGATIVE;
            facts.sample(illness, 1, sampledAt, reportedAt, result, school.division(), to);
        }
    }

    /** Fell ill before the meal and went on working; found when the outbreak is looked into, then negative samples. */
    private void handler(Dice dice, School school, Consumer<Fact> to) {
        Instant onsetAt =
                scenario.exposureAt().minus(scenario.handlerOnsetHoursBefore().drawHours(dice));
        List<Subject> places = places(FactNames.PREMISES, school.kitchenId(), school);
        Instant foundAt = facts.rollCallAfter(scenario.exposureAt().plus(hours(scenario.incubationHours())));
        Illness illness = illness(school.foodHandlers().getFirst(), OUTBREAK, places, onsetAt, foundAt, dice);
        facts.course(illness, school.division(), to);
        SampleScenario samples = scenario.samples();
        Instant positiveAt = foundAt.plus(samples.sampleHours().drawHours(dice));
        List<Instant> sampledAt = new ArrayList<>();
        sampledAt.add(positiveAt);
        samples.handlerHours().forEach(span -> sampledAt.add(positiveAt.plus(span.drawHours(dice))));
        for (int i = 0; i < sampledAt.size(); i++) {
            Instant reportedAt = sampledAt.get(i).plus(samples.resultHours().drawHours(dice));
            String result = i == 0 ? LabTest.POSITIVE : LabTest.NEGATIVE;
            facts.sample(illness, i + 1, sampledAt.get(i), reportedAt, result, school.division(), to);
        }
    }

    private Illness illness(int person, String number, List<Subject> places, Instant onsetAt, Dice dice) {
        return illness(person, number, places, onsetAt, facts.notedAt(onsetAt), dice);
    }

    private Illness illness(
            int person, String number, List<Subject> places, Instant onsetAt, Instant notedAt, Dice dice) {
        return new Illness(
                person,
                number,
                places,
                scenario.illness().draw(dice),
                onsetAt,
                notedAt,
                onsetAt.plus(scenario.illnessHours().drawHours(dice)));
    }

    private Instant incubated(Dice dice) {
        double logHours = StrictMath.log(scenario.incubationHours())
                + StrictMath.log(scenario.incubationFactor()) * dice.normal();
        return scenario.exposureAt().plus(hours(StrictMath.exp(logHours)));
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * SECONDS_AN_HOUR));
    }

    private static List<Subject> places(String type, String id, School school) {
        return List.of(SchoolFacts.subject(type, id), SchoolFacts.subject(FactNames.SCHOOL, school.id()));
    }
}
