package org.bihuan.policy.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.population.Population;

/** Runs scenarios. A scenario that claims a clause must show it: in a line it expects, or in the head of the pack. */
public final class Scenarios {
    /** How far ahead repeated duties without end are written out, here and in the server. */
    public static final Duration HORIZON = Duration.ofDays(2);

    private static final Pattern CLAUSE = Pattern.compile("[A-Z]+\\d+-\\d+|[A-Z]+-\\d+");

    private Scenarios() {}

    /** Runs one scenario against its pack. */
    public static ScenarioResult run(Scenario scenario, Pack pack) {
        PackPolicy policy = PackPolicy.of(pack, scenario.settings(), "scenario").withLevels(scenario.levels());
        ZoneId zone = pack.manifest().zone();
        Map<SubjectId, List<String>> actual = new LinkedHashMap<>();
        for (Decision decision : Population.decide(scenario.facts(), List.of(policy), scenario.at(), HORIZON)) {
            actual.put(decision.subject(), DecisionText.lines(decision, zone));
        }
        List<String> failures = new ArrayList<>();
        scenario.then().forEach((subject, expected) -> {
            List<String> lines = actual.getOrDefault(subject, List.of());
            if (!lines.equals(expected)) {
                failures.add(difference(subject, expected, lines));
            }
        });
        Set<String> shown = shown(scenario);
        for (String clause : scenario.clauses()) {
            if (!shown.contains(clause)) {
                failures.add("claims clause " + clause + ", which no expected line shows");
            }
        }
        return new ScenarioResult(scenario, failures);
    }

    private static Set<String> shown(Scenario scenario) {
        Set<String> shown = new TreeSet<>();
        scenario.then()
                .values()
                .forEach(lines -> lines.forEach(line -> {
                    Matcher matcher = CLAUSE.matcher(line);
                    while (matcher.find()) {
                        shown.add(matcher.group());
                    }
                }));
        return shown;
    }

    private static String difference(SubjectId subject, List<String> expected, List<String> actual) {
        StringBuilder text = new StringBuilder(subject.toString());
        for (String line : expected) {
            if (!actual.contains(line)) {
                text.append("\n  - ").append(line);
            }
        }
        for (String line : actual) {
            if (!expected.contains(line)) {
                text.append("\n  + ").append(line);
            }
        }
        if (text.indexOf("\n") < 0) {
            text.append("\n  the order of the lines differs: ").append(actual);
        }
        return text.toString();
    }
}
