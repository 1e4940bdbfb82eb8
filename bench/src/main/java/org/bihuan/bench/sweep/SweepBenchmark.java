package org.bihuan.bench.sweep;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.bench.MachineSpeed;
import org.bihuan.bench.RestedDatabase;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench sweep [PEOPLE]}: so many people with an arrival each, a tenth of them in central isolation; then a version
 * of the order with other days of it is previewed, approved by two and carried through to everybody, in the server's own
 * PostgreSQL with durable commits, which has put itself in order after the filling.
 */
public final class SweepBenchmark {
    private static final int BATCH = 2_000;

    private SweepBenchmark() {}

    /** Exit 1 when not exactly a tenth was changed. */
    public static void main(String[] args) throws IOException {
        int people = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Files.createTempDirectory("bihuan-bench");
        out.println(MachineSpeed.now());
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.active-packs=anshan-2020",
                        "--logging.level.root=warn")) {
            System.exit(Asking.asMachine(() -> run(server, data, people, out)) ? 0 : 1);
        }
    }

    private static boolean run(ConfigurableApplicationContext server, Path data, int people, PrintStream out) {
        Facts facts = server.getBean(Facts.class);
        Rules rules = server.getBean(Rules.class);
        Duties duties = server.getBean(Duties.class);
        Clock clock = server.getBean(Clock.class);
        long start = System.nanoTime();
        Instant now = clock.instant();
        List<RawFact> batch = new ArrayList<>(BATCH);
        for (int number = 0; number < people; number++) {
            batch.add(arrival(number, now));
            if (batch.size() == BATCH || number == people - 1) {
                facts.append(batch, rules.reader(), clock.instant());
                batch.clear();
            }
        }
        settle(duties, clock);
        out.printf(Locale.ROOT, "%,d people recorded and judged in %.0f s%n", people, seconds(start));
        rest(data, out);
        Versions versions = server.getBean(Versions.class);
        Proposals proposals = server.getBean(Proposals.class);
        PackVersion active = versions.list("anshan-2020").getFirst();
        String parameters = versions.texts(active.hash()).get("parameters.yaml");
        PackVersion once = versions.draftFrom(
                active.hash(),
                "parameters.yaml",
                String.valueOf(parameters).replace("value: 14", "value: 21"),
                now,
                "drafter");
        PackVersion draft = versions.draftFrom(
                once.hash(),
                "pack.yaml",
                String.valueOf(versions.texts(once.hash()).get("pack.yaml"))
                        .replace("transition: review", "transition: recompute"),
                now,
                "drafter");
        PackVersion bare =
                withoutScenarios(versions, draft, server.getBean(Clock.class).instant());
        UUID id = UUID.randomUUID();
        start = System.nanoTime();
        proposals.activation(id, bare.hash(), clock.instant(), "bench", "author");
        Proposal shown = await(proposals, id, Proposal.State.PREVIEWED);
        double previewed = seconds(start);
        start = System.nanoTime();
        String preview = String.valueOf(shown.previewHash());
        proposals.approve(id, preview, "first");
        proposals.approve(id, preview, "second");
        Proposal done = await(proposals, id, Proposal.State.DONE);
        double swept = seconds(start);
        out.printf(
                Locale.ROOT,
                "preview of %,d people, %,d of whom change: %.1f s (%,.0f/s)%n",
                shown.people(),
                shown.changed(),
                previewed,
                shown.people() / previewed);
        out.printf(Locale.ROOT, "sweep, approval to end: %.1f s (%,.0f/s), %s%n", swept, people / swept, done.state());
        out.println(MachineSpeed.now());
        return shown.changed() == people / 10 && done.state() == Proposal.State.DONE;
    }

    /** The scenarios promise the old days. */
    private static PackVersion withoutScenarios(Versions versions, PackVersion draft, Instant now) {
        var files = new java.util.TreeMap<>(versions.files(draft.hash()).files());
        files.keySet().removeIf(path -> path.startsWith("scenarios/"));
        return versions.draft(
                new org.bihuan.policy.format.PackFiles("anshan-2020", files),
                org.bihuan.policy.format.SharedFiles.filesOf(
                        Path.of(System.getProperty("bihuan.home", ".")).resolve("packs")),
                now,
                "drafter",
                draft.hash());
    }

    private static Proposal await(Proposals proposals, UUID id, Proposal.State state) {
        while (true) {
            Proposal proposal = proposals.find(id).orElseThrow();
            if (proposal.state() == state || !proposal.isOpen()) {
                return proposal;
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void rest(Path data, PrintStream out) {
        long start = System.nanoTime();
        try {
            RestedDatabase.rest(data);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the database could not be put in order", e);
        }
        out.printf(Locale.ROOT, "database put in order in %.0f s%n", seconds(start));
        out.println(MachineSpeed.now());
    }

    private static void settle(Duties duties, Clock clock) {
        for (Duties.Lag lag = duties.lag(clock.instant());
                lag.marks() > 0 || lag.dueSubjects() > 0;
                lag = duties.lag(clock.instant())) {
            LockSupport.parkNanos(500_000_000);
        }
    }

    /** One of ten from a medium-risk area of the flagged city, the others from low-risk areas elsewhere. */
    private static RawFact arrival(int number, Instant now) {
        boolean flagged = number % 10 == 0;
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
                        now.minus(Duration.ofMinutes(60 + number % (24 * 60))).toString(),
                        "origin",
                        flagged ? "210202000000" : "110101000000",
                        "originRisk",
                        flagged ? "medium" : "low",
                        "destination",
                        number % 2 == 0 ? "210302000000" : "210303000000",
                        "registeredAt",
                        now.minus(Duration.ofMinutes(10)).toString(),
                        "code",
                        "green"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
