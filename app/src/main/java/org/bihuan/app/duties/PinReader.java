package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/**
 * Finds what the episodes of dossiers are pinned to. Every root of an episode has a pin, kept under the
 * subject that the root names; where corrections may have moved episodes since, they are looked for by the root as well.
 */
@Component
class PinReader {
    private final StateStore states;
    private final Rules rules;

    PinReader(StateStore states, Rules rules) {
        this.states = states;
        this.rules = rules;
    }

    /** The pins of each dossier by its canonical subject. */
    Map<SubjectId, Pins> read(Collection<Dossier> dossiers) {
        List<SubjectId> aliases = new ArrayList<>();
        List<UUID> moved = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            aliases.addAll(dossier.aliases());
            if (mayHaveMoved(dossier)) {
                dossier.facts().forEach(fact -> moved.add(fact.id().value()));
            }
        }
        Map<SubjectId, List<StateStore.StoredPin>> bySubject = new HashMap<>();
        Map<UUID, List<StateStore.StoredPin>> byEpisode = new HashMap<>();
        for (StateStore.SubjectPin each : states.pins(aliases, moved)) {
            bySubject.computeIfAbsent(each.subject(), key -> new ArrayList<>()).add(each.pin());
            byEpisode
                    .computeIfAbsent(each.pin().episode(), key -> new ArrayList<>())
                    .add(each.pin());
        }
        Map<SubjectId, Pins> pins = new HashMap<>();
        Map<String, PackPolicy> versions = new HashMap<>(); // asking the rules is a query each time
        for (Dossier dossier : dossiers) {
            Pins own = Pins.none();
            for (SubjectId alias : dossier.aliases()) {
                own = with(own, bySubject.getOrDefault(alias, List.of()), versions);
            }
            if (mayHaveMoved(dossier)) {
                for (Fact fact : dossier.facts()) {
                    own = with(own, byEpisode.getOrDefault(fact.id().value(), List.of()), versions);
                }
            }
            pins.put(dossier.subject(), own);
        }
        return pins;
    }

    private Pins with(Pins pins, List<StateStore.StoredPin> more, Map<String, PackPolicy> versions) {
        Pins result = pins;
        for (StateStore.StoredPin pin : more) {
            PackPolicy version = versions.computeIfAbsent(
                    pin.hash() + "@" + pin.settingsVersion(), key -> rules.pinned(pin.hash(), pin.settingsVersion()));
            result = result.with(pin.episode(), version);
        }
        return result;
    }

    private static boolean mayHaveMoved(Dossier dossier) {
        return dossier.aliases().size() > 1
                || dossier.facts().stream()
                        .anyMatch(fact -> fact.corrects() != null || fact.kind().equals(Fact.SUBJECT_LINK));
    }
}
