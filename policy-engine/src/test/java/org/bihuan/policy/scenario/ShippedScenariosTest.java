package org.bihuan.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.ScenarioReader;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.Rule;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every pack holds, together they use every row, and a broken one is told from a sound one. */
final class ShippedScenariosTest {
    @TestFactory
    Stream<DynamicContainer> everyScenarioHolds() {
        List<LoadedPack> packs = new ArrayList<>(ShippedPacks.all());
        packs.add(ShippedPacks.testPlan());
        return packs.stream()
                .map(loaded -> dynamicContainer(
                        loaded.pack().id(),
                        scenarios(loaded).stream()
                                .map(scenario -> dynamicTest(
                                        scenario.id(),
                                        () -> assertThat(Scenarios.run(scenario, loaded.pack())
                                                        .failures())
                                                .isEmpty()))));
    }

    /** Rows that make a table complete and that no fact reaches: the episode behind them always knows what they miss. */
    private static final Set<String> UNREACHABLE = Set.of(
            "class-in-outbreak/cases-unknown",
            "premises-illness/room",
            "premises-illness/toilet",
            "code-application/symptoms-uncounted",
            "notification/uncounted",
            "premises-of-class/kitchen",
            "school-outbreak/outbreak-begin-unknown",
            "loop/landed-time-unknown",
            "key-source/listing-undated",
            "key-source/not-counted",
            "hand-over/sending-unknown",
            "transit/entry-unknown");

    /** Rows that answer by time alone in the past or future count too, so the lines of all scenarios are searched. */
    @Test
    void everyRowOfEveryTableIsShown() {
        for (LoadedPack loaded : ShippedPacks.all()) {
            Set<String> shown = new TreeSet<>();
            scenarios(loaded)
                    .forEach(scenario -> scenario.then()
                            .values()
                            .forEach(lines -> lines.stream()
                                    .filter(line -> line.startsWith("because "))
                                    .forEach(line -> shown.add(line.split(" ")[1]))));
            shown.addAll(UNREACHABLE);
            assertThat(shown).as(loaded.pack().id()).containsAll(rows(loaded.pack()));
        }
    }

    @Test
    void aLineThatIsMissingOrTooMuchFails() {
        LoadedPack loaded = ShippedPacks.testPlan();
        Scenario sound = scenarios(loaded).getFirst();
        sound.then().forEach((subject, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                List<String> fewer = new ArrayList<>(lines);
                fewer.remove(i);
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, lines.get(i).replace("2020", "2021") + " more");
                assertThat(Scenarios.run(with(sound, Map.of(subject, fewer)), loaded.pack())
                                .passes())
                        .isFalse();
                assertThat(Scenarios.run(with(sound, Map.of(subject, changed)), loaded.pack())
                                .passes())
                        .isFalse();
            }
            assertThat(Scenarios.run(with(sound, Map.of(subject, lines.reversed())), loaded.pack())
                            .passes())
                    .isFalse();
        });
    }

    @Test
    void aClauseThatNoLineShowsIsNotProved() {
        requireUnproved(ShippedPacks.testPlan(), "T-99");
    }

    @Test
    void theClausesOfAParentAreNoGift() {
        LoadedPack loaded = ShippedPacks.get("anshan-2020");
        requireUnproved(
                loaded,
                Objects.requireNonNull(loaded.pack().manifest().parent())
                        .clauses()
                        .getFirst());
    }

    private static void requireUnproved(LoadedPack loaded, String clause) {
        Scenario sound = scenarios(loaded).getFirst();
        Scenario boasting = new Scenario(
                sound.id(),
                List.of(clause),
                sound.wording(),
                sound.facts(),
                sound.settings(),
                sound.levels(),
                sound.at(),
                sound.then());
        assertThat(Scenarios.run(boasting, loaded.pack()).failures())
                .containsExactly("claims clause " + clause + ", which no expected line shows");
    }

    private static Scenario with(Scenario scenario, Map<SubjectId, List<String>> then) {
        return new Scenario(
                scenario.id(),
                List.of(),
                scenario.wording(),
                scenario.facts(),
                scenario.settings(),
                scenario.levels(),
                scenario.at(),
                then);
    }

    private static List<Scenario> scenarios(LoadedPack loaded) {
        List<Scenario> scenarios = new ScenarioReader(loaded, ShippedPacks.SHARED).read();
        assertThat(scenarios).as(loaded.pack().id()).isNotEmpty();
        return scenarios;
    }

    private static Set<String> rows(Pack pack) {
        Set<String> rows = new TreeSet<>();
        for (TableUse table : pack.tables()) {
            for (Rule rule : table.definition().rules()) {
                rows.add(table.key() + "/" + rule.id());
            }
        }
        return rows;
    }
}
