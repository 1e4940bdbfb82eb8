package org.bihuan.app.duties;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.app.AsMachine;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.Orders;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The machine without pages and without threads: a test records facts, sets the time and has the marked subjects looked
 * at when it wants. On a database of its own.
 */
public final class Machine
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, AsMachine {
    private static final ThreadLocal<TestClock> CLOCK = new ThreadLocal<>();

    private final List<String> packs;
    private final List<String> more;
    private final TestDatabase database = new TestDatabase();
    private final TestClock clock = new TestClock();
    private @Nullable ConfigurableApplicationContext context;
    private boolean ofOneTest;

    /** A machine with these packs in force; what begins with {@code --} is a setting of the server. */
    public Machine(String... packs) {
        this.packs = Stream.of(packs).filter(each -> !each.startsWith("--")).toList();
        this.more = Stream.of(packs).filter(each -> each.startsWith("--")).toList();
    }

    /** A clock that stands where it is put. */
    static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2020-07-26T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Named as a source; not a @Configuration, which every server started by a test would find by itself. */
    static class TestTime {
        @Bean
        @Primary
        Clock testClock() {
            return Objects.requireNonNull(CLOCK.get());
        }
    }

    /** Of a class when the field is static, of one test otherwise. */
    @Override
    public void beforeAll(ExtensionContext extension) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext extension) {
        if (context == null) {
            start();
            ofOneTest = true;
        }
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        if (ofOneTest) {
            stop();
        }
    }

    private void start() {
        database.open();
        CLOCK.set(clock);
        List<String> arguments = new ArrayList<>(List.of(database.arguments()));
        arguments.add("--bihuan.home=" + home());
        arguments.add("--bihuan.active-packs=" + String.join(",", packs));
        arguments.add("--bihuan.workers=0");
        arguments.add("--bihuan.orders.worker=false");
        arguments.add("--server.port=0");
        arguments.addAll(more);
        arguments.add("--spring.main.lazy-initialization=true"); // pages are made when somebody opens one
        context = new SpringApplicationBuilder(org.bihuan.app.BihuanApplication.class, TestTime.class)
                .run(arguments.toArray(String[]::new));
        CLOCK.remove();
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        stop();
    }

    private void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
        database.close();
    }

    static Path home() {
        return Path.of(System.getProperty("bihuan.home", ".."));
    }

    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    public Instant now() {
        return clock.instant();
    }

    java.time.Clock clock() {
        return clock;
    }

    /** Puts the clock. */
    public void at(Instant now) {
        clock.now = now;
    }

    public List<Append> append(RawFact... facts) {
        return Asking.asMachine(
                () -> bean(Facts.class).append(List.of(facts), bean(Rules.class).reader(), now()));
    }

    /** Looks at everybody who is marked or whose time has come, until nobody is left. */
    public void settle() {
        Reconciler reconciler = bean(Reconciler.class);
        while (reconciler.run(Lane.LIVE, now(), 500) + reconciler.run(Lane.CLOCK, now(), 500) > 0) {
            // the work itself is the condition
        }
    }

    public Duties duties() {
        return bean(Duties.class);
    }

    public Orders orders() {
        return bean(Orders.class);
    }

    /** A fact about one subject. */
    public static RawFact fact(String key, String kind, SubjectId subject, Map<String, Object> payload) {
        return new RawFact(
                "test",
                key,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject(subject.type(), subject)),
                null,
                payload);
    }
}
