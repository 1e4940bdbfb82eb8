package org.bihuan.city;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.kernel.DivisionCode;

/**
 * Where schools stand: a first pass over the city counts pupils by township, kind and grade, and neighbouring townships
 * are joined until every grade fills a class. Immutable, safe for threads.
 *
 * @param townships ascending; positions in the lists below refer to it
 * @param catchments one list a kind of school
 */
record SchoolPlan(List<DivisionCode> townships, List<List<Catchment>> catchments) {
    static SchoolPlan of(Population population, SchoolPlaces places) {
        List<DivisionCode> townships = new ArrayList<>();
        List<int[][]> counts = new ArrayList<>();
        List<SchoolKind> kinds = places.system().kinds();
        for (Community community : population.communities()) {
            DivisionCode township = community.code().atLevel(4);
            if (townships.isEmpty() || !townships.getLast().equals(township)) {
                townships.add(township);
                counts.add(kinds.stream()
                        .map(kind -> new int[kind.grades().size()])
                        .toArray(int[][]::new));
            }
            int[][] count = counts.getLast();
            population.households(
                    community,
                    household -> household.members().forEach(person -> {
                        int kind = places.kind(person);
                        if (kind >= 0) {
                            count[kind][places.grade(person, kind)]++;
                        }
                    }));
        }
        List<List<Catchment>> catchments = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            catchments.add(join(counts, kind, kinds.get(kind), places.system().classSize()));
        }
        return new SchoolPlan(List.copyOf(townships), List.copyOf(catchments));
    }

    /** How many schools of the kind there are. */
    int schools(int kind) {
        return catchments.get(kind).stream().mapToInt(Catchment::schools).sum();
    }

    private static List<Catchment> join(List<int[][]> counts, int kindAt, SchoolKind kind, Span classSize) {
        List<int[]> open = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int[] pupils = new int[kind.grades().size()];
        for (int township = 0; township < counts.size(); township++) {
            add(pupils, counts.get(township)[kindAt]);
            if (fillsEveryGrade(pupils, classSize)) {
                open.add(pupils);
                ends.add(township);
                pupils = new int[pupils.length];
            }
        }
        if (open.isEmpty()) {
            open.add(pupils);
            ends.add(counts.size() - 1);
        } else { // what is left at the end goes to the last catchment
            add(open.getLast(), pupils);
            ends.set(ends.size() - 1, counts.size() - 1);
        }
        List<Catchment> catchments = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            catchments.add(Catchment.of(ends.get(i), open.get(i), kind, classSize));
        }
        return List.copyOf(catchments);
    }

    private static boolean fillsEveryGrade(int[] pupils, Span classSize) {
        for (int count : pupils) {
            if (count < classSize.low()) {
                return false;
            }
        }
        return true;
    }

    private static void add(int[] to, int[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }
}
