package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.PackReference;
import org.bihuan.policy.pack.ParameterDefinition;

/**
 * Decides what the rules demand of a subject. Pure: the answer depends on the dossier, the pins, the policies and the
 * moment, and on nothing else. Stateless and thread-safe.
 *
 * <p>What is known changes only when a fact comes or a result that lies ahead becomes known; between two such moments
 * everything is worked out for all of time at once. The timeline is cut where knowledge, a table's answer or a measure
 * changes, so that the segment at any moment equals a decision made at that moment.
 */
public final class Judge {
    /** More cuts than this are left to the decision made at the last of them. */
    private static final int MOST_PHASES = 500;

    private Judge() {}

    /**
     * Decides.
     *
     * @param dossier the subject's facts and signals
     * @param policies the orders in force for it, each with its values
     * @param pins versions and values that earlier decisions pinned its episodes to
     * @param now the moment of the decision
     * @param horizon how far ahead a repeated duty without end is written out
     */
    public static Decision decide(
            Dossier dossier, List<PackPolicy> policies, Pins pins, Instant now, Duration horizon) {
        return decide(dossier, policies, pins, now, horizon, true);
    }

    private static Decision decide(
            Dossier dossier, List<PackPolicy> policies, Pins pins, Instant now, Duration horizon, boolean withReviews) {
        List<StandingFact> facts = new ArrayList<>();
        for (StandingFact standing : Corrections.standing(dossier.facts())) {
            if (isAbout(standing.fact(), dossier)) {
                facts.add(standing);
            }
        }
        DutyFacts dutyFacts = DutyFacts.of(facts);
        List<Case> inScope = new ArrayList<>();
        List<Reason> recorded = new ArrayList<>();
        List<Refusal> unanchored = new ArrayList<>();
        Cases cases = new Cases(dossier, facts, pins);
        for (Case each : cases.find(policies)) {
            Reason before = CaseJudgement.beforeFactsSince(each);
            if (before != null) {
                recorded.add(before);
            } else if (each.episode().anchor() == null) {
                unanchored.add(Anchorless.refusal(each));
            } else {
                inScope.add(each);
            }
        }
        // Which episode was found first depends on what is pinned, and must make no difference.
        unanchored.sort(Comparator.comparing((Refusal each) -> String.valueOf(each.field()))
                .thenComparing(each -> String.valueOf(each.division()))
                .thenComparing(each -> each.clauses().toString()));
        List<RegionDuties> regions = regions(dossier, facts, dutyFacts, policies);
        List<TransitionReviews.Review> reviews = withReviews
                ? TransitionReviews.of(
                        inScope, policies, pins, (other, at) -> decide(dossier, policies, other, at, horizon, false))
                : List.of();
        List<Phase> phases = phases(new Phase.Whole(inScope, regions, reviews, dutyFacts, horizon), facts, now);
        Phase present = phases.getFirst();
        List<Segment> segments = Timeline.of(phases);
        List<Reason> reasons = new ArrayList<>(recorded);
        reasons.addAll(present.reasons());
        // What is pinned comes first among the cases, so their order tells of the past; this one must not.
        unanchored.sort(Comparator.comparing(refusal -> refusal.field() + " " + refusal.division()));
        Set<Refusal> refusals = new LinkedHashSet<>(unanchored);
        refusals.addAll(cases.refusals());
        refusals.addAll(present.refusals());
        Set<String> ambient = ambient(inScope);
        regions.forEach(region -> ambient.addAll(region.ambient()));
        return new Decision(
                dossier.subject(),
                now,
                references(policies, inScope),
                segments,
                reasons,
                List.copyOf(refusals),
                present.signals(),
                ambient,
                pinsOf(inScope, pins),
                inScope.stream()
                        .map(each -> each.episode().division())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Timeline.nextChange(segments, present.endless(), now, horizon));
    }

    private static boolean isAbout(Fact fact, Dossier dossier) {
        for (SubjectId alias : dossier.aliases()) {
            if (fact.isAbout(alias)) {
                return true;
            }
        }
        return false;
    }

    private static List<RegionDuties> regions(
            Dossier dossier, List<StandingFact> facts, DutyFacts dutyFacts, List<PackPolicy> policies) {
        if (!dossier.subject().type().equals(RegionDuties.REGION)) {
            return List.of();
        }
        DivisionCode region = DivisionCode.parse(dossier.subject().id()).orElse(null);
        if (region == null) {
            return List.of();
        }
        return policies.stream()
                .map(policy -> new RegionDuties(dossier, facts, dutyFacts, policy, region))
                .toList();
    }

    /** One phase for each stretch of equal knowledge and equal answers of the tables, from now on. */
    private static List<Phase> phases(Phase.Whole whole, List<StandingFact> facts, Instant now) {
        TreeSet<Instant> ahead = knowledgeAhead(whole.cases(), facts, now);
        List<Phase> phases = new ArrayList<>();
        Instant start = now;
        while (start != null && phases.size() < MOST_PHASES) {
            Phase phase = Phase.of(whole, start);
            phases.add(phase);
            ahead.addAll(phase.changes());
            start = ahead.higher(start);
        }
        return phases;
    }

    private static TreeSet<Instant> knowledgeAhead(List<Case> cases, List<StandingFact> facts, Instant now) {
        TreeSet<Instant> ahead = new TreeSet<>();
        Set<FactFilter> filters = new LinkedHashSet<>();
        cases.forEach(each -> filters.addAll(each.bound().filters()));
        for (StandingFact standing : facts) {
            for (FactFilter filter : filters) {
                if (filter.accepts(standing.fact()) || filter.mayYetAccept(standing.fact())) {
                    Instant known = filter.knownAt(standing.fact());
                    if (known.isAfter(now)) {
                        ahead.add(known);
                    }
                }
            }
        }
        return ahead;
    }

    private static Set<String> ambient(List<Case> cases) {
        Set<String> ambient = new LinkedHashSet<>();
        for (Case each : cases) {
            PlaceLevels.addKeys(each, ambient);
            for (ParameterDefinition parameter :
                    each.bound().pack().parameters().values()) {
                if (parameter.setter().isDelegated()) {
                    ambient.add(AmbientKey.parameter(
                            each.bound().pack().id(),
                            parameter.id(),
                            each.bound().division()));
                }
            }
        }
        return ambient;
    }

    private static List<PackReference> references(List<PackPolicy> policies, List<Case> cases) {
        Set<PackReference> references = new LinkedHashSet<>();
        policies.forEach(policy -> references.add(policy.pack().reference()));
        cases.forEach(each -> references.add(each.bound().pack().reference()));
        return List.copyOf(references);
    }

    /** A pin for every root: an episode that has swallowed another may have to give it back. */
    private static List<Decision.Pin> pinsOf(List<Case> cases, Pins known) {
        List<Decision.Pin> pins = new ArrayList<>();
        for (Case each : cases) {
            PackPolicy policy = each.policy();
            String pack = policy.pack().id();
            for (EpisodeRoot root : each.episode().roots()) {
                pins.add(new Decision.Pin(
                        root.id(),
                        root.subject(),
                        pack,
                        policy.pack().hash(),
                        policy.settingsVersion(),
                        policy.levels().edition(),
                        known.find(root.id(), pack).isEmpty()));
            }
        }
        return pins;
    }
}
