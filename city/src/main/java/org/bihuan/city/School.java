package org.bihuan.city;

import java.util.List;
import org.bihuan.kernel.DivisionCode;

/**
 * A school or kindergarten, its classes and staff.
 *
 * @param kind kindergarten, primary, junior, senior (profile/school-kinds.csv)
 * @param division the township it lies in
 * @param classes by grade and number; at least one
 * @param teachers numbers of residents; each stands by one class in turn
 * @param foodHandlers numbers of residents, all in the one kitchen
 * @param toilets one for some classes each
 */
public record School(
        String id,
        String name,
        String kind,
        DivisionCode division,
        List<SchoolClass> classes,
        List<Integer> teachers,
        List<Integer> foodHandlers,
        int toilets) {

    public School {
        classes = List.copyOf(classes);
        teachers = List.copyOf(teachers);
        foodHandlers = List.copyOf(foodHandlers);
    }

    /** Number of pupils. */
    public int pupils() {
        return classes.stream().mapToInt(pupils -> pupils.pupils().size()).sum();
    }

    /** The class a teacher stands by. */
    public SchoolClass classOfTeacher(int position) {
        return classes.get(position % classes.size());
    }

    /** The classes that use a toilet (from 1). */
    public List<SchoolClass> classesOfToilet(int toilet) {
        int size = classes.size();
        return classes.subList(size * (toilet - 1) / toilets, size * toilet / toilets);
    }

    /** The kitchen's id. */
    public String kitchenId() {
        return id + "-K1";
    }

    /** The id of a toilet (from 1). */
    public String toiletId(int toilet) {
        return id + "-T" + toilet;
    }
}
