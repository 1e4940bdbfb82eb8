package org.bihuan.bench.facts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench facts [NUMBER]}: the same temperatures recorded a second as facts of an ordinary kind and of a bulk kind,
 * with durable commits in the server's own PostgreSQL and no worker at work; then all are sent again. The answers are
 * compared.
 */
public final class FactsBenchmark {
    private static final int BATCH = 1_000;

    private FactsBenchmark() {}

    /** Exit 1 when the answers differ. */
    public static void main(String[] args) throws IOException {
        int number = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Files.createTempDirectory("bihuan-bench");
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.active-packs=anshan-2020",
                        "--bihuan.workers=0",
                        "--logging.level.root=warn")) {
            record(server, "screening", BATCH * 5, out); // warm
            record(server, "temperature-reading", BATCH * 5, out);
            out.printf(Locale.ROOT, "%,d temperatures in batches of %,d; PostgreSQL with fsync on%n", number, BATCH);
            List<Map<String, Integer>> ordinary = record(server, "screening", number, out);
            List<Map<String, Integer>> bulk = record(server, "temperature-reading", number, out);
            boolean equal = ordinary.equals(bulk);
            out.printf("answers first and again %s: %s%n", ordinary, equal ? "equal" : "DIFFERENT from " + bulk);
            System.exit(equal ? 0 : 1);
        }
    }

    /** How many of each answer came when the facts were sent, and when they were sent again. */
    private static List<Map<String, Integer>> record(
            ConfigurableApplicationContext server, String kind, int number, PrintStream out) {
        List<Map<String, Integer>> answers = new ArrayList<>();
        for (String time : List.of("first", "again")) {
            long start = System.nanoTime();
            answers.add(send(server, kind, number));
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(Locale.ROOT, "%-20s %-6s %,10.0f facts/s%n", kind, time, number / seconds);
        }
        return answers;
    }

    private static Map<String, Integer> send(ConfigurableApplicationContext server, String kind, int number) {
        Facts facts = server.getBean(Facts.class);
        Rules rules = server.getBean(Rules.class);
        Clock clock = server.getBean(Clock.class);
        Map<String, Integer> answers = new TreeMap<>();
        List<RawFact> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < number; i++) {
            batch.add(temperature(kind, i, number));
            if (batch.size() == BATCH || i == number - 1) {
                for (Append answer : Asking.asMachine(() -> facts.append(batch, rules.reader(), clock.instant()))) {
                    answers.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
                }
                batch.clear();
            }
        }
        return answers;
    }

    /** One in a thousand is warm, and one in ten thousand is no number. */
    private static RawFact temperature(String kind, int i, int number) {
        String temperature = i % 10_000 == 1 ? "warm" : i % 1_000 == 0 ? "38.1" : "36.6";
        return new RawFact(
                "bench-" + kind + number,
                "k" + i,
                kind,
                1,
                "2020-07-26T08:00:00Z",
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", "P" + i))),
                null,
                Map.of("temperature", temperature));
    }
}
