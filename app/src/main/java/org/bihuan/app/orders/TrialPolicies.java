package org.bihuan.app.orders;

import java.util.List;
import java.util.Map;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Component;

/** What the two versions of a trial judge by: the values that have been set, and the latest edition of the lists. Thread-safe. */
@Component
class TrialPolicies {
    private final Rules rules;
    private final Editions editions;

    TrialPolicies(Rules rules, Editions editions) {
        this.rules = rules;
        this.editions = editions;
    }

    TrialSides of(Trial trial) {
        KnownLevels levels = editions.known(editions.latest());
        PackPolicy after = rules.candidate(trial.hash(), trial.at());
        String against = trial.againstHash();
        PackPolicy before = against == null ? silent(after) : rules.candidate(against, trial.at());
        return new TrialSides(before.withLevels(levels), after.withLevels(levels));
    }

    /** The same order as if it said nothing: it has no table, so it judges nobody. */
    private static PackPolicy silent(PackPolicy policy) {
        Pack pack = policy.pack();
        Pack silent = new Pack(
                "",
                pack.manifest(),
                pack.vocabulary(),
                pack.parameters(),
                pack.episodes(),
                pack.features(),
                List.of(),
                pack.outcomes(),
                pack.measures(),
                pack.duties(),
                Map.of());
        return PackPolicy.of(silent, policy.settings(), policy.settingsVersion())
                .withinJurisdiction();
    }
}
