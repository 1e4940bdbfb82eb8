package org.bihuan.app.doorstep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.app.audit.Action;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who lives behind which door, as the facts in force say. Thread-safe. */
@Component
class Doors {
    static final String HOUSEHOLD = "household";
    static final String VISIT = "household-visit";
    private static final String PERSON = "person";

    private static final String PURPOSE = "packet";

    private final Facts facts;
    private final Disclosure disclosure;

    Doors(Facts facts, Disclosure disclosure) {
        this.facts = facts;
        this.disclosure = disclosure;
    }

    /** A resident as the register has them now. */
    record Resident(
            SubjectId subject,
            String name,
            @Nullable String household,
            @Nullable DivisionCode residence,
            @Nullable LocalDate born) {}

    /**
     * Those who live in the division, by their (canonical) subject.
     *
     * @param most how many are looked at; one more than a packet may hold tells that there are too many
     * @param now when it is written down that somebody takes their names along
     */
    Map<SubjectId, Resident> residents(DivisionCode division, int most, Instant now) {
        List<SubjectId> named = facts.subjectsIn(division, PERSON, most);
        Map<SubjectId, Fact> registers = new LinkedHashMap<>();
        facts.read(facts.groups(named)).forEach((subject, own) -> {
            Fact register = latest(own, PERSON);
            if (register != null && livesIn(register, division)) {
                registers.put(subject, register);
            }
        });
        return open(registers, now);
    }

    private Map<SubjectId, Resident> open(Map<SubjectId, Fact> registers, Instant now) {
        Iterator<Fact> open = disclosure
                .open(WhoReads.now(), PURPOSE, Action.EXPORT, registers.values(), "", now)
                .iterator();
        Map<SubjectId, Resident> residents = new LinkedHashMap<>();
        registers.keySet().forEach(subject -> residents.put(subject, resident(subject, open.next())));
        return residents;
    }

    /** The names of subjects who are no residents; whoever has none is called by the id. */
    Map<SubjectId, Resident> others(Collection<SubjectId> subjects, Instant now) {
        Map<SubjectId, Resident> others = new HashMap<>();
        Map<SubjectId, Fact> registers = new LinkedHashMap<>();
        facts.read(facts.groups(subjects)).forEach((subject, own) -> {
            Fact register = latest(own, subject.type().equals(PERSON) ? PERSON : "unit");
            if (register == null) {
                others.put(subject, new Resident(subject, subject.id(), null, null, null));
            } else {
                registers.put(subject, register);
            }
        });
        others.putAll(open(registers, now));
        return others;
    }

    private static boolean livesIn(Fact register, DivisionCode division) {
        return register.fields().get("residence") instanceof FieldValue.Place place && division.contains(place.value());
    }

    private static Resident resident(SubjectId subject, Fact register) {
        String name = register.text("name");
        return new Resident(
                subject,
                name == null ? subject.id() : name,
                register.text(HOUSEHOLD),
                register.fields().get("residence") instanceof FieldValue.Place place ? place.value() : null,
                register.fields().get("born") instanceof FieldValue.Day day ? day.value() : null);
    }

    private static @Nullable Fact latest(SubjectFacts own, String kind) {
        Fact latest = null;
        for (StandingFact standing : Corrections.standing(own.facts())) {
            if (standing.fact().kind().equals(kind)) {
                latest = standing.fact();
            }
        }
        return latest;
    }

    /** Households with those who live there and what the last visit noted, in the order of their ids. */
    List<Packet.Door> doors(Collection<Resident> residents) {
        Map<String, List<Packet.Resident>> people = new TreeMap<>();
        Map<String, String> places = new HashMap<>();
        for (Resident each : residents) {
            if (each.household() != null) {
                if (each.residence() != null) {
                    places.putIfAbsent(each.household(), each.residence().toString());
                }
                people.computeIfAbsent(each.household(), key -> new ArrayList<>())
                        .add(new Packet.Resident(
                                each.subject().toString(),
                                each.name(),
                                each.born() == null ? null : each.born().getYear()));
            }
        }
        List<SubjectId> households =
                people.keySet().stream().map(id -> new SubjectId(HOUSEHOLD, id)).toList();
        Map<String, Fact> visits = new HashMap<>();
        facts.read(facts.groups(households)).forEach((subject, own) -> {
            Fact visit = latest(own, VISIT);
            if (visit != null) {
                visits.put(subject.id(), visit);
            }
        });
        List<Packet.Door> doors = new ArrayList<>();
        people.forEach((household, living) ->
                doors.add(door(household, places.getOrDefault(household, ""), living, visits.get(household))));
        return doors;
    }

    private static Packet.Door door(
            String household, String division, List<Packet.Resident> people, @Nullable Fact visit) {
        String needs = visit == null ? null : visit.text("needs");
        Instant at = visit == null ? null : visit.occurredAt();
        return new Packet.Door(household, division, people, needs == null ? "" : needs, at);
    }
}
