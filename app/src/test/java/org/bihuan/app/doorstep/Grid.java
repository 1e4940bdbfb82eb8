package org.bihuan.app.doorstep;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;

/**
 * A household of two in a community; the first has come home from elsewhere and owes a test at once. Each test moves in
 * one of its own.
 *
 * @param traveller who owes the test
 * @param name that person's name
 */
record Grid(SubjectId traveller, String name, String partner, SubjectId household) {
    static final String DIVISION = "210302002001";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Grid moveIn(RunningServer server) throws InterruptedException {
        Grid grid = next();
        grid.fill(server);
        return grid;
    }

    /** Another household, not recorded yet. */
    static Grid next() {
        int number = NUMBER.incrementAndGet();
        return new Grid(
                new SubjectId("person", "d" + number),
                "周小川" + (char) ('甲' + number),
                "吴桂英" + (char) ('甲' + number),
                new SubjectId("household", "H" + (100 + number)));
    }

    private void fill(RunningServer server) throws InterruptedException {
        Clock clock = server.bean(Clock.class);
        server.bean(Facts.class).append(raws(), server.bean(Rules.class).reader(), clock.instant());
        settle(server);
    }

    /** Household, people and arrival as they are recorded. */
    List<RawFact> raws() {
        List<RawFact> facts = new ArrayList<>();
        facts.add(person(traveller.id(), name, household.id()));
        facts.add(person(traveller.id() + "p", partner, household.id()));
        Map<String, Object> arrival = new LinkedHashMap<>();
        arrival.put("arrivedAt", "2020-07-26T15:30+08:00");
        arrival.put("origin", "210202000000");
        arrival.put("originRisk", "low");
        arrival.put("destination", DIVISION);
        arrival.put("registeredAt", "2020-07-26T16:00+08:00");
        facts.add(raw(traveller.id(), "arrival", null, arrival));
        return facts;
    }

    static void settle(RunningServer server) throws InterruptedException {
        Duties duties = server.bean(Duties.class);
        Clock clock = server.bean(Clock.class);
        for (int i = 0; i < 600 && duties.lag(clock.instant()).marks() > 0; i++) {
            Thread.sleep(50);
        }
    }

    private static RawFact person(String id, String name, String household) {
        return raw(
                id,
                "person",
                "2020-07-01T08:00:00Z",
                Map.of("name", name, "household", household, "residence", DIVISION, "born", "1980-05-05"));
    }

    private static RawFact raw(
            String id, String kind, @org.jspecify.annotations.Nullable String at, Map<String, Object> payload) {
        return new RawFact(
                "grid-test",
                id + "/" + kind,
                kind,
                1,
                at,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", id))),
                DIVISION,
                payload);
    }

    /** The facts of a kind about a subject. */
    static List<Fact> facts(RunningServer server, SubjectId subject, String kind) {
        return Objects.requireNonNull(server.bean(Facts.class)
                        .read(Map.of(subject, List.of(subject)))
                        .get(subject))
                .facts()
                .stream()
                .filter(fact -> fact.kind().equals(kind))
                .toList();
    }
}
