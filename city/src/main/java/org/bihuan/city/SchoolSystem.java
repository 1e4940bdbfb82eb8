package org.bihuan.city;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * How children are graded.
 *
 * @param yearStart first day of the school year
 * @param classSize pupils in a class
 * @param classesPerToilet classes that share one toilet
 * @param kinds by age, each child fits at most one
 */
record SchoolSystem(MonthDay yearStart, Span classSize, int classesPerToilet, List<SchoolKind> kinds) {
    SchoolSystem {
        kinds = List.copyOf(kinds);
    }

    /** The first day of the school year that the day lies in. */
    LocalDate yearOf(LocalDate day) {
        LocalDate start = yearStart.atYear(day.getYear());
        return start.isAfter(day) ? yearStart.atYear(day.getYear() - 1) : start;
    }

    /** Whole years of age on the eve of the school year; negative for the unborn. */
    static int age(LocalDate born, LocalDate yearStart) {
        int years = yearStart.getYear() - born.getYear();
        return born.withYear(yearStart.getYear()).isBefore(yearStart) ? years : years - 1;
    }
}
