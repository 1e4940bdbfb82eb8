package org.bihuan.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.kernel.Divisions;

/**
 * A synthetic city: nobody in it exists. Everything is made from the seed when it is asked for; ten million people take
 * no more memory than twenty thousand, apart from eight bytes for each fact of a traveller. Immutable, safe for threads.
 */
public final class City {
    private final CitySettings settings;
    private final Scenario scenario;
    private final Population population;
    private final SchoolPlaces places;
    private final TravellerBuilder travellers;
    private final FactKeys keys;
    private final Instant begin;
    private final Instant end;
    private final Instant yearStart;

    private City(CitySettings settings, Scenario scenario, Profile profile, Divisions divisions) {
        this.settings = settings;
        this.scenario = scenario;
        this.population = Population.of(settings, profile, divisions);
        LocalDate schoolYear = profile.schools().yearOf(settings.from());
        this.places = new SchoolPlaces(profile.schools(), schoolYear, settings.seed());
        this.begin = midnight(settings.from());
        this.end = midnight(settings.to().plusDays(1));
        this.yearStart = midnight(schoolYear);
        this.travellers = new TravellerBuilder(population, settings.seed(), begin, end, scenario.parts());
        this.keys = new FactKeys(settings);
    }

    /** Makes the city's plan; people are made when asked for. */
    public static City of(CitySettings settings, Scenario scenario) {
        return new City(settings, scenario, Profile.builtIn(), Divisions.load());
    }

    /** What the city was made from. */
    public CitySettings settings() {
        return settings;
    }

    /** The epidemic played in it. */
    public Scenario scenario() {
        return scenario;
    }

    /** A resident by number, 0 to people - 1; costs as much as their some sixty neighbours. */
    public Resident resident(int number) {
        return population.resident(number);
    }

    /** Every household, by community and number. */
    public void households(Consumer<Household> to) {
        population.communities().forEach(community -> population.households(community, to));
    }

    /** Every school; two passes over the residents. */
    public void schools(Consumer<School> to) {
        new Schools(population, places, Divisions.load()).forEach(to);
    }

    /** How many travellers there are. */
    public int travellerCount() {
        return travellers.count();
    }

    /** A traveller by number, 0 to travellerCount - 1. */
    public Traveller traveller(int number) {
        return travellers.build(number);
    }

    /** Facts of the register: every resident, in the order of their numbers. */
    public void residentFacts(Consumer<Fact> to) {
        ResidentFacts facts = residentFacts();
        households(household -> household.members().forEach(person -> to.accept(facts.of(person))));
    }

    /** Facts of the register on the travellers alone. */
    public void travellerResidentFacts(Consumer<Fact> to) {
        ResidentFacts facts = residentFacts();
        for (int number = 0; number < travellers.count(); number++) {
            to.accept(facts.of(travellers.build(number).person()));
        }
    }

    /** Facts of the school register: units and who belongs to them. */
    public void schoolFacts(Consumer<Fact> to) {
        SchoolFacts facts = new SchoolFacts(keys, yearStart);
        schools(school -> facts.of(school, to));
    }

    /** What travellers do, in the order it becomes known. */
    public Iterator<Fact> arrivals() {
        return new TravellerStream(travellers, new TravellerFacts(keys, end), begin);
    }

    /** The school outbreak and single illnesses, in the order they become known. */
    public Iterator<Fact> illnesses() {
        ClusterScenario cluster = scenario.parts().cluster();
        IllnessFacts facts = new IllnessFacts(keys, cluster, scenario.zone(), end);
        ClusterBuilder builder = new ClusterBuilder(cluster, facts, settings.seed());
        Schools schools = new Schools(population, places, Divisions.load());
        int ofKind = schools.plan().schools(schools.kindOf(cluster.kind()));
        int chosen = ofKind == 0
                ? -1
                : Dice.of(settings.seed(), "outbreak-school", 0).below(ofKind);
        boolean inPeriod =
                !cluster.exposureAt().isBefore(begin) && cluster.exposureAt().isBefore(end);
        List<Fact> all = new ArrayList<>();
        int[] seen = new int[1];
        schools.forEach(school -> {
            builder.background(school, begin, end, all::add);
            if (school.kind().equals(cluster.kind()) && seen[0]++ == chosen && inPeriod) {
                builder.outbreak(school, all::add);
            }
        });
        all.sort(Comparator.comparing(Fact::knownAt)
                .thenComparing(Fact::occurredAt)
                .thenComparing(Fact::key));
        return List.copyOf(all).iterator();
    }

    /** Arrivals and illnesses together, in the order they become known. */
    public Iterator<Fact> happenings() {
        return new MergedFacts(arrivals(), illnesses());
    }

    private ResidentFacts residentFacts() {
        return new ResidentFacts(
                keys,
                midnight(settings.from().minusDays(scenario.parts().travel().daysBefore())),
                scenario.zone());
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(scenario.zone()).toInstant();
    }
}
