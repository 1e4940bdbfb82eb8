package org.bihuan.app.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.app.risk.Editions;
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
    private final Editions editions;
    private final ListChanges lists;
    private final ProposalStore proposals;

    Changes(Rules rules, Versions versions, Editions editions, ListChanges lists, ProposalStore proposals) {
        this.rules = rules;
        this.versions = versions;
        this.editions = editions;
        this.lists = lists;
        this.proposals = proposals;
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
        return switch (proposal.kind()) {
            case ACTIVATION -> RuleChange.of(before(proposal), judging(proposal));
            case REJUDGEMENT -> RuleChange.rejudgement(judging(proposal));
            case LISTS -> new RuleChange.OfLists(editions.known(proposal.edition()));
        };
    }

    /**
     * What a preview compares when it begins.
     *
     * @param settings values after, or the edition of the lists
     */
    record Basis(
            String settings,
            @Nullable String beforeHash,
            @Nullable String beforeSettings) {}

    /** What a preview of an order's version would compare now. */
    Basis basis(String pack, String hash, Instant now) {
        Optional<PackPolicy> before = active(pack);
        return new Basis(
                rules.candidate(hash, now).settingsVersion(),
                before.map(each -> each.pack().hash()).orElse(null),
                before.map(PackPolicy::settingsVersion).orElse(null));
    }

    /** What a preview of the proposal would compare now. */
    Basis basis(Proposal proposal, Instant now) {
        return proposal.kind() == Proposal.Kind.LISTS
                ? new Basis(proposal.settings(), null, Long.toString(lists.carried()))
                : basis(proposal.pack(), proposal.hash(), now);
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

    /**
     * Versions and values in force, as a text that differs when any of them does; of a change of lists also the lists.
     * Whether a preview of an order has read what lists have changed since is for {@link PreviewLevelStore} to say.
     */
    String rulesMark(Proposal proposal, Instant now) {
        String others = rules.current(now).stream()
                .filter(policy -> !policy.pack().id().equals(proposal.pack()))
                .map(Changes::name)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n"));
        if (proposal.kind() == Proposal.Kind.LISTS) {
            return others + "\n" + listsMark() + " moved " + proposals.lastBegun(proposal.id());
        }
        return others + "\n" + proposal.hash() + "\n" + values(rules.candidate(proposal.hash(), now)) + "\n"
                + active(proposal.pack()).map(Changes::name).orElse("none");
    }

    /** The editions that judge now, as a text. */
    String listsMark() {
        return "lists " + editions.latest() + " carried " + lists.carried();
    }

    private static String name(PackPolicy policy) {
        return policy.pack().hash() + "@" + policy.settingsVersion() + "@" + values(policy);
    }

    private static String values(PackPolicy policy) {
        List<ParameterSetting> settings = policy.settings();
        return settings.stream().map(ParameterSetting::toString).collect(Collectors.joining(";"));
    }
}
