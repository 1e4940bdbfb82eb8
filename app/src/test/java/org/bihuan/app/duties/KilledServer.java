package org.bihuan.app.duties;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole server with a sender of facts inside, to be killed: {@code main(data, seed, size, from)}. It tells on its
 * standard output how many facts have been acknowledged; when all are, it waits for the workers and tells whether the
 * state is right.
 */
final class KilledServer {
    static final String ACKNOWLEDGED = "acknowledged ";
    static final String VERDICT = "verdict ";
    private static final int MOST_FAILURES = 600;

    private KilledServer() {}

    /** Named as a source; not a @Configuration, which every server started by a test would find by itself. */
    static class StandingTime {
        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(RandomHistory.NOW, ZoneOffset.UTC);
        }
    }

    public static void main(String[] arguments) {
        Asking.asMachine(() -> {
            try {
                run(arguments);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void run(String[] arguments) throws InterruptedException {
        Path home = Machine.home();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        BihuanApplication.class, StandingTime.class)
                .run(
                        "--bihuan.data=" + arguments[0],
                        "--bihuan.home=" + home,
                        "--bihuan.active-packs=anshan-2020,norovirus-school",
                        "--bihuan.workers=2",
                        "--bihuan.worker-batch=20",
                        "--server.port=0",
                        "--logging.level.root=error");
        Rules rules = context.getBean(Rules.class);
        Facts facts = context.getBean(Facts.class);
        Derived derived =
                new Derived(JdbcClient.create(context.getBean(DataSource.class)), rules, () -> RandomHistory.NOW);
        TransactionTemplate transactions = context.getBean(TransactionTemplate.class);
        List<RawFact> history = Objects.requireNonNull(transactions.execute(status -> RandomHistory.of(
                new Random(Long.parseLong(arguments[1])), Integer.parseInt(arguments[2]), derived::duties)));
        Random random = new Random(Long.parseLong(arguments[1]) + Long.parseLong(arguments[3]));
        for (int at = Integer.parseInt(arguments[3]); at < history.size(); ) {
            int size = Math.min(history.size() - at, 1 + random.nextInt(4));
            send(facts, rules, history.subList(at, at + size));
            at += size;
            System.out.println(ACKNOWLEDGED + at);
            Thread.sleep(random.nextInt(20));
        }
        settle(context.getBean(Duties.class));
        System.out.println(VERDICT
                + transactions.execute(
                        status -> verdict(context.getBean(Duties.class), facts, rules, derived, history)));
        context.close();
        System.exit(0);
    }

    /** Sends until there is an answer, as a good sender does. */
    private static void send(Facts facts, Rules rules, List<RawFact> batch) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            try {
                for (Append answer : facts.append(batch, rules.reader(), RandomHistory.NOW)) {
                    if (answer instanceof Append.Conflict || answer instanceof Append.Refused) {
                        System.out.println(VERDICT + "wrong answer " + answer);
                    }
                }
                return;
            } catch (RuntimeException e) {
                if (failures > MOST_FAILURES) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static void settle(Duties duties) throws InterruptedException {
        for (int i = 0; i < 600 && duties.lag(RandomHistory.NOW).marks() > 0; i++) {
            Thread.sleep(100);
        }
    }

    private static String verdict(Duties duties, Facts facts, Rules rules, Derived derived, List<RawFact> history) {
        List<String> faults = new ArrayList<>(Derived.difference(derived.twin(history), derived.stored()));
        if (!duties.lag(RandomHistory.NOW).equals(new Duties.Lag(0, 0, 0))) {
            faults.add("lag " + duties.lag(RandomHistory.NOW));
        }
        facts.append(history, rules.reader(), RandomHistory.NOW).stream()
                .filter(answer -> !(answer instanceof Append.Repeated))
                .forEach(answer -> faults.add("was acknowledged and is not there: " + answer));
        return faults.isEmpty() ? "right" : faults.toString();
    }
}
