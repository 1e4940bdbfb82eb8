package org.bihuan.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws sex and day of birth from weights by age band and sex. */
final class AgePyramid {
    private final WeightedList<Band> bands;

    private AgePyramid(WeightedList<Band> bands) {
        this.bands = bands;
    }

    static AgePyramid read(Table table) {
        List<Map.Entry<Band, Double>> entries = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            int from = table.whole(row, "fromAge");
            int until = table.whole(row, "untilAge");
            if (until <= from) {
                throw table.bad(row, "untilAge", "" + until, "must be above fromAge");
            }
            entries.add(Map.entry(new Band(from, until, Sex.MALE), table.number(row, "men")));
            entries.add(Map.entry(new Band(from, until, Sex.FEMALE), table.number(row, "women")));
        }
        return new AgePyramid(WeightedList.of(entries));
    }

    Draft draw(Dice dice, LocalDate asOf) {
        Band band = bands.draw(dice);
        LocalDate youngest = asOf.minusYears(band.fromAge());
        LocalDate oldest = asOf.minusYears(band.untilAge()).plusDays(1);
        int days = (int) (youngest.toEpochDay() - oldest.toEpochDay() + 1);
        return new Draft(band.sex(), oldest.plusDays(dice.below(days)));
    }

    private record Band(int fromAge, int untilAge, Sex sex) {}

    /** Somebody without a name or a home yet. */
    record Draft(Sex sex, LocalDate born) {
        /** Whole years on the day. */
        int age(LocalDate day) {
            int years = day.getYear() - born.getYear();
            return born.plusYears(years).isAfter(day) ? years - 1 : years;
        }

        /** Years between the two births; positive when this one is older. */
        double yearsOlderThan(Draft other) {
            return (other.born.toEpochDay() - born.toEpochDay()) / 365.2425;
        }
    }
}
