package org.bihuan.policy.scenario;

import java.util.List;

/**
 * How a scenario went.
 *
 * @param scenario which
 * @param failures what differs, empty when it holds
 */
public record ScenarioResult(Scenario scenario, List<String> failures) {
    public ScenarioResult {
        failures = List.copyOf(failures);
    }

    /** Whether everything is as promised. */
    public boolean passes() {
        return failures.isEmpty();
    }
}
