package org.bihuan.bench.places;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.risk.Levels;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.risk.Publication;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.app.risk.RiskSettings;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.InForce;
import org.bihuan.places.risk.LevelAnswer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench risk [FILE]}: taking in a list of 5,405 areas (the published one when its file is given, otherwise a made
 * one) and one of 42,965, into the server's own PostgreSQL with durable commits; then levels of villages at moments over
 * ten lists, one core. Every thousandth answer is compared with a search from the lines.
 */
public final class RiskBenchmark {
    private static final int QUESTIONS = 1_000_000;

    private RiskBenchmark() {}

    /** Exit 1 when an answer differs. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Files.createTempDirectory("bihuan-bench");
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.workers=0",
                        "--logging.level.root=warn")) {
            Random random = new Random(42);
            Path small = args.length > 0 ? Path.of(args[0]) : made(data.resolve("small.csv"), 5_405, random);
            Instant first = Instant.parse("2022-11-01T13:00:00Z");
            take(server, out, "warm", small, first);
            take(server, out, "small", small, first);
            take(server, out, "large", made(data.resolve("large.csv"), 42_965, random), first);
            for (int day = 0; day < 10; day++) {
                take(
                        server,
                        out,
                        "asked",
                        made(data.resolve("d.csv"), 5_405, random),
                        first.plus(Duration.ofDays(day)));
            }
            System.exit(ask(server, out, first, random) ? 0 : 1);
        }
    }

    private static void take(
            ConfigurableApplicationContext server, PrintStream out, String series, Path file, Instant from) {
        ListIntake.Said said = new ListIntake.Said(series, "national-2022", Optional.of(from), Map.of(), "bench");
        long start = System.nanoTime();
        Publication taken = server.getBean(ListIntake.class).take(file, said, from, "bench");
        if (!series.equals("asked")) {
            out.printf(
                    Locale.ROOT,
                    "%-6s %,7d areas in %.2f s%n",
                    series,
                    taken.areas(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static Path made(Path file, int areas, Random random) throws IOException {
        Divisions divisions = Divisions.load();
        List<DivisionCode> villages = divisions.list(5);
        StringBuilder text = new StringBuilder("level,province,city,county,area\n");
        for (int i = 0; i < areas; i++) {
            DivisionCode code = villages.get(random.nextInt(villages.size()));
            text.append(List.of("high", "medium", "low").get(random.nextInt(3)));
            for (int level = 1; level <= 3; level++) {
                text.append(',').append(divisions.findName(code.atLevel(level)).orElse(""));
            }
            text.append(',')
                    .append(divisions.findName(code.atLevel(4)).orElse(""))
                    .append(divisions.findName(code).orElse(""))
                    .append(random.nextBoolean() ? "" : (i + "号楼"))
                    .append('\n');
        }
        Files.writeString(file, text);
        return file;
    }

    private static boolean ask(ConfigurableApplicationContext server, PrintStream out, Instant first, Random random) {
        Levels levels = server.getBean(Levels.class);
        List<DivisionCode> villages = Divisions.load().list(5);
        List<List<PlaceId>> chains = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            chains.add(villages.get(random.nextInt(villages.size())).selfAndAncestors().stream()
                    .map(PlaceId::of)
                    .toList());
            moments.add(first.plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60))));
        }
        Instant known = first.plus(Duration.ofDays(20));
        InForce<Publication> inForce = levels.inForce("asked");
        int listed = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < QUESTIONS; i++) {
                LevelAnswer answer = levels.at(inForce, chains.get(i), moments.get(i), known)
                        .orElseThrow()
                        .level();
                listed += answer.listedAs().isPresent() ? 1 : 0;
            }
            out.printf(
                    Locale.ROOT,
                    "levels of places: %,.0f/s, one core%n",
                    QUESTIONS / ((System.nanoTime() - start) / 1e9));
        }
        out.printf(Locale.ROOT, "%,d answers, %,d of listed places%n", 3 * QUESTIONS, listed);
        return compare(server, out, inForce, chains, moments, known);
    }

    private static boolean compare(
            ConfigurableApplicationContext server,
            PrintStream out,
            InForce<Publication> inForce,
            List<List<PlaceId>> chains,
            List<Instant> moments,
            Instant known) {
        Levels levels = server.getBean(Levels.class);
        RiskLists lists = server.getBean(RiskLists.class);
        int different = 0;
        for (int i = 0; i < QUESTIONS; i += QUESTIONS / 1_000) {
            Levels.Answer answer =
                    levels.at(inForce, chains.get(i), moments.get(i), known).orElseThrow();
            String slow = SlowLevel.of(
                    server.getBean(RiskSettings.class).scheme("national-2022"),
                    lists.areas(answer.publication().id()),
                    chains.get(i));
            different += slow.equals(answer.level().level()) ? 0 : 1;
        }
        out.printf(Locale.ROOT, "1,000 answers compared: %s%n", different == 0 ? "equal" : "DIFFERENT: " + different);
        return different == 0;
    }
}
