package org.bihuan.trace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.index.TraceIndex;

/** {@code ring}: who shared the air with a person, or with each of many. */
final class RingCommand {
    static final Set<String> NAMES = Set.of(
            "--index",
            "--person",
            "--persons",
            "--from",
            "--to",
            "--min-overlap",
            "--ring",
            "--linger",
            "--linger-places",
            "--exclude-places",
            "--crowd-cap",
            "--deadline",
            "--format");
    static final Set<String> FLAGS = Set.of("--members-only", "--explain");

    private RingCommand() {}

    static void run(Arguments arguments, Console console) throws IOException {
        Window window = Values.window(arguments);
        int minOverlap = Values.minutes("--min-overlap", arguments.get("--min-overlap"));
        if (minOverlap < 1) {
            String text = arguments.get("--min-overlap");
            throw new UsageError("--min-overlap:" + text + " 不足 1m。", "--min-overlap: " + text + " is less than 1m");
        }
        int ring = ring(arguments);
        if (arguments.has("--explain") && arguments.has("--members-only")) {
            throw new UsageError("--explain 与 --members-only 不能同时使用。", "--explain: does not go with --members-only");
        }
        List<String> persons = persons(arguments);
        Report report = console.report(arguments);
        TraceIndex index = TraceIndex.open(Path.of(arguments.get("--index")), window, console::say);
        List<Integer> numbers = Lookup.persons(index, "--person", persons);
        RingRule rule = new RingOptions(arguments, index, console).rule(window, minOverlap);
        QueryLimit limit = limit(arguments, console);
        boolean isMany = arguments.find("--persons").isPresent();
        arguments.find("--person").ifPresent(person -> report.field("person", person));
        report.field("ring", ring);
        report.field("from", EpochMinute.toText(window.fromMinute()));
        report.field("to", EpochMinute.toText(window.toMinute()));
        report.field("minOverlapMinutes", minOverlap);
        RingAnswers answers = new RingAnswers(index, rule, limit, report, isMany);
        if (arguments.has("--explain")) {
            answers.explain(numbers, ring);
        } else if (arguments.has("--members-only")) {
            answers.members(numbers, ring);
        } else if (ring == 1) {
            answers.first(numbers);
        } else {
            answers.second(numbers);
        }
        report.end();
    }

    private static int ring(Arguments arguments) {
        String text = arguments.find("--ring").orElse("1");
        return switch (text) {
            case "1" -> 1;
            case "2" -> 2;
            default ->
                throw new UsageError("--ring:'" + text + "' 不是 1 或 2。", "--ring: '" + text + "' is neither 1 nor 2");
        };
    }

    private static List<String> persons(Arguments arguments) throws IOException {
        Optional<String> one = arguments.find("--person");
        Optional<String> file = arguments.find("--persons");
        if (one.isPresent() == file.isPresent()) {
            throw new UsageError(
                    "--person:须给一个人,或用 --persons 给一个名单文件。",
                    "--person: one person, or --persons with a file of them, is required");
        }
        return one.isPresent() ? List.of(one.get()) : Sources.ids("--persons", file.orElseThrow(), "person");
    }

    private static QueryLimit limit(Arguments arguments, Console console) {
        return arguments
                .find("--deadline")
                .map(text -> QueryLimit.within(Values.count("--deadline", text, 1) * 1_000_000L, console.nanoClock()))
                .orElseGet(QueryLimit::none);
    }
}
