package org.bihuan.app.duties;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Marks;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.scenario.Scenarios;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out how a subject stands from its whole dossier. Thread-safe. */
@Component
class SubjectReading {
    private final ReadStore reads;
    private final Dossiers dossiers;
    private final Facts facts;
    private final Marks marks;
    private final Policies rules;

    SubjectReading(ReadStore reads, Dossiers dossiers, Facts facts, Marks marks, Policies rules) {
        this.reads = reads;
        this.dossiers = dossiers;
        this.facts = facts;
        this.marks = marks;
        this.rules = rules;
    }

    /** Empty when no fact and no order speaks of it. Sees everything. */
    @Transactional
    public Optional<SubjectState> find(SubjectId asked, Instant now) {
        Map<SubjectId, List<SubjectId>> group = facts.groups(List.of(asked));
        SubjectId subject = group.keySet().iterator().next();
        List<PackPolicy> policies = rules.current(now);
        List<Pack> packs = policies.stream().map(PackPolicy::pack).toList();
        Dossier dossier =
                Objects.requireNonNull(dossiers.read(group, packs).dossiers().get(subject));
        Optional<ReadStore.StoredState> stored = reads.state(subject);
        if (dossier.facts().isEmpty() && stored.isEmpty()) {
            return Optional.empty();
        }
        Pins pins = dossiers.pins(List.of(dossier)).getOrDefault(subject, Pins.none());
        Decision decision = HandedOver.of(dossier, Judge.decide(dossier, policies, pins, now, Scenarios.HORIZON));
        return Optional.of(new SubjectState(
                subject,
                dossier,
                decision,
                stored.map(ReadStore.StoredState::decidedAt).orElse(null),
                !marks.idsBySubject(dossier.aliases()).isEmpty(),
                stored.map(ReadStore.StoredState::parkedReason).orElse(null)));
    }
}
