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
        TestNotes.read(Packs.folder())
                .forEach((clause, tests) ->
                        proofs.computeIfAbsent(clause, id -> new TreeSet<>()).addAll(tests));
        Map<String, String> kinds = new LinkedHashMap<>();
        Map<String, String> operative = operative(kinds);
        proofs.forEach((clause, names) -> {
            if (isListed(clause, kinds) && !operative.containsKey(clause)) {
                err.println("not an operative clause: " + clause + " (" + kinds.getOrDefault(clause, "not in the list")
                        + "), claimed by " + String.join(", ", names));
            }
        });
        Set<String> proved = new TreeSet<>(operative.keySet());
        proved.retainAll(proofs.keySet());
        proved.forEach(clause ->
                out.println("proved   " + clause + " " + String.join(", ", proofs.getOrDefault(clause, Set.of()))));
        operative.forEach((clause, systems) -> {
            if (!proved.contains(clause)) {
                out.println("unproved " + clause + " " + systems);
            }
        });
        int stale = TestNotes.countStale(Packs.folder());
        if (stale > 0) {
            err.println(stale + " 个测试类的证明早于其编译，不作数；请运行 ./bihuan check。 The notes of " + stale
                    + " test classes are older than the classes and count for nothing: run ./bihuan check.");
        }
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

    /** Whether the clause's document is in the list; plans of an operator's own have clauses that are not. */
    private static boolean isListed(String clause, Map<String, String> kinds) {
        String document = clause.substring(0, clause.indexOf('-') + 1);
        return kinds.keySet().stream().anyMatch(each -> each.startsWith(document));
    }

    /** The catalogue of clauses: those that demand something, with the systems that serve them. */
    private static Map<String, String> operative(Map<String, String> kinds) throws IOException {
        Map<String, String> operative = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Packs.home().resolve("clauses.csv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            if (cells.length >= 3) {
                kinds.put(cells[0], cells[1]);
            }
            if (cells.length >= 3 && cells[1].equals("operative")) {
                operative.put(cells[0], cells[2]);
            }
        }
        return operative;
    }
}
