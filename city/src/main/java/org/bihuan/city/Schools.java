package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/** All schools of the city, made in one pass over the residents; memory is that of the open catchments. */
final class Schools {
    private final Population population;
    private final SchoolPlaces places;
    private final SchoolPlan plan;
    private final Divisions divisions;

    Schools(Population population, SchoolPlaces places, Divisions divisions) {
        this.population = population;
        this.places = places;
        this.plan = SchoolPlan.of(population, places);
        this.divisions = divisions;
    }

    SchoolPlan plan() {
        return plan;
    }

    /** Position of the kind with this word; an error when there is none. */
    int kindOf(String word) {
        List<String> words =
                places.system().kinds().stream().map(SchoolKind::word).toList();
        int at = words.indexOf(word);
        if (at < 0) {
            throw new IllegalArgumentException("school kind \"" + word + "\" must be one of " + words);
        }
        return at;
    }

    void forEach(Consumer<School> to) {
        new Pass(to).run();
    }

    private final class Pass {
        private final Consumer<School> to;
        private final List<SchoolBuilder> builders = new ArrayList<>();
        private final int[] openCatchment;
        private final int[] mostPupils;
        private final int[] township;
        private int schools;

        Pass(Consumer<School> to) {
            this.to = to;
            SchoolNames names = new SchoolNames(divisions);
            List<SchoolKind> kinds = places.system().kinds();
            kinds.forEach(kind -> builders.add(new SchoolBuilder(kind, places.system(), names)));
            openCatchment = new int[kinds.size()];
            mostPupils = new int[kinds.size()];
            township = new int[kinds.size()];
        }

        void run() {
            int community = 0;
            List<Community> communities = population.communities();
            for (int at = 0; at < plan.townships().size(); at++) {
                DivisionCode code = plan.townships().get(at);
                int[] pupils = new int[builders.size()];
                while (community < communities.size()
                        && code.contains(communities.get(community).code())) {
                    population.households(
                            communities.get(community),
                            household -> household.members().forEach(person -> place(person, pupils)));
                    community++;
                }
                closeAfter(at, pupils);
            }
        }

        private void place(Resident person, int[] pupils) {
            int kind = places.kind(person);
            if (kind >= 0) {
                builders.get(kind).pupil(person.number(), places.grade(person, kind));
                pupils[kind]++;
            } else {
                builders.get(places.staffKind(person)).staff(person);
            }
        }

        /** A catchment's schools stand in the township with most of its pupils. */
        private void closeAfter(int at, int[] pupils) {
            for (int kind = 0; kind < pupils.length; kind++) {
                if (pupils[kind] > mostPupils[kind]) {
                    mostPupils[kind] = pupils[kind];
                    township[kind] = at;
                }
                Catchment catchment = plan.catchments().get(kind).get(openCatchment[kind]);
                if (catchment.lastTownship() == at) {
                    builders.get(kind).close(catchment, plan.townships().get(township[kind]), schools + 1, to);
                    schools += catchment.schools();
                    openCatchment[kind]++;
                    mostPupils[kind] = 0;
                }
            }
        }
    }
}
