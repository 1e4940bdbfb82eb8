package org.bihuan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.ParentCheck;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.scenario.ScenarioResult;
import org.bihuan.policy.scenario.Scenarios;
import org.bihuan.policy.table.TableText;

/** {@code pack check DIR [--parent DIR] [--set NAME=VALUE]...} and {@code pack show DIR}. */
final class PackCommand {
    private final PrintStream out;
    private final PrintStream err;

    PackCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("parent", "set"));
        if (options.words().size() != 2) {
            throw new UsageException("usage: pack check DIR [--parent DIR] [--set NAME=VALUE], or pack show DIR");
        }
        Path folder = Path.of(options.words().get(1));
        return switch (options.words().getFirst()) {
            case "check" -> check(folder, options);
            case "show" -> show(folder);
            default ->
                throw new UsageException("unknown: pack " + options.words().getFirst());
        };
    }

    private int check(Path folder, Options options) {
        LoadedPack loaded = Packs.load(folder);
        // Nobody is judged here, so the moment of setting does not matter.
        List<ParameterSetting> set = options.all("set").stream()
                .map(each -> SettingText.read(each, loaded.pack(), Instant.EPOCH))
                .toList();
        List<PackCheck.Problem> problems = new ArrayList<>(PackCheck.all(loaded.pack(), set));
        options.find("parent")
                .ifPresent(parent -> problems.addAll(ParentCheck.of(
                        loaded.pack(), Packs.load(Path.of(parent)).pack())));
        // Before the scenarios are read: what is wrong with the pack may be why they cannot be
        problems.forEach(problem -> (problem.isError() ? err : out)
                .println((problem.isError() ? "error " : problem.blocksActivation() ? "blocks activation " : "note ")
                        + problem.code() + ": " + problem.message() + " / "
                        + problem.wording().zh()));
        List<Scenario> scenarios = new ScenarioReader(loaded, Packs.shared(folder)).read();
        int failed = 0;
        for (Scenario scenario : scenarios) {
            ScenarioResult result = Scenarios.run(scenario, loaded.pack());
            out.println((result.passes() ? "pass " : "FAIL ") + scenario.id() + " " + scenario.clauses() + " "
                    + scenario.wording().zh());
            result.failures().forEach(err::println);
            failed += result.passes() ? 0 : 1;
        }
        boolean bad = failed > 0 || problems.stream().anyMatch(PackCheck.Problem::isError);
        out.println(loaded.pack().id() + " " + loaded.pack().hash() + ": " + scenarios.size() + " scenarios, " + failed
                + " failed, "
                + problems.stream().filter(PackCheck.Problem::isError).count() + " errors");
        return bad ? Main.BAD_PACK : Main.DONE;
    }

    private int show(Path folder) {
        LoadedPack loaded = Packs.load(folder);
        out.println(loaded.pack().id() + " " + loaded.pack().manifest().version() + " "
                + loaded.pack().hash());
        out.println(loaded.pack().manifest().titles().zh());
        out.println(loaded.pack().manifest().titles().en());
        out.println();
        for (ParameterDefinition parameter : loaded.pack().parameters().values()) {
            out.println(parameter.id() + " = " + (parameter.value() == null ? "(unset)" : parameter.value()) + " "
                    + parameter.unit().code() + " " + parameter.clauses() + "  "
                    + parameter.wording().zh() + " / " + parameter.wording().en());
        }
        for (TableUse table : loaded.pack().tables()) {
            out.println();
            out.println(table.key() + " (" + table.episode() + ") " + table.clauses());
            out.println(TableText.render(table.definition()));
        }
        return Main.DONE;
    }
}
