package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    private static final Instant MEAL = Instant.parse("2020-07-20T03:40:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 11})
    void oneSchoolHasTheOutbreakAndNoOtherClassACluster(long seed) {
        List<Fact> onsets = onsets(Cities.list(Cities.of(20_000, seed).illnesses()));
        Map<String, List<Instant>> byClass = times(onsets, "class");
        List<String> clusters = byClass.entrySet().stream()
                .filter(entry -> most(entry.getValue(), Duration.ofDays(3)) >= 5)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(clusters).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(clusters.stream().map(id -> id.substring(0, 5)).distinct()).hasSize(1);
        List<String> outbreaks = times(onsets, "school").entrySet().stream()
                .filter(entry -> most(entry.getValue(), Duration.ofDays(7)) >= 15)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(outbreaks).containsExactly(clusters.getFirst().substring(0, 5));
    }

    @Test
    void curveFollowsTheMealAndTheHandlerCameFirst() {
        List<Fact> facts = Cities.list(Cities.of(20_000, 7).illnesses()).stream()
                .filter(fact -> fact.key().contains("illness-outbreak"))
                .toList();
        List<Fact> pupils = onsets(facts).stream()
                .filter(fact -> !subject(fact, "class").isEmpty())
                .toList();
        List<Duration> incubation = pupils.stream()
                .map(fact -> Duration.between(MEAL, (Instant) fact.payload().get("onsetAt")))
                .sorted()
                .toList();
        assertThat(incubation.getFirst()).isBetween(Duration.ofHours(5), Duration.ofHours(28));
        assertThat(incubation.get(incubation.size() / 2)).isBetween(Duration.ofHours(22), Duration.ofHours(45));
        List<Fact> handler = facts.stream()
                .filter(fact -> !subject(fact, "premises").isEmpty())
                .toList();
        Fact onset = onsets(handler).getFirst();
        assertThat((Instant) onset.payload().get("onsetAt")).isBefore(MEAL);
        String person = subject(handler.getFirst(), "person");
        List<Fact> samples = facts.stream()
                .filter(fact ->
                        fact.kind().equals("test") && subject(fact, "person").equals(person))
                .toList();
        assertThat(samples)
                .extracting(fact -> fact.payload().get("result"))
                .containsExactly("positive", "negative", "negative");
        assertThat(Duration.between((Instant) samples.get(1).payload().get("sampledAt"), (Instant)
                        samples.get(2).payload().get("sampledAt")))
                .isGreaterThanOrEqualTo(Duration.ofHours(24));
    }

    @Test
    void everyIllnessHasOneOnsetAndAnEndAfterIt() {
        Map<String, List<Fact>> byIllness = new HashMap<>();
        for (Fact fact : Cities.list(Cities.of(20_000, TestSeed.next("illness")).illnesses())) {
            if (fact.kind().equals("illness")) {
                String key = fact.key().substring(0, fact.key().lastIndexOf('/'));
                byIllness.computeIfAbsent(key, _ -> new ArrayList<>()).add(fact);
            }
        }
        assertThat(byIllness).hasSizeGreaterThan(20);
        for (List<Fact> course : byIllness.values()) {
            assertThat(course.getFirst().payload()).doesNotContainKey("endedAt");
            if (course.size() == 2) { // the end may lie after the period
                Map<String, Object> ended = course.getLast().payload();
                assertThat(ended.get("onsetAt"))
                        .isEqualTo(course.getFirst().payload().get("onsetAt"));
                assertThat((Instant) ended.get("endedAt")).isAfter((Instant) ended.get("onsetAt"));
            }
            assertThat(course).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void absencesAreOnSchoolDays() {
        List<Fact> absences = Cities.list(Cities.of(20_000, 7).illnesses()).stream()
                .filter(fact -> fact.kind().equals("absence"))
                .toList();
        assertThat(absences).hasSizeGreaterThan(20);
        assertThat(absences)
                .extracting(
                        fact -> LocalDate.parse(String.valueOf(fact.payload().get("date")))
                                .getDayOfWeek()
                                .getValue())
                .allMatch(day -> day <= 5);
    }

    @Test
    void noOutbreakWhenTheMealLiesOutsideThePeriod() {
        City later = City.of(
                new CitySettings(20_000, 7, Cities.ANSHAN, LocalDate.parse("2020-07-21"), Cities.TO),
                Scenario.builtIn("anshan-2020"));
        assertThat(Cities.list(later.illnesses())).noneMatch(fact -> fact.key().contains("outbreak"));
    }

    private static List<Fact> onsets(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("illness") && !fact.payload().containsKey("endedAt"))
                .toList();
    }

    private static Map<String, List<Instant>> times(List<Fact> onsets, String type) {
        Map<String, List<Instant>> times = new HashMap<>();
        for (Fact fact : onsets) {
            String id = subject(fact, type);
            if (!id.isEmpty()) {
                times.computeIfAbsent(id, _ -> new ArrayList<>())
                        .add((Instant) fact.payload().get("onsetAt"));
            }
        }
        return times;
    }

    private static String subject(Fact fact, String type) {
        return fact.subjects().stream()
                .filter(subject -> subject.type().equals(type))
                .map(Fact.Subject::id)
                .findFirst()
                .orElse("");
    }

    /** The most onsets that any window of the length holds. */
    private static int most(List<Instant> times, Duration window) {
        int most = 0;
        for (Instant start : times) {
            most = (int) Math.max(
                    most,
                    times.stream()
                            .filter(time -> !time.isBefore(start) && time.isBefore(start.plus(window)))
                            .count());
        }
        return most;
    }
}
