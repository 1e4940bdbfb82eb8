package org.bihuan.bench.pages;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.format.RawFact;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city full of people who arrived and were tested. Some thousand models are recorded and judged as everybody is; all
 * others are copies of their rows under names, numbers, keys and seals of their own.
 */
final class City {
    static final String PLACE = "210300000000";

    private static final int VILLAGE = 5;
    private static final int MODELS = 5_000;
    private static final int BATCH = 1_000;
    private static final int WORKERS = 2;

    private final ConfigurableApplicationContext server;
    private final Path data;
    private final JdbcTemplate jdbc;

    City(ConfigurableApplicationContext server, Path data) {
        this.server = server;
        this.data = data;
        this.jdbc = server.getBean(JdbcTemplate.class);
    }

    static List<DivisionCode> villages() {
        return Divisions.load().list(VILLAGE, DivisionCode.of(PLACE));
    }

    /** Whether somebody of the city lives there. */
    static boolean isInhabited(DivisionCode place) {
        return villages().stream().anyMatch(place::contains);
    }

    /** Makes the people who are not there yet. */
    void fill(int people, PrintStream out) {
        int models = Math.min(people, MODELS);
        long start = System.nanoTime();
        if (count("duties.subject where subject like 'person:%'") >= people) {
            return;
        }
        record(models);
        settle();
        tidy("analyze");
        out.printf(Locale.ROOT, "%,d models recorded and judged in %.0f s%n", models, seconds(start));
        copy(models, people / models);
        out.printf(Locale.ROOT, "%,d people there after %.0f s%n", people, seconds(start));
        tidy("vacuum analyze");
        out.printf(Locale.ROOT, "tidied after %.0f s%n", seconds(start));
    }

    private void record(int models) {
        Facts facts = server.getBean(Facts.class);
        Rules rules = server.getBean(Rules.class);
        Clock clock = server.getBean(Clock.class);
        List<DivisionCode> villages = villages();
        List<RawFact> batch = new ArrayList<>();
        for (int number = 0; number < models; number++) {
            batch.addAll(Models.facts(number, villages.get(number % villages.size()), clock.instant()));
            if (batch.size() >= BATCH || number == models - 1) {
                for (Append answer : facts.append(batch, rules.reader(), clock.instant())) {
                    if (!(answer instanceof Append.Recorded)) {
                        throw new IllegalStateException("not recorded: " + answer);
                    }
                }
                batch.clear();
            }
        }
    }

    private void settle() {
        Duties duties = server.getBean(Duties.class);
        Clock clock = server.getBean(Clock.class);
        try {
            while (duties.lag(clock.instant()).marks() > 0) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(int models, int times) {
        AtomicInteger next = new AtomicInteger(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(threads.submit(() -> Asking.asMachine(() -> {
                    Copies copies = new Copies(server);
                    for (int copy = next.getAndIncrement(); copy < times; copy = next.getAndIncrement()) {
                        copies.make(copy, models);
                    }
                })));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "%,d people, %,d duties of which %,d unmet, %,d measures, %,d facts; database %,d MB",
                count("duties.subject where subject like 'person:%'"),
                count("duties.duty"),
                count("duties.duty where met_fact is null and waived_at is null"),
                count("duties.measure"),
                count("facts.fact"),
                number("select pg_database_size(current_database())") >> 20);
    }

    private long count(String what) {
        return number("select count(*) from " + what);
    }

    private long number(String sql) {
        Long number = server.getBean(TransactionTemplate.class).execute(status -> jdbc.queryForObject(sql, Long.class));
        return Objects.requireNonNull(number);
    }

    /** As the database does by itself when it has time: it belongs to the owner of the tables. */
    private void tidy(String command) {
        Properties logins = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("database.credentials"));
                Connection own = server.getBean(DataSource.class).getConnection()) {
            logins.load(file);
            String owner = "bihuan_owner";
            try (Connection connection =
                            DriverManager.getConnection(own.getMetaData().getURL(), owner, logins.getProperty(owner));
                    Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What people search for: whole names, numbers of documents and telephones. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < MODELS; number += 7) {
            Identity identity = Identity.of(number);
            names.add(
                    switch (number % 3) {
                        case 0 -> identity.name();
                        case 1 -> identity.document();
                        default -> identity.phone();
                    });
        }
        return names;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
