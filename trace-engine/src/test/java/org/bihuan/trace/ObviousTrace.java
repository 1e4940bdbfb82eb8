package org.bihuan.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The slow obvious twin. It follows the definition word for word: a person's stays are the set of minutes spent at each
 * place, so that uniting is set union and sharing is set intersection. Nothing is indexed, nothing is packed.
 */
public final class ObviousTrace {
    /** Order of the UTF-8 bytes. */
    public static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    /** A maximal shared interval. */
    public record Shared(String place, int from, int to) {}

    /** A row of the first ring. */
    public record First(String person, int minutes, int encounters, int firstAt, int lastAt) {}

    /** A row of the second ring. */
    public record Second(String person, int viaCount, int firstExposedAt) {}

    /** A row of the explanation. */
    public record Edge(String person, String via, String place, int from, int to) {}

    /** A row of the places in common. */
    public record Common(String place, int persons, int firstAt, int lastAt) {}

    /** A row of the visitors of a place. */
    public record Visitor(String person, int enter, int leave) {}

    /** A capped place that was visited. */
    public record Venue(String place, int people, int from, int to) {}

    /** The question. */
    public record Question(
            int from,
            int to,
            int minOverlap,
            Set<String> excluded,
            int linger,
            Map<String, Integer> lingers,
            OptionalInt cap) {
        int lingerAt(String place) {
            return lingers.getOrDefault(place, linger);
        }
    }

    private final NavigableMap<String, Map<String, TreeSet<Integer>>> minutes = new TreeMap<>(BYTES);

    public ObviousTrace(Collection<Visit> rows, OptionalInt assumedStay, int maxStay) {
        for (Visit row : rows) {
            if (row.isOpen() ? assumedStay.isEmpty() : row.leave() <= row.enter()) {
                continue;
            }
            int leave = row.isOpen() ? assumedLeave(row, rows, assumedStay.getAsInt()) : row.leave();
            if (leave - row.enter() > maxStay) {
                continue;
            }
            TreeSet<Integer> there = minutes.computeIfAbsent(row.person(), p -> new TreeMap<>(BYTES))
                    .computeIfAbsent(row.place(), p -> new TreeSet<>());
            for (int minute = row.enter(); minute < leave; minute++) {
                there.add(minute);
            }
        }
    }

    /** The earlier of enter + assumed stay and the person's next enter elsewhere. */
    private static int assumedLeave(Visit open, Collection<Visit> rows, int assumedStay) {
        int leave = open.enter() + assumedStay;
        for (Visit other : rows) {
            boolean isRejected = !other.isOpen() && other.leave() <= other.enter();
            if (!isRejected
                    && other.person().equals(open.person())
                    && !other.place().equals(open.place())) {
                if (other.enter() > open.enter()) {
                    leave = Math.min(leave, other.enter());
                }
            }
        }
        return leave;
    }

    public Set<String> people() {
        return minutes.keySet();
    }

    /** Minutes by place, excluded places removed, clipped. */
    private Map<String, TreeSet<Integer>> stays(String person, int from, int to, Set<String> excluded) {
        Map<String, TreeSet<Integer>> result = new TreeMap<>(BYTES);
        minutes.getOrDefault(person, Map.of()).forEach((place, there) -> {
            TreeSet<Integer> inside = new TreeSet<>(there.subSet(from, to));
            if (!excluded.contains(place) && !inside.isEmpty()) {
                result.put(place, inside);
            }
        });
        return result;
    }

    private int crowd(String place, Question question) {
        int people = 0;
        for (String person : minutes.keySet()) {
            people +=
                    stays(person, question.from, question.to, question.excluded).containsKey(place) ? 1 : 0;
        }
        return people;
    }

    /** The stays that expose others: without capped places, with the linger behind each united stay. */
    private Map<String, TreeSet<Integer>> exposing(String person, int from, Question question) {
        Map<String, TreeSet<Integer>> result = new TreeMap<>(BYTES);
        stays(person, from, question.to, question.excluded).forEach((place, there) -> {
            if (question.cap.isEmpty() || crowd(place, question) <= question.cap.getAsInt()) {
                TreeSet<Integer> longer = new TreeSet<>(there);
                for (Shared stay : intervals(place, there)) {
                    for (int minute = stay.to; minute < stay.to + question.lingerAt(place); minute++) {
                        longer.add(minute);
                    }
                }
                result.put(place, longer);
            }
        });
        return result;
    }

    private static List<Shared> intervals(String place, TreeSet<Integer> there) {
        List<Shared> result = new ArrayList<>();
        for (int minute : there) {
            if (!result.isEmpty() && result.getLast().to == minute) {
                result.set(result.size() - 1, new Shared(place, result.getLast().from, minute + 1));
            } else {
                result.add(new Shared(place, minute, minute + 1));
            }
        }
        return result;
    }

