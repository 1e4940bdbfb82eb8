package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of contradictions names only what exists, holds and shows what it is named for; and leaves nothing out unsaid. */
final class ContradictionsTest {
    private static final Pattern NUMBER = Pattern.compile("\\b[CP]\\d\\d\\b");
    private static final Pattern CLAUSE = Pattern.compile("S\\d-\\d+");
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+)([:/])([a-z0-9-]+)`");

    private static final Map<String, LoadedPack> PACKS = new HashMap<>();
    private static final Map<String, Scenario> SCENARIOS = new HashMap<>();

    /** A line of the page that says how something is expressed. */
    private record Line(String number, Set<String> clauses, String how, String scenarios) {}

    @BeforeAll
    static void load() {
        for (var folder : Packs.list()) {
            LoadedPack loaded = Packs.load(folder);
            PACKS.put(loaded.pack().id(), loaded);
            new ScenarioReader(loaded, Packs.shared(folder))
                    .read()
                    .forEach(each -> SCENARIOS.put(loaded.pack().id() + "/" + each.id(), each));
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(CommandLine.HOME.resolve("docs/contradictions.md")).stream()
                .filter(row -> row.matches("\\| [CP]\\d.*"))
                .toList();
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String row : rows()) {
            String[] cells = row.split("\\|");
            if (cells.length == 6) {
                lines.add(new Line(cells[1].strip(), all(CLAUSE, cells[3]), cells[4], cells[5]));
            }
        }
        return lines;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void everyNumberOfTheCatalogueIsSpokenOf() throws IOException {
        Set<String> expected = new TreeSet<>();
        IntStream.rangeClosed(1, 32).forEach(i -> expected.add("C%02d".formatted(i)));
        IntStream.rangeClosed(1, 85).forEach(i -> expected.add("P%02d".formatted(i)));
        Set<String> found = new TreeSet<>();
        rows().forEach(row -> found.addAll(all(NUMBER, row.split("\\|")[1])));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyScenarioHoldsAndShowsAClauseOfItsLine() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Line line : lines()) {
            List<MatchResult> named = NAMED.matcher(line.scenarios()).results().toList();
            assertThat(named).as(line.number()).isNotEmpty();
            Set<String> unseen = new TreeSet<>(line.clauses());
            for (MatchResult each : named) {
                String id = each.group(1) + "/" + each.group(3);
                Scenario scenario = SCENARIOS.get(id);
                if (scenario == null || !holds(each.group(1), scenario)) {
                    wrong.add(line.number() + " names " + id + ", which is no scenario that holds");
                    continue;
                }
                Set<String> shown = all(CLAUSE, scenario.then().toString());
                unseen.removeAll(shown);
                if (shown.stream().noneMatch(line.clauses()::contains)) {
                    wrong.add(line.number() + ": " + id + " shows none of " + line.clauses());
                }
            }
            if (!unseen.isEmpty()) {
                wrong.add(line.number() + ": no scenario shows " + unseen);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean holds(String pack, Scenario scenario) {
        return Scenarios.run(scenario, Objects.requireNonNull(PACKS.get(pack)).pack())
                .passes();
    }

    @Test
    void everyParameterIsThereAndSpokenOfInAClauseOfItsLine() throws IOException {
        List<String> wrong = new ArrayList<>();
        int named = 0;
        for (Line line : lines()) {
            for (MatchResult each : NAMED.matcher(line.how()).results().toList()) {
                named++;
                LoadedPack pack = PACKS.get(each.group(1));
                var parameter = pack == null ? null : pack.pack().parameters().get(each.group(3));
                if (parameter == null) {
                    wrong.add(line.number() + " names " + each.group() + ", which is not there");
                } else if (parameter.clauses().stream().noneMatch(line.clauses()::contains)) {
                    wrong.add(line.number() + ": " + each.group() + " is of " + parameter.clauses());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(named).isGreaterThan(40);
    }
}
