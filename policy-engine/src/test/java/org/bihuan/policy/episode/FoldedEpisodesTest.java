package org.bihuan.policy.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.policy.TestFacts.PERSON;
import static org.bihuan.policy.TestFacts.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.proof.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements about one arrival, and about two. */
final class FoldedEpisodesTest {
    private static final Instant ZERO = Instant.parse("2020-07-20T00:00:00Z");
    private static final long WINDOW_HOURS = 48;
    private static final EpisodeDefinition.Folded ARRIVAL = new EpisodeDefinition.Folded(
            "arrival", "person", Set.of("arrival"), "arrivedAt", "arrival-fold-hours", null);

    @Test
    void A01_belowAtAndAboveTheWindow() {
        assertThat(fold(said("a", 0, 0), said("b", 1, 47))).hasSize(1);
        assertThat(fold(said("a", 0, 0), said("b", 1, 48))).hasSize(1);
        Fact later = fact(
                "b",
                "arrival",
                null,
                0,
                ZERO,
                1,
                Map.of("arrivedAt", new FieldValue.Moment(ZERO.plusSeconds(48 * 3600 + 1))));
        assertThat(fold(said("a", 0, 0), later)).hasSize(2);
    }

    @Test
    void A02_theWindowStandsOnTheFirstStatementAndDoesNotCreep() {
        assertThat(fold(said("a", 0, 0), said("b", 1, 40), said("c", 2, 80)))
                .extracting(Episode::anchor)
                .containsExactly(hour(40), hour(80));
    }

    @Test
    void A03_theLaterStatementOverwritesWhatItKnows() {
        Fact early = fact("a", "arrival", null, 0, ZERO, 0, fields(0, "low", "x"));
        Fact late = fact("b", "arrival", null, 0, ZERO, 1, fields(5, "high", null));
        Episode folded = fold(late, early).getFirst();
        assertThat(folded.anchor()).isEqualTo(hour(5));
        assertThat(folded.text("originRisk")).isEqualTo("high");
        assertThat(folded.text("port")).isEqualTo("x");
    }

    @Test
    void A04_aStatementWithoutATimeJoinsTheLastArrival() {
        List<Episode> folded = fold(said("a", 0, 0), said("b", 1, 100), said("c", 2, null));
        assertThat(folded).extracting(episode -> episode.roots().size()).containsExactly(1, 2);
        assertThat(fold(said("c", 2, null))).extracting(Episode::anchor).containsOnlyNulls();
    }

    @Test
    void B01_agreesWithTheSlowTwin() {
        SplittableRandom random = Seed.random("folding");
        for (int round = 0; round < Seed.rounds(2_000); round++) {
            List<StandingFact> facts = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                Map<String, FieldValue> fields = fields(
                        random.nextInt(6) == 0 ? null : random.nextInt(30) * 12,
                        random.nextInt(3) == 0 ? null : "risk" + random.nextInt(3),
                        random.nextInt(3) == 0 ? null : "port" + random.nextInt(3));
                Fact fact = fact("f" + i, "arrival", null, random.nextInt(2), ZERO, random.nextInt(3), fields);
                facts.add(new StandingFact(fact.id(), fact));
            }
            List<Episode> expected = slow(facts);
            Collections.shuffle(facts, new Random(random.nextLong()));
            assertThat(foldAll(facts)).as(facts.toString()).isEqualTo(expected);
        }
    }

    /** Takes the earliest that is left and all within the window of it, until nothing is left. */
    private static List<Episode> slow(List<StandingFact> facts) {
        List<StandingFact> left = new ArrayList<>(facts);
        List<StandingFact> loose =
                left.stream().filter(each -> anchor(each) == null).toList();
        left.removeAll(loose);
        List<List<StandingFact>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            Instant first = left.stream()
                    .map(each -> Objects.requireNonNull(anchor(each)))
                    .min(Instant::compareTo)
                    .orElseThrow();
            List<StandingFact> group = new ArrayList<>(left.stream()
                    .filter(each ->
                            !Objects.requireNonNull(anchor(each)).isAfter(first.plusSeconds(WINDOW_HOURS * 3600)))
                    .toList());
            left.removeAll(group);
            groups.add(group);
        }
        if (groups.isEmpty()) {
            groups.add(new ArrayList<>());
        }
        groups.getLast().addAll(loose);
        return groups.stream().map(FoldedEpisodesTest::slowEpisode).toList();
    }

    private static Episode slowEpisode(List<StandingFact> group) {
        Map<String, FieldValue> fields = new HashMap<>();
        Set<String> names = new HashSet<>();
        group.forEach(each -> names.addAll(each.fact().fields().keySet()));
        for (String name : names) {
            fields.put(
                    name,
                    group.stream()
                            .map(StandingFact::fact)
                            .filter(fact -> fact.find(name).isPresent())
                            .max(Fact.BY_PRECEDENCE)
                            .flatMap(fact -> fact.find(name))
                            .orElseThrow());
        }
        Set<FactId> roots = new TreeSet<>();
        group.forEach(each -> roots.add(each.root()));
        Instant anchor = fields.get("arrivedAt") instanceof FieldValue.Moment moment ? moment.value() : null;
        return new Episode(
                "arrival",
                roots.stream()
                        .map(root -> new EpisodeRoot(root.value(), PERSON))
                        .toList(),
                anchor,
                anchor,
                null,
                null,
                fields);
    }

    private static @Nullable Instant anchor(StandingFact standing) {
        return standing.fact().moment("arrivedAt");
    }

    private static List<Episode> fold(Fact... facts) {
        return foldAll(List.of(facts).stream()
                .map(fact -> new StandingFact(fact.id(), fact))
                .toList());
    }

    private static List<Episode> foldAll(List<StandingFact> facts) {
        return FoldedEpisodes.fold(ARRIVAL, Dossier.of(PERSON, List.of()), facts, WINDOW_HOURS * 3600);
    }

    private static Fact said(String key, int order, @Nullable Integer hour) {
        return fact(key, "arrival", null, 0, ZERO, order, fields(hour, null, null));
    }

    private static Map<String, FieldValue> fields(
            @Nullable Integer hour, @Nullable String risk, @Nullable String port) {
        Map<String, FieldValue> fields = new HashMap<>();
        if (hour != null) {
            fields.put("arrivedAt", new FieldValue.Moment(hour(hour)));
        }
        if (risk != null) {
            fields.put("originRisk", new FieldValue.Text(risk));
        }
        if (port != null) {
            fields.put("port", new FieldValue.Text(port));
        }
        return fields;
    }

    private static Instant hour(int hour) {
        return ZERO.plusSeconds(3600L * hour);
    }
}
