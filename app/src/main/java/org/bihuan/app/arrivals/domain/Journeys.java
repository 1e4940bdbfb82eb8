package org.bihuan.app.arrivals.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.Episodes;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;

/** Finds a person's journeys; each arrival is one however many facts speak of it. Pure. */
public final class Journeys {
    private Journeys() {}

    /** The journeys of the dossier; none for a dossier that speaks of no arrival. */
    public static List<Journey> of(JourneyRules rules, Dossier dossier, Decision decision) {
        boolean any = dossier.facts().stream().anyMatch(fact -> isOne(rules, fact));
        if (!any || !dossier.subject().type().equals(Words.PERSON)) {
            return List.of();
        }
        List<StandingFact> standing = Corrections.standing(dossier.facts());
        List<Episode> found = Objects.requireNonNullElse(
                Episodes.find(rules.episode(), dossier, standing, rules, ZoneOffset.UTC), List.of());
        List<Episode> episodes =
                found.stream().sorted(Comparator.comparing(Journeys::anchor)).toList();
        Map<Episode, List<StandingFact>> declared = new HashMap<>();
        List<Journey> journeys = new ArrayList<>();
        for (StandingFact each : standing) {
            if (each.fact().kind().equals(Words.DECLARATION)) {
                Episode nearest = nearest(episodes, expected(each.fact()), rules.belongs());
                if (nearest == null) {
                    journeys.add(JourneyReader.declaredOnly(dossier.subject(), each));
                } else {
                    declared.computeIfAbsent(nearest, _ -> new ArrayList<>()).add(each);
                }
            }
        }
        for (int i = 0; i < episodes.size(); i++) {
            Episode episode = episodes.get(i);
            Instant from = anchor(episode).minus(Duration.ofHours(rules.foldHours()));
            Instant until = i + 1 < episodes.size() ? anchor(episodes.get(i + 1)) : Instant.MAX;
            Stay stay = new Stay(standing, from, until);
            journeys.add(new JourneyReader(rules, dossier, decision, episode)
                    .read(stay, declared.getOrDefault(episode, List.of())));
        }
        return journeys;
    }

    private static boolean isOne(JourneyRules rules, Fact fact) {
        return rules.kinds().contains(fact.kind()) || fact.kind().equals(Words.DECLARATION);
    }

    private static @Nullable Episode nearest(List<Episode> episodes, Instant expected, Duration belongs) {
        return episodes.stream()
                .filter(each -> away(each, expected).compareTo(belongs) <= 0)
                .min(Comparator.comparing(each -> away(each, expected)))
                .orElse(null);
    }

    private static Duration away(Episode episode, Instant expected) {
        return Duration.between(anchor(episode), expected).abs();
    }

    static Instant anchor(Episode episode) {
        return Objects.requireNonNullElse(episode.anchor(), Instant.EPOCH);
    }

    /** When whoever declared is expected: as they said, or when they set out, or when they declared. */
    static Instant expected(Fact declaration) {
        Instant expected = declaration.moment(Words.EXPECTED_AT);
        Instant journey = declaration.moment("journeyAt");
        return expected != null ? expected : journey != null ? journey : declaration.occurredAt();
    }
}
