package org.bihuan.bench.pages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench pages [PEOPLE [MINUTES [FOLDER]]]}: fills a city with people and duties, then lets 200 people of every role
 * click through worklist, person page, first page, measures and search for some minutes, in the server as it runs, with the
 * load on the same machine. Prints the time from click to the last byte, by page and by role. A folder that is filled already
 * is used as it is; with 0 minutes it is only filled.
 */
public final class PagesBenchmark {
    private static final double GOAL_MILLIS = 300;

    private PagesBenchmark() {}

    /** Exit 1 when an answer is wrong or the slowest page or role misses the goal. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int people = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        double minutes = args.length < 2 ? 3 : Double.parseDouble(args[1]);
        Path data = args.length < 3 ? Files.createTempDirectory("bihuan-bench") : Path.of(args[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + data,
                        "--bihuan.keys.file=" + data.resolve("master.keys"),
                        "--bihuan.active-packs=anshan-2020",
                        "--logging.level.root=warn")) {
            City city = new City(server, data);
            Asking.asMachine(() -> city.fill(people, out));
            settle(server);
            out.println(Asking.asMachine(city::describe));
            System.exit(minutes == 0 || load(server, city, minutes, out) ? 0 : 1);
        }
    }

    private static boolean load(ConfigurableApplicationContext server, City city, double minutes, PrintStream out)
            throws InterruptedException {
        Timings timings = new Timings();
        Crew crew = new Crew(server, timings);
        crew.arrive(city.names());
        out.printf(
                Locale.ROOT,
                "%d people of %d roles logged in; each rests %d to %d s between two clicks%n",
                crew.size(),
                crew.roles(),
                Person.SHORTEST_REST_SECONDS,
                Person.LONGEST_REST_SECONDS);
        crew.work(Duration.ofSeconds(20)); // caches and compiler warm up
        timings.clear();
        long start = System.nanoTime();
        crew.work(Duration.ofMillis((long) (minutes * 60_000)));
        double seconds = (System.nanoTime() - start) / 1e9;
        return timings.report(seconds, GOAL_MILLIS, out);
    }

    private static void settle(ConfigurableApplicationContext server) throws InterruptedException {
        Duties duties = server.getBean(Duties.class);
        Clock clock = server.getBean(Clock.class);
        while (true) {
            Duties.Lag lag = duties.lag(clock.instant());
            if (lag.marks() == 0 && lag.dueSubjects() == 0) {
                return;
            }
            Thread.sleep(200);
        }
    }
}
