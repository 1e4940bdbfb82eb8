package org.bihuan.city;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of the city: ages, households, names, work, schools (resources in profile/).
 *
 * @param urbanWeight how many times more people a community holds than a village
 * @param spread standard deviation of the logarithm of their sizes
 */
record Profile(
        double urbanWeight,
        double spread,
        AgePyramid ages,
        HouseholdSizes householdSizes,
        Names names,
        Occupations occupations,
        SchoolSystem schools) {

    static Profile builtIn() {
        DataFolder folder = new DataFolder.BuiltIn("profile");
        Values values = folder.values("city.properties");
        Table kinds = folder.table("school-kinds.csv");
        List<SchoolKind> schoolKinds = new ArrayList<>();
        for (int row = 0; row < kinds.size(); row++) {
            schoolKinds.add(SchoolKind.read(kinds, row));
        }
        return new Profile(
                values.number("communities.urbanWeight"),
                values.number("communities.spread"),
                AgePyramid.read(folder.table("ages.csv")),
                HouseholdSizes.read(folder.table("households.csv")),
                new Names(
                        folder.table("surnames.csv"),
                        folder.table("given-names.csv"),
                        values.share("names.twoCharacters"),
                        values.whole("names.youngerSince")),
                Occupations.read(folder.table("occupations.csv")),
                new SchoolSystem(
                        values.read("school.yearStart", "month-day such as 09-01", text -> MonthDay.parse("--" + text)),
                        values.span("school.classSize"),
                        values.whole("school.classesPerToilet"),
                        schoolKinds));
    }
}
