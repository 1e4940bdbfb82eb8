package org.bihuan.bench.places;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bihuan.app.BihuanApplication;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.Hit;
import org.bihuan.places.PlaceSearch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code bench places [QUERIES]}: fragments of real names (half of one or two characters, a third of two words, the rest
 * longer or codes), searched by our scan and by LIKE in PostgreSQL over the same 665,276 names, with its own index of
 * fragments (pg_trgm) where that may be created. The ids found are compared before the speed.
 */
public final class PlacesBenchmark {
    private static final int LIMIT = 20;
    private static final int COMPARED = 200;

    private PlacesBenchmark() {}

    /** Exit 1 when the answers differ. */
    public static void main(String[] args) throws IOException {
        int number = args.length == 0 ? 2_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Runtime runtime = Runtime.getRuntime();
        Divisions divisions = Divisions.load();
        divisions.list(5);
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long start = System.nanoTime();
        PlaceSearch search = PlaceSearch.of(divisions);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        out.printf(
                Locale.ROOT,
                "index of %,d divisions made in %.2f s, %.1f MB%n",
                divisions.list(1).size()
                        + divisions.list(2).size()
                        + divisions.list(3).size()
                        + divisions.list(4).size()
                        + divisions.list(5).size(),
                seconds,
                (runtime.totalMemory() - runtime.freeMemory() - before) / 1e6);
        List<String> queries = queries(divisions, number);
        queries.forEach(each -> search.search(each, LIMIT)); // warm
        long[] ours = new long[number];
        for (int i = 0; i < number; i++) {
            long from = System.nanoTime();
            search.search(queries.get(i), LIMIT);
            ours[i] = System.nanoTime() - from;
        }
        report(out, "ours", ours);
        System.exit(rival(out, divisions, search, queries.subList(0, Math.min(COMPARED, number))) ? 0 : 1);
    }

    private static List<String> queries(Divisions divisions, int number) {
        Random random = new Random(42);
        List<DivisionCode> villages = divisions.list(5);
        List<String> queries = new ArrayList<>();
        while (queries.size() < number) {
            DivisionCode code = villages.get(random.nextInt(villages.size()));
            String name =
                    divisions.findName(code.atLevel(2 + random.nextInt(4))).orElse("");
            if (name.length() < 2 || !name.matches("\\p{IsHan}+")) {
                continue;
            }
            int kind = random.nextInt(6);
            int from = random.nextInt(name.length() - 1);
            String two = name.substring(from, from + 2);
            queries.add(
                    switch (kind) {
                        case 0 -> name.substring(from, from + 1);
                        case 1, 2 -> two;
                        case 3, 4 ->
                            divisions
                                            .findName(code.atLevel(1 + random.nextInt(3)))
                                            .orElse("")
                                            .substring(0, 2) + " " + two;
                        default -> name;
                    });
        }
        return queries;
    }

    private static void report(PrintStream out, String who, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-22s p50 %7.2f ms  p95 %7.2f ms  p99 %7.2f ms  worst %7.2f ms%n",
                who,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static boolean rival(PrintStream out, Divisions divisions, PlaceSearch search, List<String> queries)
            throws IOException {
        Path data = Files.createTempDirectory("bihuan-bench");
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.workers=0",
                        "--logging.level.root=warn")) {
            PostgresNamesStore rival = new PostgresNamesStore(server.getBean(JdbcTemplate.class));
            rival.fill(divisions);
            boolean equal = compare(out, "PostgreSQL LIKE", rival, search, queries);
            if (rival.indexFragments()) {
                equal &= compare(out, "PostgreSQL pg_trgm", rival, search, queries);
            } else {
                out.println("PostgreSQL pg_trgm     may not be created by the program's role");
            }
            return equal;
        }
    }

    private static boolean compare(
            PrintStream out, String who, PostgresNamesStore rival, PlaceSearch search, List<String> queries) {
        long[] nanos = new long[queries.size()];
        int different = 0;
        for (int i = 0; i < nanos.length; i++) {
            long from = System.nanoTime();
            List<Long> theirs = rival.search(queries.get(i), LIMIT);
            nanos[i] = System.nanoTime() - from;
            List<Long> ours = search.search(queries.get(i), LIMIT).stream()
                    .map(Hit::id)
                    .map(each -> each.value())
                    .toList();
            different += ours.equals(theirs) ? 0 : 1;
        }
        report(out, who, nanos);
        out.printf(
                Locale.ROOT,
                "%d queries, answers %s%n",
                nanos.length,
                different == 0 ? "equal" : "DIFFERENT: " + different);
        return different == 0;
    }
}
