package org.bihuan.app.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.pack.ParameterSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which policies a proposal speaks of. Thread-safe. */
@Component
class Changes {
    private final Rules rules;
    private final Versions versions;

    Changes(Rules rules, Versions versions) {
        this.rules = rules;
        this.versions = versions;
    }

    /** The active policy of the order, in force yet or not; empty when there is none. */
    Optional<PackPolicy> active(String pack) {
        return versions.list(pack).stream()
                .filter(each -> each.state() == PackVersion.State.ACTIVE)
                .findFirst()
                .map(each -> rules.candidate(each.hash(), since(each)));
    }

    private static Instant since(PackVersion version) {
        Instant activated = version.activatedAt();
        return activated == null ? version.installedAt() : activated;
    }

    /** The change that the proposal would be, or is. */
    RuleChange of(Proposal proposal) {
        PackPolicy after = judging(proposal);
        if (proposal.kind() == Proposal.Kind.REJUDGEMENT) {
            return RuleChange.rejudgement(after);
        }
        return RuleChange.of(before(proposal), after);
    }

    /** What the proposal names, with the moment from which it counts. */
    private PackPolicy judging(Proposal proposal) {
        PackPolicy newest = rules.candidate(proposal.hash(), proposal.takesEffectAt());
        PackPolicy policy = newest.settingsVersion().equals(proposal.settings())
                ? newest
                : rules.pinned(proposal.hash(), proposal.settings());
        Instant since = active(proposal.pack())
                .filter(each -> each.pack().hash().equals(proposal.hash()))
                .flatMap(each -> versions.find(proposal.hash()).map(Changes::since))
                .orElse(proposal.takesEffectAt());
        return policy.activeSince(since);
    }

    private @Nullable PackPolicy before(Proposal proposal) {
        String hash = proposal.beforeHash();
        String settings = proposal.beforeSettings();
        return hash == null || settings == null ? null : rules.pinned(hash, settings);
    }

    /** All versions and values in force, as a text that differs when any of them does. */
    String rulesMark(Proposal proposal, Instant now) {
        String others = rules.current(now).stream()
                .filter(policy -> !policy.pack().id().equals(proposal.pack()))
                .map(Changes::name)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n"));
        return others + "\n" + proposal.hash() + "\n" + values(rules.candidate(proposal.hash(), now)) + "\n"
                + active(proposal.pack()).map(Changes::name).orElse("none");
    }

    private static String name(PackPolicy policy) {
        return policy.pack().hash() + "@" + policy.settingsVersion() + "@" + values(policy);
    }

    private static String values(PackPolicy policy) {
        List<ParameterSetting> settings = policy.settings();
        return settings.stream().map(ParameterSetting::toString).collect(Collectors.joining(";"));
    }

    /** The version with the values in force now. */
    PackPolicy candidate(String hash, Instant now) {
        return rules.candidate(hash, now);
    }
}
