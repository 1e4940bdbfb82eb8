package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {
    private static final List<Household> HOUSEHOLDS = Cities.households(Cities.of(60_000, 7));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 59, 1193, 20_000})
    void everyNumberIsOnePersonOfOneHousehold(int people) {
        City city = Cities.of(people, TestSeed.next("population"));
        int next = 0;
        Set<String> ids = new HashSet<>();
        for (Household household : Cities.households(city)) {
            for (Resident member : household.members()) {
                assertThat(member.number()).isEqualTo(next++);
                assertThat(member.householdId()).isEqualTo(household.id());
                assertThat(member.residence()).isEqualTo(household.residence());
                assertThat(ids.add(member.id())).isTrue();
            }
        }
        assertThat(next).isEqualTo(people);
    }

    @Test
    void enteringAnywhereFindsTheSamePerson() {
        long seed = TestSeed.next("enter anywhere");
        City city = Cities.of(5_000, seed);
        List<Resident> slow = Cities.households(city).stream()
                .flatMap(household -> household.members().stream())
                .toList();
        new Random(seed)
                .ints(500, 0, 5_000)
                .forEach(number -> assertThat(city.resident(number)).isEqualTo(slow.get(number)));
        assertThat(city.resident(0)).isEqualTo(slow.getFirst());
        assertThat(city.resident(4_999)).isEqualTo(slow.getLast());
        assertThatThrownBy(() -> city.resident(5_000)).hasMessageContaining("5000, must be 0 to 4999");
    }

    @Test
    void householdSizesKeepTheirShape() {
        Map<Integer, Long> counts = HOUSEHOLDS.stream()
                .collect(Collectors.groupingBy(household -> household.members().size(), Collectors.counting()));
        double[] shares = {0, 0.25, 0.33, 0.24, 0.10, 0.06, 0.02};
        for (int size = 1; size <= 6; size++) {
            assertThat(counts.getOrDefault(size, 0L) / (double) HOUSEHOLDS.size())
                    .as("size %s", size)
                    .isCloseTo(shares[size], within(0.025));
        }
    }

    @Test
    void agesKeepTheirShapeAndEveryHouseholdHasAGrownUp() {
        Map<Integer, Long> decades = new TreeMap<>();
        for (Household household : HOUSEHOLDS) {
            household.members().forEach(member -> decades.merge(age(member) / 20, 1L, Long::sum));
            assertThat(household.members()).anyMatch(member -> age(member) >= 20);
        }
        double[] shares = {0.149, 0.243, 0.336, 0.236, 0.036}; // of profile/ages.csv
        for (int band = 0; band < shares.length; band++) {
            assertThat(decades.getOrDefault(band, 0L) / 60_000.0)
                    .as("age %s", band * 20)
                    .isCloseTo(shares[band], within(0.01));
        }
    }

    @Test
    void mostChildrenLiveWithSomebodyOfAParentsAge() {
        List<Boolean> with = HOUSEHOLDS.stream()
                .flatMap(household -> household.members().stream()
                        .filter(child -> age(child) < 18)
                        .map(child -> household.members().stream()
                                .anyMatch(parent -> age(parent) - age(child) >= 19 && age(parent) - age(child) <= 46)))
                .toList();
        assertThat(with).hasSizeGreaterThan(5_000);
        assertThat(with.stream().filter(yes -> yes).count()).isGreaterThan(with.size() * 95L / 100);
    }

    @Test
    void peopleLiveInRealPlacesOfTheDivisionMoreInTowns() {
        Map<DivisionCode, Long> places = HOUSEHOLDS.stream()
                .flatMap(household -> household.members().stream())
                .collect(Collectors.groupingBy(Resident::residence, Collectors.counting()));
        assertThat(places.keySet())
                .allMatch(
                        place -> place.level() == 5 && Divisions.load().exists(place) && Cities.ANSHAN.contains(place));
        List<DivisionCode> all = Divisions.load().list(5, Cities.ANSHAN);
        assertThat(places).hasSameSizeAs(all);
        double urban = places.entrySet().stream()
                .filter(place -> Community.isUrban(place.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();
        double rural = places.entrySet().stream()
                .filter(place -> !Community.isUrban(place.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();
        assertThat(urban / rural).isCloseTo(4.0, within(0.4));
    }

    @Test
    void childrenMostlyCarryTheSurnameOfAManOfTheHousehold() {
        long families = 0;
        long shared = 0;
        for (Household household : HOUSEHOLDS) {
            for (Resident child : household.members()) {
                if (age(child) < 18) {
                    families++;
                    boolean same = household.members().stream()
                            .anyMatch(man -> man.sex() == Sex.MALE
                                    && age(man) >= age(child) + 19
                                    && man.name().charAt(0) == child.name().charAt(0));
                    shared += same ? 1 : 0;
                }
            }
        }
        assertThat(shared).isGreaterThan(families * 6 / 10);
    }

    @Test
    void settingsOutsideTheirBoundsAreErrors() {
        assertThatThrownBy(() -> Cities.of(0, 1)).hasMessageContaining("people is 0, must be 1 to 99999999");
        assertThatThrownBy(() -> new CitySettings(1, 1, Cities.ANSHAN, Cities.TO, Cities.FROM))
                .hasMessageContaining("to is 2020-07-14");
        CitySettings nowhere = new CitySettings(1, 1, DivisionCode.of("210399000000"), Cities.FROM, Cities.TO);
        assertThatThrownBy(() -> City.of(nowhere, Scenario.builtIn("anshan-2020")))
                .hasMessageContaining("division 210399000000 has no village");
    }

    private static int age(Resident person) {
        return Period.between(person.born(), Cities.FROM).getYears();
    }
}
