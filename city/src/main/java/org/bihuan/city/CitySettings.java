package org.bihuan.city;

import java.time.LocalDate;
import org.bihuan.kernel.DivisionCode;

/**
 * What a city is made from; the same settings and scenario give the same city.
 *
 * @param people residents, 1 to 99,999,999
 * @param seed any number
 * @param division the place they live in; must have villages or communities
 * @param from first day of the period played; ages are as of this day
 * @param to last day, inclusive: nothing is known after its midnight (in the scenario's zone)
 */
public record CitySettings(int people, long seed, DivisionCode division, LocalDate from, LocalDate to) {
    /** Person numbers have eight digits. */
    private static final int MOST_PEOPLE = 99_999_999;

    private static final int MOST_DAYS = 366;

    public CitySettings {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("people is " + people + ", must be 1 to " + MOST_PEOPLE);
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException(
                    "to is " + to + ", must be from the day of from (" + from + ") to " + MOST_DAYS + " days later");
        }
    }
}
