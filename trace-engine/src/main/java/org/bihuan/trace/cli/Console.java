package org.bihuan.trace.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What a command may touch of the outside world.
 *
 * @param out answers only
 * @param err progress, notices and errors
 * @param clock the time written to logs
 * @param nanoClock a clock that only runs forward, for deadlines
 */
record Console(PrintStream out, PrintStream err, InstantSource clock, LongSupplier nanoClock) {
    /** A line on standard error. */
    void say(String line) {
        err.append(line).append('\n');
        err.flush();
    }

    Report report(Arguments arguments) {
        String format = arguments.find("--format").orElse("csv");
        return switch (format) {
            case "csv" -> new CsvReport(out, err);
            case "json" -> new JsonReport(out, err);
            default ->
                throw new UsageError(
                        "--format:'" + format + "' 不是 csv 或 json。",
                        "--format: '" + format + "' is neither csv nor json");
        };
    }
}
