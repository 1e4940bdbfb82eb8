package org.bihuan.policy.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.format.PackCheck;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Setter;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.table.Rule;
import org.junit.jupiter.api.Test;

/** The pack as a whole: what it must not contain, and whether its scenarios reach all of it. */
final class SchoolPackTest {
    private static final Pack PACK = School.PACK.pack();
    private static final List<Scenario> SCENARIOS = new ScenarioReader(School.PACK, ShippedPacks.SHARED).read();

    /** A count and the age of an outbreak are always known; the tables must answer all the same. */
    private static final Set<String> OUT_OF_REACH = Set.of("cases-unknown", "outbreak-begin-unknown");

    @Test
    void A01_nobodyIsConfined() {
        assertThat(PACK.measures().values())
                .extracting(measure -> Objects.requireNonNull(
                                PACK.vocabulary().measures().get(measure.kind()))
                        .axis())
                .containsOnly("attendance", "food-work", "gathering");
    }

    @Test
    void A02_itsDiseaseClassWouldNotAllowIt() {
        TreeMap<String, byte[]> files = new TreeMap<>(School.PACK.files().files());
        String rules = new String(files.getOrDefault("rules.yaml", new byte[0]), StandardCharsets.UTF_8);
        files.put(
                "rules.yaml",
                rules.replace("kind: exclusion\n", "kind: central-isolation\n").getBytes(StandardCharsets.UTF_8));
        Pack confining = PackReader.read(new PackFiles("changed", files), ShippedPacks.SHARED)
                .pack();
        assertThat(PackCheck.legalBasis(PACK)).isEmpty();
        assertThat(PackCheck.legalBasis(confining))
                .isNotEmpty()
                .allMatch(problem -> problem.isError() && problem.message().contains("confine"));
    }

    @Test
    void A03_everyValueIsMarkedAsTheOperators() {
        assertThat(PACK.parameters().values()).allSatisfy(parameter -> {
            assertThat(parameter.setter()).isEqualTo(Setter.OPERATOR);
            assertThat(parameter.value()).isNotNull();
            assertThat(parameter.wording().zh()).endsWith("（操作员试用值）");
            assertThat(parameter.wording().en()).endsWith("(operator's test value)");
        });
    }

    @Test
    void A04_scenariosReachEveryRow() {
        Set<String> rows = new TreeSet<>();
        for (TableUse table : PACK.tables()) {
            table.definition().rules().stream()
                    .map(Rule::id)
                    .filter(row -> !OUT_OF_REACH.contains(row))
                    .forEach(row -> rows.add(table.file() + " " + row));
        }
        Pattern because = Pattern.compile("because ([a-z-]+)/([a-z-]+) .*");
        for (Scenario scenario : SCENARIOS) {
            scenario.then()
                    .values()
                    .forEach(lines -> lines.forEach(line -> {
                        var matcher = because.matcher(line);
                        if (matcher.matches()) {
                            PACK.tables().stream()
                                    .filter(table -> table.key().equals(matcher.group(1)))
                                    .forEach(table -> rows.remove(table.file() + " " + matcher.group(2)));
                        }
                    }));
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void A05_scenariosProveEveryClauseAndDuty() {
        Set<String> clauses = new TreeSet<>(PACK.manifest().clauses());
        Set<String> duties = new TreeSet<>(PACK.duties().keySet());
        for (Scenario scenario : SCENARIOS) {
            scenario.clauses().forEach(clauses::remove);
            scenario.then()
                    .values()
                    .forEach(lines -> lines.forEach(line -> duties.removeIf(duty -> line.contains(" " + duty + "/"))));
        }
        assertThat(clauses).isEmpty();
        assertThat(duties).isEmpty();
    }
}
