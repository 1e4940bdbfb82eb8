package org.bihuan.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.directives.Addressees;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.returns.Returns;
import org.bihuan.app.returns.Units;
import org.bihuan.app.shifts.Shifts;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the demonstration's duty desk something to do, once: {@code demo/desk.yaml}. */
@Component
@ConditionalOnProperty("bihuan.demo.people")
class DemoDesk {
    private static final String BY = "demo";

    private final DemoSettings settings;
    private final Returns returns;
    private final Units units;
    private final Shifts shifts;
    private final Directives directives;
    private final Clock clock;
    private final ZoneId zone;

    DemoDesk(
            DemoSettings settings,
            Returns returns,
            Units units,
            Shifts shifts,
            Directives directives,
            Clock clock,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.zone = zone;
        this.settings = settings;
        this.returns = returns;
        this.units = units;
        this.shifts = shifts;
        this.directives = directives;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Asking.asMachine(this::seed);
    }

    private void seed() {
        if (!units.list().isEmpty()) {
            return;
        }
        Map<?, ?> root = read();
        Instant now = clock.instant();
        DivisionCode city = DivisionCode.of(settings.division());
        // The day before owes returns too, so that the first morning has a board to look at.
        LocalDate since = now.atZone(zone).toLocalDate().minusDays(1);
        for (Object form : list(root.get("forms"))) {
            returns.define(form.toString(), BY, since, now);
        }
        List<Units.Typed> typed = new ArrayList<>();
        for (Object each : list(root.get("units"))) {
            List<?> cells = list(each);
            typed.add(new Units.Typed(
                    cells.get(0).toString(),
                    cells.get(1).toString(),
                    cells.get(2).toString(),
                    cells.get(3).toString(),
                    cells.get(4).toString(),
                    ""));
        }
        units.put(typed, BY, since, now);
        Duration hours = Duration.ofHours(number(root.get("hours")));
        for (Object each : list(root.get("shifts"))) {
            List<?> cells = list(each);
            shifts.plan(
                    city,
                    new Shifts.Typed(
                            key("shift" + cells.getFirst()),
                            cells.get(0).toString(),
                            cells.get(1).toString(),
                            "",
                            cells.get(2).toString(),
                            now.toString(),
                            now.plus(hours).toString()),
                    BY,
                    now);
        }
        Map<?, ?> directive = (Map<?, ?>) Objects.requireNonNull(root.get("directive"));
        directives.send(
                new Directives.Typed(
                        key("directive"),
                        text(directive, "number"),
                        text(directive, "title"),
                        text(directive, "body"),
                        true,
                        now.plus(Duration.ofHours(number(directive.get("hours"))))
                                .toString(),
                        "",
                        new Addressees(
                                Set.of("district-headquarters"), Set.copyOf(Addressees.placesOf(city)), Set.of())),
                new Asker(new UUID(0, 0), BY, "演示", Roles.builtIn().get("headquarters"), city, ""),
                now);
    }

    private static Map<?, ?> read() {
        try (InputStream in = Objects.requireNonNull(DemoDesk.class.getResourceAsStream("/demo/desk.yaml"))) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(Map<?, ?> map, String name) {
        return Objects.requireNonNull(map.get(name), name).toString();
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
