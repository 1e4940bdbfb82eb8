package org.bihuan.city.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The epidemic over a plain search through all stays. */
class EpidemicTest {
    private static final int FIRST_DAY = 18_967;
    private static final int START = FIRST_DAY * 1440;
    private static final int END = START + 14 * 1440;
    private static final CityShape SHAPE = new CityShape(1_000, 11);

    private final Map<Integer, List<CityDaysTest.Stay>> byPlace = new HashMap<>();
    private final Map<Integer, List<CityDaysTest.Stay>> byPerson = new HashMap<>();

    EpidemicTest() {
        for (int day = FIRST_DAY; day < FIRST_DAY + 14; day++) {
            for (CityDaysTest.Stay stay : CityDaysTest.stays(SHAPE, day)) {
                byPlace.computeIfAbsent(stay.place(), key -> new ArrayList<>()).add(stay);
                byPerson.computeIfAbsent(stay.person(), key -> new ArrayList<>())
                        .add(stay);
            }
        }
    }

    private List<Meeting> meetings(int person, int from, int to) {
        Map<Integer, Meeting> met = new TreeMap<>();
        for (CityDaysTest.Stay mine : byPerson.getOrDefault(person, List.of())) {
            for (CityDaysTest.Stay other : byPlace.getOrDefault(mine.place(), List.of())) {
                int first = Math.max(Math.max(mine.enter(), other.enter()), from);
                int last = Math.min(Math.min(mine.leave(), other.leave()), to);
                if (other.person() != person && first < last) {
                    met.merge(
                            other.person(),
                            new Meeting(other.person(), last - first, first, last),
                            (one, two) -> new Meeting(
                                    one.person(),
                                    one.minutes() + two.minutes(),
                                    Math.min(one.firstMinute(), two.firstMinute()),
                                    Math.max(one.lastMinute(), two.lastMinute())));
                }
            }
        }
        return List.copyOf(met.values());
    }

    private Collection<Infection> spread(double chance, int percentUnseen, int limit) {
        return new Epidemic(this::meetings, SHAPE, START, END, chance, percentUnseen).spread(5, limit);
    }

    @Test
    void everyoneWasInfectedBySomebodyInfectiousWhomTheyMet() {
        Map<Integer, Infection> byWho = new HashMap<>();
        Collection<Infection> all = spread(0.000_3, 0, 400);
        assertThat(all).hasSizeGreaterThan(50);
        int latest = START;
        for (Infection infection : all) {
            assertThat(infection.minute()).as("in the order of time").isGreaterThanOrEqualTo(latest);
            latest = infection.minute();
            if (infection.infector() >= 0) {
                Infection source = Objects.requireNonNull(byWho.get(infection.infector()), "infected before");
                int from = Epidemic.infectiousFrom(source);
                assertThat(infection.minute()).isBetween(from, from + 5 * 1440);
                assertThat(meetings(source.person(), from, from + 5 * 1440))
                        .anyMatch(meeting -> meeting.person() == infection.person());
            }
            assertThat(byWho.put(infection.person(), infection)).as("once").isNull();
        }
    }

    @Test
    void withoutAChanceOnlyTheFirstFallIllAndTheLimitHolds() {
        assertThat(spread(0, 8, 400)).hasSize(5).allMatch(infection -> infection.infector() == -1);
        assertThat(spread(0.01, 8, 40)).hasSize(40);
    }

    @Test
    void someInfectionsHappenWhereNobodyWasMet() {
        long unseen = spread(0.000_3, 50, 300).stream()
                .filter(infection -> infection.infector() >= 0)
                .filter(infection -> meetings(infection.infector(), START, END).stream()
                        .noneMatch(meeting -> meeting.person() == infection.person()))
                .count();
        assertThat(unseen).isPositive();
    }
}
