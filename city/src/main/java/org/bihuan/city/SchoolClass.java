package org.bihuan.city;

import java.util.List;

/**
 * A class of pupils.
 *
 * @param grade 1 is the lowest of the school
 * @param pupils numbers of residents
 */
public record SchoolClass(String id, String name, int grade, List<Integer> pupils) {
    public SchoolClass {
        pupils = List.copyOf(pupils);
    }

    /** The id of its own room. */
    public String classroomId() {
        return id + "-R";
    }
}
