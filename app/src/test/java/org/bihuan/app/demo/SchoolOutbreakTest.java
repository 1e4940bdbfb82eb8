package org.bihuan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.city.City;
import org.bihuan.city.CitySettings;
import org.bihuan.city.Fact;
import org.bihuan.city.Scenario;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** The city's school outbreak, as it becomes known, means something to the school norovirus pack. */
class SchoolOutbreakTest {
    private static final Path PACKS =
            Path.of(System.getProperty("bihuan.home", "..")).resolve("packs");
    private static final LoadedPack PACK =
            PackReader.read(PackFiles.ofFolder(PACKS.resolve("norovirus-school")), SharedFiles.ofFolder(PACKS));
    private static final City CITY = City.of(
            new CitySettings(
                    20_000,
                    7,
                    DivisionCode.of("210300000000"),
                    LocalDate.parse("2020-07-14"),
                    LocalDate.parse("2020-08-20")),
            Scenario.builtIn("anshan-2020"));

    @Test
    void everyFactOfTheSchoolsIsReadWithoutFault() {
        assertThat(known(Instant.MAX)).hasSizeGreaterThan(2_000);
    }

    @Test
    void aClusterOnTuesdayAnOutbreakOnWednesdayOneSchoolAlone() {
        Map<String, Decision> monday = decide("2020-07-20T20:00:00+08:00");
        assertThat(monday.values()).allMatch(decision -> decision.duties().isEmpty());

        Map<String, Decision> tuesday = decide("2020-07-21T20:00:00+08:00");
        List<String> clusters = rows(tuesday, "class-cluster", "cluster-alone");
        assertThat(clusters).hasSize(1);
        assertThat(rows(tuesday, "school-outbreak", "outbreak")).isEmpty();
        assertThat(tuesday.keySet().stream()
                        .filter(subject -> !subject.startsWith("person:"))
                        .filter(subject -> !get(tuesday, subject).duties().isEmpty()))
                .as("the class, its room and its toilet")
                .hasSize(3);

        Map<String, Decision> thursday = decide("2020-07-23T20:00:00+08:00");
        List<String> outbreaks = rows(thursday, "school-outbreak", "outbreak");
        assertThat(outbreaks).hasSize(1);
        String school = outbreaks.getFirst().substring("school:".length());
        assertThat(thursday).allSatisfy((subject, decision) -> {
            if (subject.startsWith("class:") || subject.startsWith("premises:")) {
                boolean own = subject.contains(":" + school);
                assertThat(decision.duties().isEmpty() && decision.measures().isEmpty())
                        .as(subject)
                        .isNotEqualTo(own);
            }
        });
        assertThat(thursday.values().stream()
                        .flatMap(decision -> decision.measures().stream())
                        .map(Measure::kind))
                .contains("exclusion", "food-handling-exclusion", "joint-activities-suspended");
    }

    private static List<String> rows(Map<String, Decision> decisions, String table, String row) {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getValue().reasons().stream()
                        .anyMatch(reason ->
                                reason.table().equals(table) && reason.row().equals(row)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Decision get(Map<String, Decision> decisions, String subject) {
        return Objects.requireNonNull(decisions.get(subject));
    }

    private static Map<String, Decision> decide(String time) {
        Instant at = Instant.parse(time);
        PackPolicy policy = PackPolicy.of(PACK.pack(), List.of(), "test");
        Map<String, Decision> decisions = new LinkedHashMap<>();
        Population.decide(known(at), List.of(policy), at, Scenarios.HORIZON)
                .forEach(decision -> decisions.put(decision.subject().toString(), decision));
        return decisions;
    }

    /** What is known of the schools at the moment; each fact is read as of then and must have no fault. */
    private static List<org.bihuan.policy.fact.Fact> known(Instant at) {
        FactReader reader = new FactReader(PACK.catalogue(), Divisions.load()::exists);
        List<Fact> told = new ArrayList<>();
        CITY.schoolFacts(told::add);
        Iterator<Fact> happenings = CITY.illnesses();
        happenings.forEachRemaining(told::add);
        Stream<Fact> known = told.stream().filter(fact -> !fact.knownAt().isAfter(at));
        return known.map(fact -> {
                    FactReader.Result result =
                            reader.read(CityFacts.raw(fact), at.equals(Instant.MAX) ? fact.knownAt() : at);
                    assertThat(result.errors()).as(fact.key()).isEmpty();
                    return Objects.requireNonNull(result.fact());
                })
                .toList();
    }
}
