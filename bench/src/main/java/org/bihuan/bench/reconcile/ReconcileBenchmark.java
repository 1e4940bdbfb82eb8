package org.bihuan.bench.reconcile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench reconcile [PEOPLE]}: facts recorded and subjects brought in line a second, with durable commits in the
 * server's own PostgreSQL; then everything derived is thrown away and worked out again, and both results are compared.
 */
public final class ReconcileBenchmark {
    private static final int BATCH = 1_000;

    private ReconcileBenchmark() {}

    /** Exit 1 when the two results differ. */
    public static void main(String[] args) throws IOException {
        int people = args.length == 0 ? 50_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Files.createTempDirectory("bihuan-bench");
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.active-packs=anshan-2020",
                        "--logging.level.root=warn")) {
            System.exit(Asking.asMachine(() -> run(server, people, out)) ? 0 : 1);
        }
    }

    private static boolean run(ConfigurableApplicationContext server, int people, PrintStream out) {
        Facts facts = server.getBean(Facts.class);
        Rules rules = server.getBean(Rules.class);
        Duties duties = server.getBean(Duties.class);
        Clock clock = server.getBean(Clock.class);
        settle(duties, clock, people);
        long start = System.nanoTime();
        List<RawFact> batch = new ArrayList<>(BATCH);
        for (int number = 0; number < people; number++) {
            batch.add(arrival(number, clock.instant()));
            if (batch.size() == BATCH || number == people - 1) {
                facts.append(batch, rules.reader(), clock.instant());
                batch.clear();
            }
        }
        double appended = seconds(start);
        settle(duties, clock, people);
        double settled = seconds(start);
        Map<Duty.State, Long> live = counts(duties, clock);
        duties.rebuild();
        long again = System.nanoTime();
        settle(duties, clock, people);
        double rebuilt = seconds(again);
        Map<Duty.State, Long> replayed = counts(duties, clock);
        out.printf(Locale.ROOT, "%,d people, one arrival each; PostgreSQL with fsync on%n", people);
        out.printf(Locale.ROOT, "facts recorded                %,10.0f /s while workers run%n", people / appended);
        out.printf(Locale.ROOT, "recorded and brought in line  %,10.0f people/s%n", people / settled);
        out.printf(
                Locale.ROOT,
                "decide + reconcile alone      %,10.0f people/s (all derived data rebuilt)%n",
                people / rebuilt);
        out.printf(
                Locale.ROOT,
                "duties by state live %s, rebuilt %s: %s%n",
                live,
                replayed,
                live.equals(replayed) ? "equal" : "DIFFERENT");
        out.printf(Locale.ROOT, "memory of the server          %s%n", memory());
        return live.equals(replayed);
    }

    /** What the process takes of the machine's memory, now and at most, as Linux tells it. */
    private static String memory() {
        Path status = Path.of("/proc/self/status");
        Map<String, String> lines = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(status)) {
                String[] parts = line.split(":\\s*", 2);
                lines.put(parts[0], parts[1]);
            }
        } catch (IOException e) {
            return "only Linux tells";
        }
        return lines.get("VmRSS") + ", at most " + lines.get("VmHWM");
    }

    private static Map<Duty.State, Long> counts(Duties duties, Clock clock) {
        DutyQuery all = DutyQuery.unmet(1);
        return new TreeMap<>(duties.count(
                new DutyQuery(Set.of(), all.division(), all.owner(), all.kind(), all.dueBefore(), all.after(), 1),
                clock.instant()));
    }

    private static void settle(Duties duties, Clock clock, int people) {
        for (Duties.Lag lag = duties.lag(clock.instant());
                lag.marks() > 0 || lag.dueSubjects() > 0;
                lag = duties.lag(clock.instant())) {
            LockSupport.parkNanos(people > 100_000 ? 1_000_000_000 : 20_000_000);
        }
    }

    private static RawFact arrival(int number, Instant now) {
        String[] risks = {"high", "medium", "low", "none"};
        return new RawFact(
                "bench",
                "k" + number,
                "arrival",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", "P" + number))),
                null,
                Map.of(
                        "arrivedAt",
                        now.minus(Duration.ofHours(1 + number % 200)).toString(),
                        "origin",
                        number % 3 == 0 ? "110101000000" : "210202000000",
                        "originRisk",
                        risks[number % 4],
                        "destination",
                        "210302000000",
                        "registeredAt",
                        now.minus(Duration.ofMinutes(10)).toString(),
                        "code",
                        "green"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
