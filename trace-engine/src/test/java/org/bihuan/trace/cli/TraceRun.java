package org.bihuan.trace.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as the launcher does, in this process, and keeps what they print. */
final class TraceRun {
    final Path folder;
    String out = "";
    String err = "";
    int code;

    TraceRun(Path folder) {
        this.folder = folder;
    }

    /** Indexes rows given as lines under the usual header. */
    static TraceRun index(Path folder, String settings, String... rows) throws IOException {
        TraceRun run = new TraceRun(folder);
        run.append("person,place,enter,leave", settings, rows);
        if (run.code != 0) {
            throw new AssertionError(run.err);
        }
        return run;
    }

    void append(String header, String settings, String... rows) throws IOException {
        Path csv = folder.resolve("visits.csv");
        Files.writeString(csv, header + "\n" + String.join("\n", rows) + "\n");
        run(("index --visits " + csv + " --out " + folder.resolve("index") + " " + settings)
                .trim()
                .split(" "));
    }

    /** A ring on 2021-12-18 to 20 unless the words say otherwise. */
    List<String> ring(String person, String words) {
        return ask("ring --person", person, "--min-overlap 15m " + words);
    }

    List<String> ask(String command, String value, String words) {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        all.add(value);
        all.addAll(List.of("--index", folder.resolve("index").toString()));
        if (!words.contains("--from")) {
            all.addAll(List.of("--from", "2021-12-18T00:00Z", "--to", "2021-12-20T00:00Z"));
        }
        if (!words.isBlank()) {
            all.addAll(List.of(words.trim().split(" +")));
        }
        run(all.toArray(new String[0]));
        return out.lines().toList();
    }

    void run(String... words) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try (PrintStream outStream = new PrintStream(outBytes, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(errBytes, false, StandardCharsets.UTF_8)) {
            InstantSource clock = InstantSource.fixed(Instant.parse("2022-01-01T00:00:00Z"));
            code = Main.run(words, new Console(outStream, errStream, clock, System::nanoTime));
        }
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
    }
}
