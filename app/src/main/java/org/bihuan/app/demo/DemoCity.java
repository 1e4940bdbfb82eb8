package org.bihuan.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.app.orders.Orders;
import org.bihuan.app.rules.Rules;
import org.bihuan.city.City;
import org.bihuan.city.CitySettings;
import org.bihuan.city.Fact;
import org.bihuan.city.Scenario;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seeds the city once, then plays what happens in it as the clock passes. Survives a kill: every step is idempotent. */
@Component
@ConditionalOnProperty("bihuan.demo.people")
class DemoCity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);
    private static final int BATCH = 1_000;
    private static final Duration TICK = Duration.ofMillis(500);

    private final DemoSettings settings;
    private final Facts facts;
    private final Rules rules;
    private final Orders orders;
    private final Jobs jobs;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    DemoCity(DemoSettings settings, Facts facts, Rules rules, Orders orders, Jobs jobs, Clock clock) {
        this.settings = settings;
        this.facts = facts;
        this.rules = rules;
        this.orders = orders;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("demo-city").daemon(true).start(() -> Asking.asMachine(this::play));
    }

    private void play() {
        try {
            City city = City.of(
                    new CitySettings(
                            settings.people(),
                            settings.seed(),
                            DivisionCode.of(settings.division()),
                            settings.from(),
                            settings.to()),
                    Scenario.builtIn(settings.scenario()));
            setValues();
            seed("demo-school-register", city::schoolFacts);
            // What has happened so far comes before the register of 20,000 people, so that lists fill at once.
            Player player = new Player(city.happenings());
            player.step();
            seed("demo-residents", city::residentFacts);
            LOG.info("the city is there: {} people", settings.people());
            while (running) {
                player.step();
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("the demonstration stopped", e);
            }
        }
    }

    /** Appends a register's facts in batches; a killed run begins again, which changes nothing that is there. */
    private void seed(String name, Consumer<Consumer<Fact>> source) {
        jobs.run(name, job -> {
            List<RawFact> batch = new ArrayList<>(BATCH);
            long[] count = new long[1];
            source.accept(fact -> {
                batch.add(CityFacts.raw(fact));
                count[0]++;
                if (batch.size() == BATCH) {
                    append(batch);
                }
            });
            append(batch);
            return new Job.Step("", count[0], count[0], true);
        });
    }

    private void append(List<RawFact> batch) {
        if (batch.isEmpty() || !running) {
            batch.clear();
            return;
        }
        for (Append answer : facts.append(List.copyOf(batch), rules.reader(), clock.instant())) {
            if (answer instanceof Append.Refused refused) {
                LOG.warn(
                        "a fact of the city was refused: {}",
                        refused.errors().stream().map(FieldError::code).toList());
            }
        }
        batch.clear();
    }

    /** Sets the demonstration values of what orders delegate, unless somebody has decided already. */
    private void setValues() {
        for (String value : settings.values()) {
            String[] parts = value.split("[:=]", -1);
            DivisionCode division = DivisionCode.of(parts[2]);
            boolean set = rules.current(clock.instant()).stream()
                    .anyMatch(policy -> policy.pack().id().equals(parts[0])
                            && policy.findSetting(parts[1], division).isPresent());
            if (!set) {
                orders.set(parts[0], parts[1], division, parts[3], clock.instant(), "demo", "演示值 demonstration value");
            }
        }
    }

    /** Gives out what has become known, in the order of time. */
    private final class Player {
        private final Iterator<Fact> facts;
        private @Nullable Fact next;

        Player(Iterator<Fact> facts) {
            this.facts = facts;
            this.next = facts.hasNext() ? facts.next() : null;
        }

        void step() {
            Instant now = clock.instant();
            List<RawFact> batch = new ArrayList<>();
            for (Fact fact = next; fact != null && !fact.knownAt().isAfter(now) && running; fact = next) {
                batch.add(CityFacts.raw(fact));
                next = facts.hasNext() ? facts.next() : null;
                if (batch.size() == BATCH) {
                    append(batch);
                }
            }
            append(batch);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
