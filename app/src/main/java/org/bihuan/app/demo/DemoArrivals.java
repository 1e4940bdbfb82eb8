package org.bihuan.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the demonstration's checkpoint declared travellers and a queue, once: {@code demo/arrivals.yaml}. */
@Component
@ConditionalOnProperty("bihuan.demo.people")
class DemoArrivals {
    private static final String SOURCE = "demo-arrivals";

    private final Facts facts;
    private final Rules rules;
    private final Clock clock;

    DemoArrivals(Facts facts, Rules rules, Clock clock) {
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Asking.asMachine(this::seed);
    }

    void seed() {
        if (facts.find(FactId.of(SOURCE, "person/1")).isPresent()) {
            return;
        }
        Map<?, ?> root = read();
        Instant now = clock.instant();
        String checkpoint = String.valueOf(root.get("checkpoint"));
        List<RawFact> all = new ArrayList<>();
        int number = 0;
        for (Object each : list(root.get("declared"))) {
            declare(all, list(each), ++number, now);
        }
        for (Object each : list(root.get("queue"))) {
            List<?> cells = list(each);
            Instant since = now.minus(Duration.ofMinutes(((Number) cells.get(1)).longValue()));
            Map<String, Object> stop = new HashMap<>();
            stop.put("noticedAt", since.toString());
            stop.put("queuedAt", since.toString());
            stop.put("plate", cells.get(0).toString());
            all.add(fact("queue/" + ++number, "vehicle-stop", "vehicle", "demo" + number, checkpoint, since, stop));
        }
        facts.append(all, rules.reader(), now);
    }

    private static void declare(List<RawFact> all, List<?> cells, int number, Instant now) {
        Instant declared = now.minus(Duration.ofDays(2));
        Instant expected = now.plus(Duration.ofHours(((Number) cells.get(5)).longValue()));
        String destination = cells.get(4).toString();
        Map<String, Object> person = new HashMap<>();
        person.put("name", cells.get(0).toString());
        put(person, "phone", cells.get(1).toString());
        all.add(fact("person/" + number, "person", "person", "declared" + number, destination, declared, person));
        Map<String, Object> journey = new HashMap<>();
        journey.put("appDeclaredAt", declared.toString());
        journey.put("journeyAt", expected.minus(Duration.ofHours(6)).toString());
        journey.put("expectedAt", expected.toString());
        journey.put("origin", cells.get(3).toString());
        journey.put("destination", destination);
        journey.put("transport", cells.get(2).toString().isEmpty() ? "train" : "private-car");
        journey.put("route", "演示路线");
        journey.put("companions", "无");
        journey.put("testHistory", "无");
        journey.put("health", cells.get(6).toString());
        put(journey, "plate", cells.get(2).toString());
        all.add(fact(
                "journey/" + number, "pre-declaration", "person", "declared" + number, destination, declared, journey));
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static RawFact fact(
            String key, String kind, String type, String id, String division, Instant at, Map<String, Object> payload) {
        return new RawFact(
                SOURCE,
                key,
                kind,
                1,
                at.toString(),
                at.toString(),
                0,
                0,
                null,
                List.of(new FactSubject(type, new SubjectId(type, id))),
                division,
                payload);
    }

    private static Map<?, ?> read() {
        try (InputStream in = Objects.requireNonNull(DemoArrivals.class.getResourceAsStream("/demo/arrivals.yaml"))) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
