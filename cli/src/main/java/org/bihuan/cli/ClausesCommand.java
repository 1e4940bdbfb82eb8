package org.bihuan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.scenario.Scenarios;

/**
 * {@code clauses}: which operative clauses of the source documents a passing scenario or test proves. Scenarios are run
 * on the spot; tests leave a note in {@code target/clauses} when they pass.
 */
final class ClausesCommand {
    private final PrintStream out;
    private final PrintStream err;

    ClausesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments, Clock clock) throws IOException {
        Options options = Options.parse(arguments, Set.of());
        if (!options.words().isEmpty()) {
            throw new UsageException("clauses takes no arguments");
        }
        Map<String, Set<String>> proofs = new TreeMap<>();
        int failed = addScenarios(proofs);
        addTests(proofs);
        Map<String, String> operative = operative();
        Set<String> proved = new TreeSet<>(operative.keySet());
        proved.retainAll(proofs.keySet());
        proved.forEach(clause ->
                out.println("proved   " + clause + " " + String.join(", ", proofs.getOrDefault(clause, Set.of()))));
        operative.forEach((clause, systems) -> {
            if (!proved.contains(clause)) {
                out.println("unproved " + clause + " " + systems);
            }
        });
        out.println(proved.size() + " of " + operative.size() + " operative clauses proved at " + clock.instant());
        return failed == 0 ? Main.DONE : Main.BAD_PACK;
    }

    private int addScenarios(Map<String, Set<String>> proofs) {
        int failed = 0;
        for (Path folder : Packs.list()) {
            LoadedPack loaded = Packs.load(folder);
            for (Scenario scenario : new ScenarioReader(loaded, Packs.shared(folder)).read()) {
                if (Scenarios.run(scenario, loaded.pack()).passes()) {
                    scenario.clauses()
                            .forEach(clause -> proofs.computeIfAbsent(clause, id -> new TreeSet<>())
                                    .add(loaded.pack().id() + "/" + scenario.id()));
                } else {
                    err.println("fails: " + loaded.pack().id() + "/" + scenario.id());
                    failed++;
                }
            }
        }
        return failed;
    }

    /** Notes of passed tests: one line a test, {@code clause test}. */
    private static void addTests(Map<String, Set<String>> proofs) throws IOException {
        Path home = Packs.home().toAbsolutePath().getParent();
        if (home == null) {
            return;
        }
        try (Stream<Path> notes = Files.walk(home, 4)) {
            for (Path note : (Iterable<Path>) notes.filter(ClausesCommand::isNote)::iterator) {
                for (String line : Files.readAllLines(note, StandardCharsets.UTF_8)) {
                    int space = line.indexOf(' ');
                    if (space > 0) {
                        proofs.computeIfAbsent(line.substring(0, space), id -> new TreeSet<>())
                                .add(line.substring(space + 1));
                    }
                }
            }
        }
    }

    private static boolean isNote(Path path) {
        return path.toString().replace('\\', '/').contains("/target/clauses/") && Files.isRegularFile(path);
    }

    /** The catalogue of clauses: those that demand something, with the systems that serve them. */
    private static Map<String, String> operative() throws IOException {
        Map<String, String> operative = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Packs.home().resolve("clauses.csv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            if (cells.length >= 3 && cells[1].equals("operative")) {
                operative.put(cells[0], cells[2]);
            }
        }
        return operative;
    }
}
