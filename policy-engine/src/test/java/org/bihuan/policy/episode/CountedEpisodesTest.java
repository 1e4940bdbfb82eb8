package org.bihuan.policy.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.bihuan.policy.TestFacts;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.CountDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.Unit;
import org.bihuan.proof.Seed;
import org.junit.jupiter.api.Test;

/** Clusters of three in a window of ten hours that end after twenty quiet ones. */
final class CountedEpisodesTest {
    private static final Instant ZERO = Instant.parse("2020-07-20T00:00:00Z");
    private static final int THREE = 3;
    private static final Duration QUIET = Duration.ofHours(20);
    private static final WindowLength WINDOW = new WindowLength(10, Unit.HOURS, ZoneOffset.UTC);
    private static final Dossier CLASS = Dossier.of(new SubjectId("class", "c"), List.of());
    private static final EpisodeDefinition.Counted CLUSTER = new EpisodeDefinition.Counted(
            "cluster",
            "class",
            new CountDefinition(
                    new FactFilter("illness", Map.of(), Set.of(), "onsetAt", "notedAt", null), "person", "window"),
            "cases",
            "quiet");

    @Test
    void A01_belowAtAndAboveTheThreshold() {
        assertThat(find(ill("a", 0), ill("b", 1))).isEmpty();
        assertThat(find(ill("a", 0), ill("b", 1), ill("c", 2))).hasSize(1);
        assertThat(find(ill("a", 0), ill("b", 1), ill("c", 2), ill("d", 3))).hasSize(1);
        assertThat(find(ill("a", 0), ill("b", 1), ill("a", 2)))
                .as("a person counts once")
                .isEmpty();
    }

    @Test
    void A02_whatIsAsOldAsTheWindowLiesOutside() {
        assertThat(find(ill("a", 0), ill("b", 5), ill("c", 9))).hasSize(1);
        assertThat(find(ill("a", 0), ill("b", 5), ill("c", 10))).isEmpty();
    }

    @Test
    void A03_opensWhenEnoughIsKnown() {
        Episode found = find(ill("a", 0), ill("b", 1), ill("c", 2, 7)).getFirst();
        assertThat(found.anchor()).isEqualTo(hour(7));
        assertThat(found.latest()).isEqualTo(hour(2));
        assertThat(found.until()).as("watched for the quiet time").isEqualTo(hour(27));
    }

    @Test
    void A04_anOldCaseToldLaterMovesNothing() {
        Episode before = find(ill("b", 1), ill("c", 2), ill("d", 3)).getFirst();
        Episode after =
                find(ill("a", 0, 15), ill("b", 1), ill("c", 2), ill("d", 3)).getFirst();
        assertThat(after.anchor()).isEqualTo(before.anchor()).isEqualTo(hour(3));
        assertThat(after.until()).isEqualTo(before.until());
        assertThat(after.roots()).containsAll(before.roots());
    }

    @Test
    void A05_aCaseThatJoinsKeepsTheNameAndMovesTheEnd() {
        Episode before = find(ill("a", 0), ill("b", 1), ill("c", 2)).getFirst();
        Episode after =
                find(ill("a", 0), ill("b", 1), ill("c", 2), ill("d", 22)).getFirst();
        assertThat(after.root()).isEqualTo(before.root());
        assertThat(before.until()).isEqualTo(hour(22));
        assertThat(after.until()).isEqualTo(hour(42));
        assertThat(find(ill("a", 0), ill("b", 1), ill("c", 2), ill("d", 23))
                        .getFirst()
                        .until())
                .as("after the end nothing joins")
                .isEqualTo(hour(22));
    }

