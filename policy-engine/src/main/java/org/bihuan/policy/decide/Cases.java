package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.episode.Episodes;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.EpisodeDefinition;

/**
 * Finds the cases of a dossier: each episode under the version it is pinned to, or the current one. A version that
 * episodes are pinned to claims their facts first, so that a new folding rule never splits or doubles what was judged.
 */
final class Cases {
    private final Dossier dossier;
    private final List<StandingFact> facts;
    private final Pins pins;
    private final Set<Refusal> refusals = new LinkedHashSet<>();

    Cases(Dossier dossier, List<StandingFact> facts, Pins pins) {
        this.dossier = dossier;
        this.facts = facts;
        this.pins = pins;
    }

    /** What could not be judged because nobody knows where it is; complete after {@link #find}. */
    Set<Refusal> refusals() {
        return refusals;
    }

    List<Case> find(List<PackPolicy> current) {
        List<Case> cases = new ArrayList<>();
        Set<String> orders = new HashSet<>();
        for (PackPolicy policy : current) {
            String order = policy.pack().id();
            if (orders.add(order)) {
                cases.addAll(ofOrder(order, policy));
            }
        }
        for (String order : pins.packs()) {
            if (!orders.contains(order)) {
                claim(order, cases);
            }
        }
        return cases;
    }

    private List<Case> ofOrder(String order, PackPolicy current) {
        List<Case> cases = new ArrayList<>();
        Set<UUID> claimed = claim(order, cases);
        for (Episode episode : episodes(current, claimed)) {
            cases.add(new Case(dossier, facts, episode, current.bind(episode.division()), current, false));
        }
        return cases;
    }

    /** Adds the cases pinned to some version of the order; gives back the roots of their facts. */
    private Set<UUID> claim(String order, List<Case> cases) {
        Set<UUID> claimed = new HashSet<>();
        List<PackPolicy> versions = pins.policies(order);
        for (PackPolicy pinned : versions) {
            claim(pinned, claimed, cases, true);
        }
        if (versions.size() > 1) {
            for (PackPolicy pinned : versions) {
                claim(pinned, claimed, cases, false);
            }
        }
        return claimed;
    }

    /** Of two pinned episodes that have become one the version of the first root judges, as that root names it. */
    private void claim(PackPolicy pinned, Set<UUID> claimed, List<Case> cases, boolean byFirst) {
        for (Episode episode : episodes(pinned, claimed)) {
            boolean claims = episode.roots().stream()
                    .filter(root -> pins.find(root.id(), pinned.pack().id()).isPresent())
                    .limit(byFirst ? 1 : Long.MAX_VALUE)
                    .anyMatch(root -> isPinnedTo(root.id(), pinned));
            if (claims) {
                episode.roots().stream().map(EpisodeRoot::id).forEach(claimed::add);
                cases.add(new Case(dossier, facts, episode, pinned.bind(episode.division()), pinned, true));
            }
        }
    }

    private boolean isPinnedTo(UUID root, PackPolicy policy) {
        Optional<PackPolicy> pin = pins.find(root, policy.pack().id());
        return pin.isPresent() && pin.get().name().equals(policy.name());
    }

    private List<Episode> episodes(PackPolicy policy, Set<UUID> claimed) {
        List<Episode> episodes = new ArrayList<>();
        for (EpisodeDefinition definition : policy.pack().episodes().values()) {
            List<Episode> found = Episodes.find(
                    definition,
                    dossier,
                    unclaimed(definition, claimed),
                    policy.whole(),
                    policy.pack().manifest().zone());
            if (found != null) {
                for (Episode episode : found) {
                    if (episode.division() == null && policy.mustKnowWhere(definition)) {
                        refusals.add(Placeless.refusal(policy, dossier.subject()));
                        continue;
                    }
                    if (!policy.governs(episode.division())) {
                        continue;
                    }
                    if (claimed.isEmpty() || episode.roots().stream().noneMatch(root -> claimed.contains(root.id()))) {
                        episodes.add(episode);
                    }
                }
            }
        }
        return episodes;
    }

    /** Only folded episodes own their facts; a count reads facts that others may own. */
    private List<StandingFact> unclaimed(EpisodeDefinition definition, Set<UUID> claimed) {
        if (claimed.isEmpty() || !(definition instanceof EpisodeDefinition.Folded)) {
            return facts;
        }
        return facts.stream()
                .filter(standing -> !claimed.contains(standing.root().value()))
                .toList();
    }
}
