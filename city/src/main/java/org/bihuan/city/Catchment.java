package org.bihuan.city;

import java.util.Arrays;

/**
 * The townships whose children go to the same schools of one kind, and how these are cut into classes.
 *
 * @param lastTownship position of the last township; the first follows the last of the catchment before
 * @param classes classes in each grade
 * @param schools how many schools share them
 */
record Catchment(int lastTownship, int[] classes, int schools) {

    static Catchment of(int lastTownship, int[] pupils, SchoolKind kind, Span classSize) {
        int[] classes =
                Arrays.stream(pupils).map(count -> classesFor(count, classSize)).toArray();
        int most = Arrays.stream(classes).max().orElse(0);
        int schools = (most + kind.classesPerGrade() - 1) / kind.classesPerGrade();
        return new Catchment(lastTownship, classes, schools);
    }

    /**
     * As few classes as hold everyone; one fewer when they would be too small. Then some children find no place and
     * count as going to school elsewhere.
     */
    static int classesFor(int pupils, Span classSize) {
        int classes = (pupils + classSize.high() - 1) / classSize.high();
        return classes > 1 && pupils / classes < classSize.low() ? classes - 1 : classes;
    }
}
