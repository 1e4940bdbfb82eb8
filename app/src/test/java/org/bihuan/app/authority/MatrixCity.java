package org.bihuan.app.authority;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/** A few people in several places, and the obvious twin of who sees whom: a code begins with the other's digits. */
final class MatrixCity {
    static final String START = "2020-07-26T12:00:00Z";

    /** The region of whoever is tried, by level. */
    static final Map<Integer, String> OWN =
            Map.of(2, "210300000000", 3, "210302000000", 4, "210302002000", 5, "210302002001");

    static final List<Person> PEOPLE = List.of(
            new Person("p-village", "甲村里人", List.of("210302002001")),
            new Person("p-street", "乙街道人", List.of("210302003000")),
            new Person("p-sibling", "丙邻区人", List.of("210303002000")),
            new Person("p-moved", "丁移来人", List.of("210303002000", "210302002000")),
            new Person("p-foreign", "戊外市人", List.of("210202001000")),
            new Person("p-nowhere", "己无地人", List.of()));

    private MatrixCity() {}

    /**
     * Somebody.
     *
     * @param places whose responsibility they are; the second by hand-over; empty for nobody's
     */
    record Person(String id, String name, List<String> places) {}

    /** What an address is tried with: the words that stand for it in path and answer. */
    record Thing(
            String type,
            String id,
            @Nullable Person person,
            @Nullable DutyView duty) {
        String without(String body) {
            return body.replace(id, "…")
                    .replaceAll("value=\"[A-Za-z0-9_-]{20,}\"", "")
                    .replaceAll("hx-headers=\"[^\"]*\"", "")
                    .replaceAll("<time[^>]*>[^<]*</time>", "");
        }

        @Override
        public String toString() {
            return type + ":" + id;
        }
    }

    static boolean sees(String region, Person person) {
        String digits = significant(region);
        return person.places().isEmpty()
                ? digits.length() <= 4
                : person.places().stream().anyMatch(place -> place.startsWith(digits));
    }

    static boolean sees(String region, Role role, DutyView duty) {
        String place = duty.division() == null ? null : duty.division().toString();
        String digits = significant(region);
        boolean near = place == null ? digits.length() <= 4 : place.startsWith(digits);
        return near && (role.owners().isEmpty() || role.owners().contains(duty.owner()));
    }

    static boolean sees(String region, Role role, Thing thing) {
        if (thing.duty() != null) {
            return sees(region, role, thing.duty());
        }
        return thing.person() != null && sees(region, thing.person());
    }

    /** City 4, county 6, street 9, village 12 digits. */
    private static String significant(String region) {
        return region.endsWith("00000000")
                ? region.substring(0, 4)
                : region.endsWith("000000")
                        ? region.substring(0, 6)
                        : region.endsWith("000") ? region.substring(0, 9) : region;
    }

    static List<DutyView> duties(RunningServer server) {
        DutyQuery all = DutyQuery.unmet(500);
        return server.bean(Duties.class)
                .list(
                        new DutyQuery(
                                Set.of(), all.division(), all.owner(), all.kind(), all.dueBefore(), all.after(), 500),
                        server.bean(Clock.class).instant());
    }

    /** Every person, and one whom nobody knows. */
    static List<Thing> people() {
        List<Thing> things = new ArrayList<>();
        PEOPLE.forEach(person -> things.add(new Thing("person", person.id(), person, null)));
        things.add(new Thing("person", "p-unknown", null, null));
        return things;
    }

    /** Two duties of every person and every region, and one that is none. */
    static List<Thing> someDuties(RunningServer server) {
        Map<SubjectId, Integer> seen = new LinkedHashMap<>();
        List<Thing> things = new ArrayList<>();
        for (DutyView duty : duties(server)) {
            if (seen.merge(duty.subject(), 1, Integer::sum) <= 2) {
                things.add(new Thing("duty", duty.id().toString(), null, duty));
            }
        }
        things.add(new Thing("duty", new UUID(0x8000, 1).toString(), null, null));
        return things;
    }

    static void fill(RunningServer server) throws InterruptedException {
        List<RawFact> facts = new ArrayList<>();
        for (Person person : PEOPLE) {
            SubjectId subject = new SubjectId("person", person.id());
            String first = person.places().isEmpty() ? null : person.places().getFirst();
            facts.add(fact(subject, "person", null, Map.of("name", person.name())));
            if (first != null) {
                facts.add(fact(
                        subject,
                        "arrival",
                        first,
                        Map.of(
                                "arrivedAt", "2020-07-26T15:30+08:00",
                                "origin", "210202000000",
                                "originRisk", person.id().equals("p-street") ? "low" : "high",
                                "destination", first,
                                "registeredAt", "2020-07-26T16:00+08:00")));
            }
            if (person.places().size() > 1) {
                facts.add(fact(
                        subject,
                        "hand-over",
                        null,
                        Map.of(
                                "handedOverAt",
                                "2020-07-26T17:00+08:00",
                                "to",
                                person.places().get(1),
                                "reason",
                                "住在那里")));
            }
        }
        server.bean(Facts.class)
                .append(
                        facts,
                        server.bean(Rules.class).reader(),
                        server.bean(Clock.class).instant())
                .forEach(answer -> {
                    if (!(answer instanceof Append.Recorded)) {
                        throw new AssertionError("not recorded: " + answer);
                    }
                });
        Duties duties = server.bean(Duties.class);
        for (int i = 0; duties.lag(server.bean(Clock.class).instant()).marks() > 0; i++) {
            if (i > 400) {
                throw new AssertionError("the workers do not come to an end");
            }
            Thread.sleep(25);
        }
    }

    /** A test result that somebody records about a person. */
    static Append append(RunningServer server, Asker who, String person, String key) {
        RawFact fact = new RawFact(
                "matrix-test",
                key,
                "test",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", person))),
                "210302000000",
                Map.of("sampledAt", "2020-07-26T17:30+08:00", "result", "negative"));
        try {
            return Asking.as(
                    who,
                    () -> server.bean(Facts.class)
                            .append(
                                    List.of(fact),
                                    server.bean(Rules.class).reader(),
                                    server.bean(Clock.class).instant())
                            .getFirst());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RawFact fact(
            SubjectId subject, String kind, @Nullable String division, Map<String, Object> payload) {
        return new RawFact(
                "matrix-test",
                subject.id() + "/" + kind,
                kind,
                1,
                kind.equals("person") ? "2020-07-26T08:00:00Z" : null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", subject)),
                division,
                payload);
    }
}
