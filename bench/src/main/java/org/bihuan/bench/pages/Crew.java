package org.bihuan.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.context.ConfigurableApplicationContext;

/** Two hundred people of every role, in as many regions as there are. */
final class Crew {
    private static final int SIZE = 200;
    private static final String PASSWORD = "a-long-Secret-7";
    private static final long SEED = 11;

    private final ConfigurableApplicationContext server;
    private final Timings timings;
    private final List<Person> people = new ArrayList<>();

    Crew(ConfigurableApplicationContext server, Timings timings) {
        this.server = server;
        this.timings = timings;
    }

    int size() {
        return people.size();
    }

    int roles() {
        return Roles.builtIn().all().size();
    }

    /** Makes the accounts that are not there and logs everybody in. */
    void arrive(List<String> names) throws InterruptedException {
        String address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
        Random random = new Random(SEED);
        List<Role> roles = Roles.builtIn().all();
        try {
            for (int i = 0; i < SIZE; i++) {
                Role role = roles.get(i % roles.size());
                DivisionCode region = region(role, i / roles.size(), random);
                String login = "bench-" + i;
                Accounts accounts = server.getBean(Accounts.class);
                if (accounts.findByLogin(login).isEmpty()) {
                    accounts.add(login, login, PASSWORD, List.of(new Assignment(role, region)), false, "bench");
                }
                Browser browser = new Browser(address);
                browser.logIn(login, PASSWORD);
                people.add(new Person(browser, role.id(), names, timings, SEED + i));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first of a role has the coarsest region it is given for, the others take turns between coarse and fine. */
    private static DivisionCode region(Role role, int number, Random random) {
        int level = role.coarsest() + number % (role.finest() - role.coarsest() + 1);
        List<DivisionCode> regions = Divisions.load().list(level, DivisionCode.of(City.PLACE));
        List<DivisionCode> real =
                regions.stream().filter(each -> City.isInhabited(each)).toList();
        return real.get(random.nextInt(real.size()));
    }

    /** Everybody clicks and rests until the time is over. */
    void work(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(person -> threads.submit(() -> {
                try {
                    while (System.nanoTime() < end) {
                        person.rest();
                        person.click();
                    }
                } catch (IOException | RuntimeException e) {
                    timings.fault(e.toString());
                }
                return true;
            }));
        }
    }
}
