package org.bihuan.app.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health, metrics and the place in the menu, all of them from what the watch last saw. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    Navigation operationsEntry(Watch watch) {
        return new Navigation(
                        "/operations",
                        "operations.title",
                        90,
                        () -> watch.latest().map(seen -> seen.alarms().size()).orElse(watch.isBlind() ? 1 : 0))
                .in(MenuGroup.SYSTEM);
    }

    @Bean("databaseHealthIndicator")
    HealthIndicator databaseHealth(Watch watch) {
        return health(watch, Set.of(AlarmKind.DATABASE_UNREACHABLE, AlarmKind.DATABASE_NOT_DURABLE));
    }

    @Bean("migrationsHealthIndicator")
    HealthIndicator migrationsHealth(Watch watch) {
        return health(watch, Set.of(AlarmKind.DATABASE_UNREACHABLE, AlarmKind.DATABASE_SCHEMA));
    }

    @Bean("workersHealthIndicator")
    HealthIndicator workersHealth(Watch watch) {
        return health(watch, Set.of(AlarmKind.WORKER_SILENT));
    }

    @Bean("machineClockHealthIndicator")
    HealthIndicator clockHealth(Watch watch) {
        return health(watch, Set.of(AlarmKind.CLOCK_SILENT));
    }

    @Bean("diskHealthIndicator")
    HealthIndicator diskHealth(Watch watch) {
        return health(watch, Set.of(AlarmKind.DISK_FULL));
    }

    private static HealthIndicator health(Watch watch, Set<AlarmKind> faults) {
        return () -> watch.latest()
                .map(seen -> {
                    Health.Builder health = Health.up();
                    seen.alarms().stream()
                            .filter(alarm -> faults.contains(alarm.kind()))
                            .forEach(alarm ->
                                    health.down().withDetail(alarm.kind().label(), alarm.value()));
                    return health.build();
                })
                .orElseGet(() -> Health.down().withDetail("not-observed", true).build());
    }

    @Bean
    MeterBinder machineMetrics(Watch watch, Facts facts) {
        return registry -> {
            FunctionCounter.builder("bihuan.facts.recorded", facts, Facts::recordedSinceStart)
                    .description("facts recorded by this server since it started")
                    .register(registry);
            gauge(
                    registry,
                    watch,
                    "bihuan.queue.length",
                    "live",
                    seen -> seen.observation().live().length());
            gauge(
                    registry,
                    watch,
                    "bihuan.queue.length",
                    "clock",
                    seen -> seen.observation().clock().length());
            gauge(
                    registry,
                    watch,
                    "bihuan.queue.lag.seconds",
                    "live",
                    seen -> seen.observation().live().lag().toMillis() / 1e3);
            gauge(
                    registry,
                    watch,
                    "bihuan.queue.lag.seconds",
                    "clock",
                    seen -> seen.observation().clock().lag().toMillis() / 1e3);
            gauge(
                    registry,
                    watch,
                    "bihuan.subjects.parked",
                    "",
                    seen -> seen.observation().parked());
            gauge(registry, watch, "bihuan.workers.alive", "", OperationsConfiguration::alive);
            gauge(
                    registry,
                    watch,
                    "bihuan.disk.free.bytes",
                    "",
                    seen -> seen.observation().diskFree());
            for (AlarmKind kind : AlarmKind.values()) {
                Gauge.builder("bihuan.alarm", watch, it -> value(it, seen -> seen.has(kind) ? 1 : 0))
                        .description("1 while the alarm is raised")
                        .tag("alarm", kind.label())
                        .register(registry);
            }
        };
    }

    private static double alive(Watch.Seen seen) {
        return seen.observation().workers().stream()
                .filter(worker -> worker.silent().toSeconds() < 120)
                .count();
    }

    private static void gauge(
            MeterRegistry registry, Watch watch, String name, String lane, ToDoubleFunction<Watch.Seen> value) {
        Gauge.Builder<Watch> gauge = Gauge.builder(name, watch, it -> value(it, value));
        (lane.isEmpty() ? gauge : gauge.tag("lane", lane)).register(registry);
    }

    /** Not a number while nothing was seen: a monitor then knows that it knows nothing. */
    private static double value(Watch watch, ToDoubleFunction<Watch.Seen> value) {
        return watch.latest().map(value::applyAsDouble).orElse(Double.NaN);
    }
}
