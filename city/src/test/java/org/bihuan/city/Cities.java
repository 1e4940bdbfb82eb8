package org.bihuan.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.kernel.DivisionCode;

/** Cities the tests look at: the demonstration scenario in Anshan. */
final class Cities {
    static final DivisionCode ANSHAN = DivisionCode.of("210300000000");
    static final LocalDate FROM = LocalDate.parse("2020-07-14");
    static final LocalDate TO = LocalDate.parse("2020-08-10");

    private Cities() {}

    static City of(int people, long seed) {
        return City.of(settings(people, seed), Scenario.builtIn("anshan-2020"));
    }

    static CitySettings settings(int people, long seed) {
        return new CitySettings(people, seed, ANSHAN, FROM, TO);
    }

    static List<Household> households(City city) {
        List<Household> all = new ArrayList<>();
        city.households(all::add);
        return all;
    }

    static List<School> schools(City city) {
        List<School> all = new ArrayList<>();
        city.schools(all::add);
        return all;
    }

    static List<Traveller> travellers(City city) {
        List<Traveller> all = new ArrayList<>();
        for (int number = 0; number < city.travellerCount(); number++) {
            all.add(city.traveller(number));
        }
        return all;
    }

    static List<Fact> list(Iterator<Fact> facts) {
        List<Fact> all = new ArrayList<>();
        facts.forEachRemaining(all::add);
        return all;
    }

    static List<String> lines(Consumer<Consumer<String>> writer) {
        List<String> all = new ArrayList<>();
        writer.accept(all::add);
        return all;
    }
}
