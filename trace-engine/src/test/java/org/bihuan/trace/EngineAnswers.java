package org.bihuan.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.bihuan.trace.api.Linger;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.VenueExposure;
import org.bihuan.trace.api.Window;

/** Asks the engine what the twin is asked, and turns the answer into the twin's words. */
public record EngineAnswers(
        TraceEngine engine,
        ToIntFunction<String> personNumber,
        IntFunction<String> person,
        ToIntFunction<String> placeNumber,
        IntFunction<String> place) {

    private RingRule rule(ObviousTrace.Question question) {
        Set<Integer> excluded = question.excluded().stream()
                .map(placeNumber::applyAsInt)
                .filter(number -> number >= 0)
                .collect(Collectors.toSet());
        Map<Integer, Integer> lingers = new HashMap<>();
        question.lingers().forEach((venue, minutes) -> {
            if (placeNumber.applyAsInt(venue) >= 0) {
                lingers.put(placeNumber.applyAsInt(venue), minutes);
            }
        });
        return new RingRule(
                new Window(question.from(), question.to()),
                question.minOverlap(),
                excluded,
                new Linger(question.linger(), lingers),
                question.cap());
    }

    public List<ObviousTrace.First> firstRing(String of, ObviousTrace.Question question) {
        return engine.firstRing(personNumber.applyAsInt(of), rule(question), QueryLimit.none()).contacts().stream()
                .map(contact -> new ObviousTrace.First(
                        person.apply(contact.person()),
                        contact.minutes(),
                        contact.encounters(),
                        contact.firstMinute(),
                        contact.lastMinute()))
                .toList();
    }

    public List<ObviousTrace.Second> secondRing(String of, ObviousTrace.Question question) {
        return engine.secondRing(personNumber.applyAsInt(of), rule(question), QueryLimit.none()).contacts().stream()
                .map(contact -> new ObviousTrace.Second(
                        person.apply(contact.person()), contact.viaCount(), contact.firstExposedMinute()))
                .toList();
    }

    public List<String> members(String of, ObviousTrace.Question question) {
        return engine
                .secondRingMembers(personNumber.applyAsInt(of), rule(question), QueryLimit.none())
                .members()
                .stream()
                .mapToObj(person)
                .toList();
    }

    public List<ObviousTrace.Edge> explain(String of, ObviousTrace.Question question, int ring) {
        int number = personNumber.applyAsInt(of);
        List<org.bihuan.trace.api.Edge> edges = ring == 1
                ? engine.explainFirstRing(number, rule(question), QueryLimit.none())
                : engine.explainSecondRing(number, rule(question), QueryLimit.none());
        return edges.stream()
                .map(edge -> new ObviousTrace.Edge(
                        person.apply(edge.person()),
                        person.apply(edge.via()),
                        place.apply(edge.place()),
                        edge.fromMinute(),
                        edge.toMinute()))
                .toList();
    }

    public List<ObviousTrace.Venue> venues(String of, ObviousTrace.Question question, int ring) {
        int number = personNumber.applyAsInt(of);
        List<VenueExposure> venues = ring == 1
                ? engine.firstRing(number, rule(question), QueryLimit.none()).venues()
                : engine.secondRingMembers(number, rule(question), QueryLimit.none())
                        .venues();
        return venues.stream()
                .map(venue -> new ObviousTrace.Venue(
                        place.apply(venue.place()), venue.people(), venue.firstMinute(), venue.lastMinute()))
                .toList();
    }

    public List<ObviousTrace.Common> common(Set<String> persons, int from, int to, int minPersons) {
        List<Integer> numbers = persons.stream().map(personNumber::applyAsInt).toList();
        return engine.placesInCommon(numbers, new Window(from, to), minPersons, QueryLimit.none()).stream()
                .map(common -> new ObviousTrace.Common(
                        place.apply(common.place()), common.persons(), common.firstMinute(), common.lastMinute()))
                .toList();
    }

    public List<ObviousTrace.Visitor> visitors(String at, int from, int to) {
        return engine.visitors(placeNumber.applyAsInt(at), new Window(from, to), QueryLimit.none()).stream()
                .map(stay ->
                        new ObviousTrace.Visitor(person.apply(stay.person()), stay.enterMinute(), stay.leaveMinute()))
                .toList();
    }
}
