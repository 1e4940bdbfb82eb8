package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Wording;

/**
 * What a region owes because an order is in force: to sign for it, and to decide each value that the order leaves to it
 * (one duty a value, not one a person).
 */
final class RegionDuties {
    static final String REGION = "region";
    private static final String ORDER = "order";

    private final Dossier dossier;
    private final List<StandingFact> facts;
    private final DutyFacts dutyFacts;
    private final PackPolicy policy;
    private final DivisionCode region;
    private final Set<String> ambient = new LinkedHashSet<>();

    RegionDuties(
            Dossier dossier, List<StandingFact> facts, DutyFacts dutyFacts, PackPolicy policy, DivisionCode region) {
        this.dossier = dossier;
        this.facts = facts;
        this.dutyFacts = dutyFacts;
        this.policy = policy;
        this.region = region;
    }

    Set<String> ambient() {
        return ambient;
    }

    List<Duty> list(Instant knowledge) {
        Manifest manifest = policy.pack().manifest();
        if (!manifest.jurisdiction().contains(region)) {
            return List.of();
        }
        List<Duty> duties = new ArrayList<>();
        Manifest.Addressees addressees = manifest.addressees();
        if (addressees != null && region.level() == addressees.level()) {
            duties.addAll(receipt(addressees, knowledge));
        }
        Manifest.Delegation delegation = manifest.delegation();
        if (delegation != null && region.level() == delegation.level()) {
            for (ParameterDefinition parameter : policy.pack().parameters().values()) {
                if (parameter.setter().isDelegated()) {
                    duties.add(decision(delegation, parameter));
                }
            }
        }
        return duties;
    }

    private Episode episode(String part) {
        Manifest manifest = policy.pack().manifest();
        UUID root = HashId.of("order", manifest.id(), part, dossier.subject().toString());
        Instant anchor = manifest.validFrom();
        return new Episode(
                ORDER,
                List.of(new EpisodeRoot(root, dossier.subject())),
                anchor,
                anchor,
                manifest.validTo(),
                region,
                Map.of());
    }

    private List<Duty> receipt(Manifest.Addressees addressees, Instant knowledge) {
        DutyDefinition definition =
                Objects.requireNonNull(policy.pack().duties().get(addressees.receiptDuty()));
        Case subject = new Case(dossier, facts, episode("receipt"), policy.bind(region), policy, false);
        return new Obligations(subject, new Moments(subject), dutyFacts, knowledge)
                .steps(definition, List.of(), policy.pack().manifest().validFrom(), addressees.clauses())
                .duties();
    }

    private Duty decision(Manifest.Delegation delegation, ParameterDefinition parameter) {
        Episode episode = episode("delegation");
        BoundPack bound = policy.bind(region);
        ambient.add(AmbientKey.parameter(policy.pack().id(), parameter.id(), region));
        String step = parameter.id();
        List<UUID> ids = DutyIds.of(episode, policy.pack().id(), delegation.dutyKind(), step);
        Instant opens = policy.pack().manifest().validFrom();
        Long hours = bound.whole(delegation.due());
        Instant due = opens.plus(Duration.ofSeconds(
                hours == null ? 0 : hours * bound.unit(delegation.due()).seconds()));
        Optional<ParameterSetting> setting = policy.findSetting(parameter.id(), region);
        ParameterValue value = bound.value(parameter.id());
        Duty.Met met = value == null
                ? null
                : new Duty.Met(
                        HashId.of(
                                "setting",
                                policy.pack().id(),
                                parameter.id(),
                                region.toString(),
                                setting.map(ParameterSetting::setAt)
                                        .orElse(opens)
                                        .toString()),
                        setting.map(ParameterSetting::setAt).orElse(opens),
                        setting.map(ParameterSetting::setAt).orElse(opens),
                        setting.map(ParameterSetting::setAt).orElse(opens));
        return new Duty(
                ids.getFirst(),
                List.of(),
                dossier.subject(),
                policy.pack().reference(),
                episode.root(),
                delegation.dutyKind(),
                step,
                delegation.dutyKind(),
                delegation.owner(),
                region,
                opens,
                dutyFacts.extended(ids, due),
                met,
                dutyFacts.waiver(ids),
                dutyFacts.attempts(ids),
                dutyFacts.assignee(ids),
                parameter.clauses(),
                new Wording(
                        "作出决定：" + parameter.wording().zh(),
                        "Decide: " + parameter.wording().en()));
    }
}