    @Test
    void B01_agreesWithTheSlowTwin() {
        SplittableRandom random = Seed.random("counting");
        int found = 0;
        for (int round = 0; round < Seed.rounds(3_000); round++) {
            List<StandingFact> facts = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int onset = random.nextInt(60);
                Fact fact = ill("f" + i, "p" + random.nextInt(6), onset, onset + Math.max(0, random.nextInt(40) - 20));
                facts.add(new StandingFact(fact.id(), fact));
            }
            List<List<Object>> expected = slow(facts);
            Collections.shuffle(facts, new Random(random.nextLong()));
            List<List<Object>> actual = findAll(facts).stream()
                    .map(each -> List.<Object>of(bounds(each), each.roots().size()))
                    .toList();
            assertThat(actual).as(facts.toString()).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static List<Object> bounds(Episode episode) {
        return List.of(
                String.valueOf(episode.anchor()), String.valueOf(episode.latest()), String.valueOf(episode.until()));
    }

    /** Tries every fact as the one that fills a window, and every moment as the one at which enough is known. */
    private static List<List<Object>> slow(List<StandingFact> facts) {
        List<Fact> left = facts.stream()
                .map(StandingFact::fact)
                .sorted(Comparator.comparing(CountedEpisodesTest::onset).thenComparing(Fact::id))
                .toList();
        List<List<Object>> episodes = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            List<Fact> members = new ArrayList<>(inWindow(left.subList(0, i + 1), onset(left.get(i))));
            if (persons(members) < THREE) {
                continue;
            }
            int next = i + 1;
            while (next < left.size()
                    && !onset(left.get(next)).isAfter(onset(left.get(next - 1)).plus(QUIET))) {
                members.add(left.get(next++));
            }
            Instant latest = onset(left.get(next - 1));
            Instant known = members.stream()
                    .map(CountedEpisodesTest::noted)
                    .sorted()
                    .filter(moment -> reaches(members.stream()
                            .filter(member -> !noted(member).isAfter(moment))
                            .toList()))
                    .findFirst()
                    .orElseThrow();
            Instant until = (known.isAfter(latest) ? known : latest).plus(QUIET);
            episodes.add(List.of(List.of(known.toString(), latest.toString(), until.toString()), members.size()));
            left = left.subList(next, left.size());
            i = -1;
        }
        return episodes;
    }

    private static boolean reaches(List<Fact> facts) {
        return facts.stream().anyMatch(each -> persons(inWindow(facts, onset(each))) >= THREE);
    }

    private static List<Fact> inWindow(List<Fact> facts, Instant end) {
        return facts.stream()
                .filter(each -> !onset(each).isAfter(end) && onset(each).isAfter(end.minus(Duration.ofHours(10))))
                .toList();
    }

    private static long persons(List<Fact> facts) {
        return facts.stream()
                .map(each -> each.subjectOfType("person"))
                .distinct()
                .count();
    }

    private static Instant onset(Fact fact) {
        return CLUSTER.count().filter().happenedAt(fact);
    }

    private static Instant noted(Fact fact) {
        return CLUSTER.count().filter().knownAt(fact);
    }

    private static List<Episode> find(Fact... facts) {
        return findAll(List.of(facts).stream()
                .map(fact -> new StandingFact(fact.id(), fact))
                .toList());
    }

    private static List<Episode> findAll(List<StandingFact> facts) {
        return CountedEpisodes.find(CLUSTER, CLASS, facts, WINDOW, THREE, QUIET.toSeconds());
    }

    private static Fact ill(String person, int onset) {
        return ill(person, onset, onset);
    }

    private static Fact ill(String person, int onset, int noted) {
        return ill(person + onset, person, onset, noted);
    }

    private static Fact ill(String key, String person, int onset, int noted) {
        return new Fact(
                TestFacts.id(key),
                "illness",
                hour(onset),
                hour(onset),
                0,
                hour(noted),
                0,
                null,
                List.of(
                        new FactSubject("person", new SubjectId("person", person)),
                        new FactSubject("class", CLASS.subject())),
                null,
                Map.of("onsetAt", new FieldValue.Moment(hour(onset)), "notedAt", new FieldValue.Moment(hour(noted))));
    }

    private static Instant hour(int hour) {
        return ZERO.plusSeconds(3600L * hour);
    }
}
