package org.bihuan.bench.table;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bihuan.policy.table.TableDefinition;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code bench table [ITERATIONS]}: compares every answer with Apache KIE's, then the medians of speed. */
public final class TableBenchmarkMain {
    private static final int ITERATIONS = 7;
    private static final int WARM_UPS = 4;

    private TableBenchmarkMain() {}

    /** Exit 1 when an answer differs. */
    public static void main(String[] args) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> differences = differences();
        if (!differences.isEmpty()) {
            differences.forEach(System.err::println);
            System.exit(1);
        }
        TableDefinition table = Arrivals.definition();
        out.printf(
                Locale.ROOT,
                "table %s: %d rules, %d columns; %d inputs, every answer equal to Apache KIE's; one thread%n",
                table.id(),
                table.rules().size(),
                table.inputs().size(),
                Arrivals.COUNT);
        int iterations = args.length == 0 ? ITERATIONS : Integer.parseInt(args[0]);
        double mask = median("ourMask", iterations);
        double result = median("ourResult", iterations);
        double kie = median("kieOutcome", iterations);
        print(out, "compiled table, row mask", mask);
        print(out, "compiled table, result", result);
        print(out, "Apache KIE", kie);
        out.printf(Locale.ROOT, "%-26s %,14.0f times Apache KIE%n", "row mask", mask / kie);
        out.printf(Locale.ROOT, "%-26s %,14.0f times Apache KIE%n", "result", result / kie);
    }

    private static void print(PrintStream out, String what, double perSecond) {
        out.printf(Locale.ROOT, "%-26s %,14.0f evaluations/s (median)%n", what, perSecond);
    }

    private static List<String> differences() {
        OurTable ours = new OurTable();
        KieTable kie = new KieTable();
        TableDefinition table = Arrivals.definition();
        return Arrivals.list().stream()
                .filter(arrival -> {
                    int row = Long.numberOfTrailingZeros(ours.mask(arrival));
                    return Long.bitCount(ours.mask(arrival)) != 1
                            || !ours.result(arrival).matched().equals(List.of(row))
                            || !table.rules().get(row).outcome().equals(kie.outcome(arrival));
                })
                .map(arrival -> "answers differ: " + arrival)
                .toList();
    }

    private static double median(String method, int iterations) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TableBenchmark.class.getName() + "." + method + "$")
                        .forks(1)
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
    }
}
