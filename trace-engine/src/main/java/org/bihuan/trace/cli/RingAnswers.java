package org.bihuan.trace.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.Edge;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.SecondContact;
import org.bihuan.trace.api.SecondRing;
import org.bihuan.trace.api.SecondRingMembers;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.VenueExposure;
import org.bihuan.trace.index.TraceIndex;

/** Asks for rings and prints them; with many cases each row begins with its case. */
final class RingAnswers {
    private final TraceIndex index;
    private final TraceEngine engine;
    private final RingRule rule;
    private final QueryLimit limit;
    private final Report report;
    private final boolean isMany;
    private final Map<Integer, List<VenueExposure>> venues = new HashMap<>();

    RingAnswers(TraceIndex index, RingRule rule, QueryLimit limit, Report report, boolean isMany) {
        this.index = index;
        engine = index.engine();
        this.rule = rule;
        this.limit = limit;
        this.report = report;
        this.isMany = isMany;
    }

    void first(List<Integer> persons) {
        start("contacts", "person", "minutes", "encounters", "firstAt", "lastAt");
        for (FirstRing ring : engine.firstRings(persons, rule, limit)) {
            venues.put(ring.person(), ring.venues());
            for (Contact contact : ring.contacts()) {
                row(
                        ring.person(),
                        index.person(contact.person()),
                        contact.minutes(),
                        contact.encounters(),
                        EpochMinute.toText(contact.firstMinute()),
                        EpochMinute.toText(contact.lastMinute()));
            }
        }
        venues(persons);
    }

    void second(List<Integer> persons) {
        start("contacts", "person", "viaCount", "firstExposedAt");
        for (int person : persons) {
            SecondRing ring = engine.secondRing(person, rule, limit);
            venues.put(person, ring.venues());
            for (SecondContact contact : ring.contacts()) {
                String firstExposedAt = EpochMinute.toText(contact.firstExposedMinute());
                row(person, index.person(contact.person()), contact.viaCount(), firstExposedAt);
            }
        }
        venues(persons);
    }

    void members(List<Integer> persons, int number) {
        start("contacts", "person");
        for (int person : persons) {
            if (number == 1) {
                FirstRing ring = engine.firstRing(person, rule, limit);
                venues.put(person, ring.venues());
                ring.contacts().forEach(contact -> row(person, index.person(contact.person())));
            } else {
                SecondRingMembers ring = engine.secondRingMembers(person, rule, limit);
                venues.put(person, ring.venues());
                ring.members().stream().forEach(member -> row(person, index.person(member)));
            }
        }
        venues(persons);
    }

    void explain(List<Integer> persons, int number) {
        start("edges", "person", "via", "place", "from", "to", "minutes");
        for (int person : persons) {
            List<Edge> edges = number == 1
                    ? engine.explainFirstRing(person, rule, limit)
                    : engine.explainSecondRing(person, rule, limit);
            for (Edge edge : edges) {
                row(
                        person,
                        index.person(edge.person()),
                        index.person(edge.via()),
                        index.place(edge.place()),
                        EpochMinute.toText(edge.fromMinute()),
                        EpochMinute.toText(edge.toMinute()),
                        edge.minutes());
            }
            if (rule.crowdCap().isPresent()) {
                venues.put(
                        person,
                        number == 1
                                ? engine.firstRing(person, rule, limit).venues()
                                : engine.secondRingMembers(person, rule, limit).venues());
            }
        }
        venues(persons);
    }

    private void start(String list, String... columns) {
        report.list(list, withCase(columns));
    }

    private void row(int person, Object... values) {
        if (!isMany) {
            report.row(values);
            return;
        }
        Object[] all = new Object[values.length + 1];
        all[0] = index.person(person);
        System.arraycopy(values, 0, all, 1, values.length);
        report.row(all);
    }

    private void venues(List<Integer> persons) {
        report.list(Report.VENUES, withCase("place", "people", "firstAt", "lastAt"));
        for (int person : persons) {
            for (VenueExposure venue : venues.getOrDefault(person, List.of())) {
                row(
                        person,
                        index.place(venue.place()),
                        venue.people(),
                        EpochMinute.toText(venue.firstMinute()),
                        EpochMinute.toText(venue.lastMinute()));
            }
        }
    }

    private List<String> withCase(String... columns) {
        List<String> all = new ArrayList<>(List.of(columns));
        if (isMany) {
            all.addFirst("case");
        }
        return all;
    }
}
