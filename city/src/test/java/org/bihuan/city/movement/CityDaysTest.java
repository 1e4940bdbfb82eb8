package org.bihuan.city.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CityDaysTest {
    /** 2021-12-06, a Monday. */
    private static final int MONDAY = 18_967;

    record Stay(int person, int place, int enter, int leave) {}

    static List<Stay> stays(CityShape shape, int day) {
        List<Stay> stays = new ArrayList<>();
        new CityDays(shape)
                .forEachStay(day, (person, place, enter, leave) -> stays.add(new Stay(person, place, enter, leave)));
        return stays;
    }

    @Test
    void theSameSeedGivesTheSameDayWhoeverAsksAndInWhateverOrder() {
        CityShape shape = new CityShape(2_000, 7);
        List<Stay> whole = stays(shape, MONDAY);
        assertThat(stays(shape, MONDAY)).isEqualTo(whole);
        assertThat(stays(new CityShape(2_000, 8), MONDAY)).isNotEqualTo(whole);
        CityDays days = new CityDays(shape);
        List<Stay> alone = new ArrayList<>();
        for (int person = 1_999; person >= 0; person--) {
            List<Stay> one = new ArrayList<>();
            days.stays(person, MONDAY, (who, place, enter, leave) -> one.add(new Stay(who, place, enter, leave)));
            alone.addAll(0, one);
        }
        assertThat(alone).isEqualTo(whole);
    }

    @Test
    void aPersonHasAboutFourPointEightStaysADay() {
        long stays = 0;
        for (int day = MONDAY; day < MONDAY + 14; day++) {
            stays += stays(new CityShape(20_000, 7), day).size();
        }
        assertThat(stays / (14.0 * 20_000)).isBetween(4.7, 4.95);
    }

    @Test
    void everybodyIsAtOnePlaceAtATimeAndNeverForMoreThanADay() {
        CityShape shape = new CityShape(3_000, 7);
        Map<Integer, Integer> lastLeave = new HashMap<>();
        for (int day = MONDAY; day < MONDAY + 14; day++) {
            for (Stay stay : stays(shape, day)) {
                assertThat(stay.leave - stay.enter).isBetween(1, 1440);
                assertThat(stay.enter / 1440).isEqualTo(day);
                assertThat(stay.place).isBetween(0, shape.places() - 1);
                Integer before = lastLeave.put(stay.person, stay.leave);
                assertThat(before == null || before <= stay.enter).isTrue();
            }
        }
        assertThat(lastLeave).hasSize(3_000);
    }

    @Test
    void classesAreFullOnWeekdaysAndEmptyAtTheWeekend() {
        CityShape shape = new CityShape(5_000, 7);
        int first = shape.first(PlaceKind.CLASSROOM);
        int last = first + shape.count(PlaceKind.CLASSROOM);
        assertThat(stays(shape, MONDAY + 4)).anyMatch(stay -> stay.place >= first && stay.place < last);
        assertThat(stays(shape, MONDAY + 5)).noneMatch(stay -> stay.place >= first && stay.place < last);
        assertThat(stays(shape, MONDAY + 6)).noneMatch(stay -> stay.place >= first && stay.place < last);
    }

    @Test
    void someMarketsAreFarMorePopularThanOthers() {
        CityShape shape = new CityShape(30_000, 7);
        int first = shape.first(PlaceKind.RESTAURANT);
        long[] visitors = new long[shape.count(PlaceKind.RESTAURANT)];
        for (Stay stay : stays(shape, MONDAY)) {
            if (stay.place >= first && stay.place < first + visitors.length) {
                visitors[stay.place - first]++;
            }
        }
        Arrays.sort(visitors);
        long top = Arrays.stream(visitors, visitors.length * 9 / 10, visitors.length)
                .sum();
        assertThat(top / (double) Arrays.stream(visitors).sum()).isBetween(0.15, 0.7);
    }

    @Test
    void tenMillionPeopleHaveDaysWithoutBeingKept() {
        CityShape shape = new CityShape(10_000_000, 7);
        int[] stays = {0};
        CityDays days = new CityDays(shape);
        for (int person = 9_999_000; person < 10_000_000; person++) {
            days.stays(person, MONDAY, (who, place, enter, leave) -> {
                stays[0]++;
                assertThat(place).isBetween(0, shape.places() - 1);
            });
        }
        assertThat(stays[0]).isBetween(4_000, 6_000);
    }
}
