package org.bihuan.app.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.scenario.ScenarioResult;
import org.bihuan.policy.scenario.Scenarios;

/**
 * What was found when a version was asked whether it may be put into force.
 *
 * @param findings all that is wrong or worth knowing
 * @param scenarios how each of its scenarios went
 * @param problems what keeps it from being put into force, in English, naming what and where
 */
public record ActivationCheck(List<PackCheck.Problem> findings, List<ScenarioResult> scenarios, List<String> problems) {
    public ActivationCheck {
        findings = List.copyOf(findings);
        scenarios = List.copyOf(scenarios);
        problems = List.copyOf(problems);
    }

    /** Whether it may be put into force. */
    public boolean passes() {
        return problems.isEmpty();
    }

    /** How many of its scenarios hold. */
    public long passing() {
        return scenarios.stream().filter(ScenarioResult::passes).count();
    }

    /** @param settings the values set before, which may not fit the version */
    static ActivationCheck of(
            LoadedPack pack, SharedFiles shared, List<Pack> above, Supplier<List<ParameterSetting>> settings) {
        List<String> problems = new ArrayList<>();
        List<PackCheck.Problem> found = new ArrayList<>();
        try {
            List<ParameterSetting> set = settings.get();
            found.addAll(PackCheck.all(pack.pack(), set));
            found.addAll(PackCheck.looserSettings(pack.pack(), above, set));
        } catch (PackFormatException e) {
            found.addAll(PackCheck.all(pack.pack()));
            problems.add("a value that has been set does not fit: " + e.getMessage());
        }
        above.forEach(parent -> found.addAll(PackCheck.looserThan(pack.pack(), parent)));
        found.stream().filter(PackCheck.Problem::blocksActivation).forEach(problem -> problems.add(problem.message()));
        List<ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : new ScenarioReader(pack, shared).read()) {
            ScenarioResult result = Scenarios.run(scenario, pack.pack());
            results.add(result);
            if (!result.passes()) {
                problems.add("scenario " + scenario.id() + " fails: " + result.failures());
            }
        }
        return new ActivationCheck(found, results, problems);
    }
}
