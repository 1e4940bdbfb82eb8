package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.city.Arguments.Part;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CityFactsTest {
    private static final Instant END = Instant.parse("2020-08-10T16:00:00Z");

    @ParameterizedTest
    @EnumSource(Part.class)
    void theSameSeedGivesTheSameLinesAndAnotherSeedOthers(Part part) {
        long seed = TestSeed.next("same lines");
        List<String> first = ndjson(seed, part);
        assertThat(ndjson(seed, part)).isEqualTo(first);
        Set<String> other = new HashSet<>(ndjson(seed + 1, part));
        assertThat(first.stream().filter(other::contains)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameCsv() {
        List<String> first = Cities.lines(to -> Main.csv(Cities.of(3_000, 7), to));
        assertThat(Cities.lines(to -> Main.csv(Cities.of(3_000, 7), to))).isEqualTo(first);
        assertThat(Cities.lines(to -> Main.csv(Cities.of(3_000, 8), to))).isNotEqualTo(first);
    }

    @Test
    void noKeyIsUsedTwiceAndEveryPersonIsRegistered() {
        City city = Cities.of(20_000, TestSeed.next("keys"));
        Set<String> keys = new HashSet<>();
        Set<String> persons = new HashSet<>();
        city.residentFacts(fact -> {
            assertThat(keys.add(fact.key())).as(fact.key()).isTrue();
            persons.add(fact.subjects().getFirst().id());
        });
        assertThat(persons).hasSize(20_000);
        Set<String> units = new HashSet<>();
        city.schoolFacts(fact -> {
            assertThat(keys.add(fact.key())).as(fact.key()).isTrue();
            if (fact.kind().equals("unit")) {
                units.add(fact.subjects().getFirst().id());
            }
        });
        city.happenings().forEachRemaining(fact -> {
            assertThat(keys.add(fact.key())).as(fact.key()).isTrue();
            assertThat(fact.division()).matches(Divisions.load()::exists);
            fact.subjects()
                    .forEach(subject -> assertThat(subject.type().equals("person") ? persons : units)
                            .contains(subject.id()));
            fact.corrects().ifPresent(corrected -> assertThat(keys).contains(corrected));
        });
    }

    @Test
    void happeningsComeInTheOrderTheyBecomeKnown() {
        City city = Cities.of(20_000, TestSeed.next("order"));
        List<Fact> facts = Cities.list(city.happenings());
        assertThat(facts).isSortedAccordingTo((one, two) -> one.knownAt().compareTo(two.knownAt()));
        assertThat(facts).allMatch(fact -> fact.knownAt().isBefore(END));
        Set<String> kinds = facts.stream().map(Fact::kind).collect(Collectors.toSet());
        assertThat(kinds).contains("arrival", "test", "admission", "symptom", "illness", "absence");
        assertThat(facts)
                .hasSize(Cities.list(city.arrivals()).size()
                        + Cities.list(city.illnesses()).size());
    }

    /** The slow twin of the stream: all facts made at once and sorted. */
    @Test
    void arrivalsAreAllFactsOfAllTravellers() {
        City city = Cities.of(5_000, TestSeed.next("arrivals"));
        TravellerFacts facts = new TravellerFacts(new FactKeys(city.settings()), END);
        List<String> slow = Cities.travellers(city).stream()
                .flatMap(traveller -> facts.of(traveller).stream())
                .map(Fact::key)
                .toList();
        assertThat(Cities.list(city.arrivals())).extracting(Fact::key).containsExactlyInAnyOrderElementsOf(slow);
    }

    @Test
    void residentsKeepTheirKeysWhenThePeriodGrows() {
        City longer = City.of(
                new CitySettings(500, 7, Cities.ANSHAN, Cities.FROM, Cities.TO.plusDays(5)),
                Scenario.builtIn("anshan-2020"));
        assertThat(Cities.lines(to -> Main.ndjson(longer, Part.RESIDENTS, to)))
                .isEqualTo(Cities.lines(to -> Main.ndjson(Cities.of(500, 7), Part.RESIDENTS, to)));
    }

    @Test
    void partsHoldWhatTheirNamesSay() {
        City city = Cities.of(3_000, 7);
        int residents =
                Cities.lines(to -> Main.ndjson(city, Part.RESIDENTS, to)).size();
        int arrivals = Cities.lines(to -> Main.ndjson(city, Part.ARRIVALS, to)).size();
        int school = Cities.lines(to -> Main.ndjson(city, Part.SCHOOL, to)).size();
        int all = Cities.lines(to -> Main.ndjson(city, Part.ALL, to)).size();
        assertThat(residents).isEqualTo(3_000);
        assertThat(all).isEqualTo(residents + school + arrivals - city.travellerCount());
    }

    private static List<String> ndjson(long seed, Part part) {
        return Cities.lines(to -> Main.ndjson(Cities.of(4_000, seed), part, to));
    }
}
