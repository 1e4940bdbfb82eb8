package org.bihuan.city;

import java.time.LocalDate;

/** Which kind of school and grade a resident attends. Immutable. */
final class SchoolPlaces {
    private final SchoolSystem system;
    private final LocalDate yearStart;
    private final long seed;

    SchoolPlaces(SchoolSystem system, LocalDate yearStart, long seed) {
        this.system = system;
        this.yearStart = yearStart;
        this.seed = seed;
    }

    SchoolSystem system() {
        return system;
    }

    /** Position of the kind among all kinds, or -1 for who is not of school age or not enrolled. */
    int kind(Resident person) {
        int age = SchoolSystem.age(person.born(), yearStart);
        for (int kind = 0; kind < system.kinds().size(); kind++) {
            SchoolKind candidate = system.kinds().get(kind);
            if (age >= candidate.fromAge()
                    && age < candidate.fromAge() + candidate.grades().size()) {
                return Dice.of(seed, "enrolment", person.number()).chance(candidate.enrolled()) ? kind : -1;
            }
        }
        return -1;
    }

    /** Grade of a pupil, from 0. */
    int grade(Resident pupil, int kind) {
        return SchoolSystem.age(pupil.born(), yearStart)
                - system.kinds().get(kind).fromAge();
    }

    /** The kind of school a teacher or food handler works for. */
    int staffKind(Resident person) {
        return Dice.of(seed, "staff", person.number()).below(system.kinds().size());
    }
}
