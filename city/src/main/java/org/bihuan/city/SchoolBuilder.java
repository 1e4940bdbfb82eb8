package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bihuan.kernel.DivisionCode;

/**
 * Collects the children and staff of one catchment, one resident at a time, and cuts them into schools when its last
 * township is done. Neighbours share a class. Not safe for threads.
 */
final class SchoolBuilder {
    private final SchoolKind kind;
    private final SchoolSystem system;
    private final SchoolNames names;
    private final List<List<Integer>> pupils = new ArrayList<>();
    private final List<Integer> teachers = new ArrayList<>();
    private final List<Integer> foodHandlers = new ArrayList<>();

    SchoolBuilder(SchoolKind kind, SchoolSystem system, SchoolNames names) {
        this.kind = kind;
        this.system = system;
        this.names = names;
        for (int grade = 0; grade < kind.grades().size(); grade++) {
            pupils.add(new ArrayList<>());
        }
    }

    void pupil(int number, int grade) {
        pupils.get(grade).add(number);
    }

    void staff(Resident person) {
        switch (person.occupation()) {
            case FactNames.TEACHER -> teachers.add(person.number());
            case FactNames.FOOD_HANDLER -> foodHandlers.add(person.number());
            default -> {}
        }
    }

    /** Passes the schools on and starts over with nobody. */
    void close(Catchment catchment, DivisionCode township, int firstNumber, Consumer<School> to) {
        for (int index = 0; index < catchment.schools(); index++) {
            String id = String.format(Locale.ROOT, "S%04d", firstNumber + index);
            List<SchoolClass> classes = classes(id, catchment, index);
            int inClasses = classes.stream().mapToInt(of -> of.pupils().size()).sum();
            to.accept(new School(
                    id,
                    names.next(township, kind),
                    kind.word(),
                    township,
                    classes,
                    share(teachers, classes.size() * kind.teachersPerClass(), index, catchment.schools()),
                    share(foodHandlers, 2 + inClasses / kind.pupilsPerFoodHandler(), index, catchment.schools()),
                    (classes.size() + system.classesPerToilet() - 1) / system.classesPerToilet()));
        }
        pupils.forEach(List::clear);
        teachers.clear();
        foodHandlers.clear();
    }

    private List<SchoolClass> classes(String school, Catchment catchment, int index) {
        List<SchoolClass> classes = new ArrayList<>();
        for (int grade = 0; grade < pupils.size(); grade++) {
            int count = catchment.classes()[grade];
            int placed = Math.min(
                    pupils.get(grade).size(), count * system.classSize().high());
            int numberInSchool = 0;
            for (int i = 0; i < count; i++) {
                if (i * catchment.schools() / count == index) {
                    numberInSchool++;
                    classes.add(new SchoolClass(
                            String.format(Locale.ROOT, "%s-%02d%02d", school, grade + 1, numberInSchool),
                            kind.grades().get(grade) + numberInSchool + "班",
                            grade + 1,
                            pupils.get(grade).subList(placed * i / count, placed * (i + 1) / count)));
                }
            }
        }
        return classes;
    }

    /** The school's part of the staff at hand, at most as many as it needs. */
    private static List<Integer> share(List<Integer> staff, int needed, int index, int schools) {
        int from = staff.size() * index / schools;
        int until = staff.size() * (index + 1) / schools;
        return staff.subList(from, Math.min(until, from + needed));
    }
}
