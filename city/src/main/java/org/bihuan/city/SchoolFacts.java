package org.bihuan.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bihuan.city.Fact.Subject;

/** The register's word on a school: the school, its classes, their rooms, kitchen and toilets, and who belongs to them. */
final class SchoolFacts {
    private static final String OWN = FactNames.UNIT;

    private final FactKeys keys;
    private final Instant yearStart;

    SchoolFacts(FactKeys keys, Instant yearStart) {
        this.keys = keys;
        this.yearStart = yearStart;
    }

    void of(School school, Consumer<Fact> to) {
        Subject parent = subject(FactNames.SCHOOL, school.id());
        int staff = school.teachers().size() + school.foodHandlers().size();
        to.accept(unit(
                school,
                List.of(new Subject(OWN, FactNames.SCHOOL, school.id())),
                new Payload()
                        .with(FactNames.NAME, school.name())
                        .with(FactNames.TYPE, FactNames.SCHOOL)
                        .with(FactNames.SCHOOL_KIND, school.kind())
                        .with(FactNames.POPULATION, school.pupils() + staff)));
        for (SchoolClass pupils : school.classes()) {
            to.accept(unit(
                    school,
                    List.of(new Subject(OWN, FactNames.CLASS, pupils.id()), parent),
                    new Payload()
                            .with(FactNames.NAME, pupils.name())
                            .with(FactNames.TYPE, FactNames.CLASS)
                            .with(FactNames.GRADE, pupils.grade())
                            .with(FactNames.POPULATION, pupils.pupils().size())));
            classroom(school, parent, pupils, to);
        }
        premises(school, parent, to);
        for (SchoolClass pupils : school.classes()) {
            for (int pupil : pupils.pupils()) {
                to.accept(enrolment(school, pupil, FactNames.PUPIL, subject(FactNames.CLASS, pupils.id())));
            }
        }
        for (int i = 0; i < school.teachers().size(); i++) {
            Subject place = subject(FactNames.CLASS, school.classOfTeacher(i).id());
            to.accept(enrolment(school, school.teachers().get(i), FactNames.TEACHER, place));
        }
        for (int handler : school.foodHandlers()) {
            Subject place = subject(FactNames.PREMISES, school.kitchenId());
            to.accept(enrolment(school, handler, FactNames.FOOD_HANDLER, place));
        }
    }

    private void classroom(School school, Subject parent, SchoolClass pupils, Consumer<Fact> to) {
        List<Subject> subjects = List.of(
                new Subject(OWN, FactNames.PREMISES, pupils.classroomId()),
                parent,
                subject(FactNames.CLASS, pupils.id()));
        to.accept(unit(
                school,
                subjects,
                new Payload()
                        .with(FactNames.NAME, pupils.name() + "教室")
                        .with(FactNames.TYPE, FactNames.CLASSROOM)
                        .with(FactNames.POPULATION, pupils.pupils().size())));
    }

    private void premises(School school, Subject parent, Consumer<Fact> to) {
        to.accept(unit(
                school,
                List.of(new Subject(OWN, FactNames.PREMISES, school.kitchenId()), parent),
                new Payload()
                        .with(FactNames.NAME, "食堂")
                        .with(FactNames.TYPE, FactNames.KITCHEN)
                        .with(FactNames.POPULATION, school.foodHandlers().size())));
        for (int toilet = 1; toilet <= school.toilets(); toilet++) {
            List<Subject> subjects = new ArrayList<>();
            subjects.add(new Subject(OWN, FactNames.PREMISES, school.toiletId(toilet)));
            subjects.add(parent);
            List<SchoolClass> users = school.classesOfToilet(toilet);
            users.forEach(pupils -> subjects.add(subject(FactNames.CLASS, pupils.id())));
            to.accept(unit(
                    school,
                    subjects,
                    new Payload()
                            .with(FactNames.NAME, "第" + ChineseNumber.of(toilet) + "卫生间")
                            .with(FactNames.TYPE, FactNames.TOILET)
                            .with(
                                    FactNames.POPULATION,
                                    users.stream()
                                            .mapToInt(of -> of.pupils().size())
                                            .sum())));
        }
    }

    private Fact unit(School school, List<Subject> subjects, Payload payload) {
        return fact(school, keys.city("unit/" + subjects.getFirst().id()), FactNames.UNIT, subjects, payload);
    }

    private Fact enrolment(School school, int person, String role, Subject place) {
        String id = Resident.idOf(person);
        return fact(
                school,
                keys.city("enrolment/" + id),
                FactNames.ENROLMENT,
                List.of(ResidentFacts.subject(id), place, subject(FactNames.SCHOOL, school.id())),
                new Payload().with(FactNames.ROLE, role));
    }

    private Fact fact(School school, String key, String kind, List<Subject> subjects, Payload payload) {
        return new Fact(
                key,
                FactNames.SCHOOL_REGISTER,
                kind,
                FactNames.SCHEMA,
                yearStart,
                yearStart,
                subjects,
                school.division(),
                payload.with(FactNames.SINCE, yearStart).fields(),
                Optional.empty());
    }

    static Subject subject(String type, String id) {
        return new Subject(type, type, id);
    }
}
