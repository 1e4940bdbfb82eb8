package org.bihuan.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.app.risk.Situation;
import org.bihuan.app.risk.Source;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives the demonstration's risk board made-up lists, once: {@code demo/risk.yaml}. */
@Component
@ConditionalOnProperty("bihuan.demo.people")
class DemoRisk implements SmartLifecycle {
    private static final String BY = "demo";

    private final RiskLists lists;
    private final ListIntake intake;
    private final Situation situation;
    private final Clock clock;
    private final ZoneId zone;
    private volatile boolean running;

    DemoRisk(
            RiskLists lists,
            ListIntake intake,
            Situation situation,
            Clock clock,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.lists = lists;
        this.intake = intake;
        this.situation = situation;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void start() {
        Asking.asMachine(this::seed);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the workers and the people of the city, who are judged by the lists. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 50;
    }

    /** What is there already stays as it is, so that a start that was broken off goes on where it stopped. */
    void seed() {
        Map<?, ?> root = read();
        Instant now = clock.instant();
        for (Object each : list(root.get("lists"))) {
            take((Map<?, ?>) each, text(root, "scheme"), text(root, "source"), now);
        }
        for (Object each : list(root.get("responses"))) {
            List<?> cells = list(each);
            situation.respond(place(cells.get(0)), cells.get(1).toString(), at(cells.get(2)), cell(cells, 3), now, BY);
        }
        for (Object each : list(root.get("sources"))) {
            List<?> cells = list(each);
            Source source = new Source(
                    UUID.randomUUID(),
                    cell(cells, 0),
                    cell(cells, 1),
                    "",
                    place(cells.get(2)),
                    at(cells.get(3)),
                    Optional.empty(),
                    cell(cells, 4),
                    BY);
            situation.flag(source, now);
        }
    }

    /** Goes the way of every list, by a file; one that somebody withdrew is not brought again. */
    private void take(Map<?, ?> list, String scheme, String source, Instant now) {
        Instant from = at(list.get("from"));
        boolean isThere = lists.publications(RiskLists.NATIONAL).stream()
                .anyMatch(each -> each.effectiveAt().equals(from));
        if (isThere) {
            return;
        }
        String lines = list(list.get("lines")).stream()
                .map(line -> list(line).stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "level,province,city,county,area\n", "\n"));
        try {
            Path file = Files.createTempFile("demo-list", ".csv");
            try {
                Files.writeString(file, lines);
                intake.take(
                        file,
                        new ListIntake.Said(RiskLists.NATIONAL, scheme, Optional.of(from), Map.of(), source),
                        now,
                        BY);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> read() {
        try (InputStream in = Objects.requireNonNull(DemoRisk.class.getResourceAsStream("/demo/risk.yaml"))) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant at(@Nullable Object local) {
        return LocalDateTime.parse(Objects.requireNonNull(local).toString())
                .atZone(zone)
                .toInstant();
    }

    private static PlaceId place(Object code) {
        return PlaceId.of(DivisionCode.of(code.toString()));
    }

    private static String text(Map<?, ?> map, String name) {
        return Objects.requireNonNull(map.get(name), name).toString();
    }

    private static String cell(List<?> cells, int column) {
        return cells.get(column).toString();
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
