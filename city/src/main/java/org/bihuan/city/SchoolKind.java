package org.bihuan.city;

import java.util.List;

/**
 * A kind of school (profile/school-kinds.csv).
 *
 * @param fromAge age of the lowest grade on the eve of the school year
 * @param grades names of the grades, lowest first; one year of age each
 * @param enrolled share of the children of these ages who go there
 * @param classesPerGrade most classes of one grade in one school
 * @param name how its name ends; {@code firstInTown} that of the first one in a town
 */
record SchoolKind(
        String word,
        int fromAge,
        List<String> grades,
        double enrolled,
        int classesPerGrade,
        int teachersPerClass,
        int pupilsPerFoodHandler,
        String name,
        String firstInTown) {

    SchoolKind {
        grades = List.copyOf(grades);
    }

    static SchoolKind read(Table table, int row) {
        return new SchoolKind(
                table.get(row, "kind"),
                table.whole(row, "fromAge"),
                List.of(table.get(row, "grades").split(";")),
                table.number(row, "enrolled"),
                table.whole(row, "classesPerGrade"),
                table.whole(row, "teachersPerClass"),
                table.whole(row, "pupilsPerFoodHandler"),
                table.get(row, "name"),
                table.get(row, "firstInTown"));
    }
}