    private List<Shared> shared(String exposer, int from, String exposed, Question question) {
        List<Shared> result = new ArrayList<>();
        Map<String, TreeSet<Integer>> others = stays(exposed, question.from, question.to, question.excluded);
        exposing(exposer, from, question).forEach((place, there) -> {
            TreeSet<Integer> both = new TreeSet<>(there);
            both.retainAll(others.getOrDefault(place, new TreeSet<>()));
            result.addAll(intervals(place, both));
        });
        return result;
    }

    private static int total(List<Shared> shared) {
        return shared.stream().mapToInt(interval -> interval.to - interval.from).sum();
    }

    private static int first(List<Shared> shared) {
        return shared.stream().mapToInt(Shared::from).min().orElseThrow();
    }

    public List<First> firstRing(String person, Question question) {
        List<First> ring = new ArrayList<>();
        for (String other : minutes.keySet()) {
            List<Shared> shared = shared(person, question.from, other, question);
            if (!other.equals(person) && total(shared) >= question.minOverlap) {
                int last = shared.stream().mapToInt(Shared::to).max().orElseThrow();
                ring.add(new First(other, total(shared), shared.size(), first(shared), last));
            }
        }
        return ring;
    }

    public List<Edge> explainFirstRing(String person, Question question) {
        List<Edge> edges = new ArrayList<>();
        for (First contact : firstRing(person, question)) {
            for (Shared interval : shared(person, question.from, contact.person, question)) {
                edges.add(new Edge(contact.person, person, interval.place, interval.from, interval.to));
            }
        }
        return edges;
    }

    public List<Edge> explainSecondRing(String person, Question question) {
        List<First> ring = firstRing(person, question);
        Set<String> inside = new TreeSet<>(ring.stream().map(First::person).toList());
        inside.add(person);
        List<Edge> edges = new ArrayList<>();
        for (String other : minutes.keySet()) {
            for (First via : ring) {
                List<Shared> shared = shared(via.person, via.firstAt, other, question);
                if (!inside.contains(other) && total(shared) >= question.minOverlap) {
                    shared.forEach(interval ->
                            edges.add(new Edge(other, via.person, interval.place, interval.from, interval.to)));
                }
            }
        }
        return edges;
    }

    public List<Second> secondRing(String person, Question question) {
        Map<String, Map<String, Integer>> firstByVia = new LinkedHashMap<>();
        for (Edge edge : explainSecondRing(person, question)) {
            firstByVia.computeIfAbsent(edge.person, p -> new TreeMap<>()).merge(edge.via, edge.from, Math::min);
        }
        List<Second> ring = new ArrayList<>();
        firstByVia.forEach((other, vias) -> ring.add(new Second(
                other, vias.size(), vias.values().stream().min(Integer::compare).orElseThrow())));
        return ring;
    }

    /** Capped places visited by the person, or by the first ring too. */
    public List<Venue> venues(String person, Question question, boolean withRing) {
        Map<String, Venue> venues = new TreeMap<>(BYTES);
        note(person, question.from, question, venues);
        if (withRing) {
            firstRing(person, question).forEach(via -> note(via.person, via.firstAt, question, venues));
        }
        return List.copyOf(venues.values());
    }

    private void note(String person, int from, Question question, Map<String, Venue> venues) {
        stays(person, from, question.to, question.excluded).forEach((place, there) -> {
            int crowd = crowd(place, question);
            if (question.cap.isPresent() && crowd > question.cap.getAsInt()) {
                Venue venue = new Venue(place, crowd, there.first(), there.last() + 1);
                venues.merge(
                        place,
                        venue,
                        (a, b) -> new Venue(place, crowd, Math.min(a.from, b.from), Math.max(a.to, b.to)));
            }
        });
    }

    public List<Common> common(Set<String> persons, int from, int to, int minPersons) {
        Map<String, Common> places = new TreeMap<>(BYTES);
        for (String person : persons) {
            stays(person, from, to, Set.of()).forEach((place, there) -> {
                Common visit = new Common(place, 1, there.first(), there.last() + 1);
                places.merge(
                        place,
                        visit,
                        (a, b) -> new Common(
                                place, a.persons + 1, Math.min(a.firstAt, b.firstAt), Math.max(a.lastAt, b.lastAt)));
            });
        }
        return places.values().stream()
                .filter(place -> place.persons >= minPersons)
                .toList();
    }

    public List<Visitor> visitors(String place, int from, int to) {
        List<Visitor> visitors = new ArrayList<>();
        for (String person : minutes.keySet()) {
            TreeSet<Integer> there = stays(person, from, to, Set.of()).getOrDefault(place, new TreeSet<>());
            intervals(place, there).forEach(stay -> visitors.add(new Visitor(person, stay.from, stay.to)));
        }
        return visitors;
    }
}
