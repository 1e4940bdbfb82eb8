package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Policies policies;

    PinReader(StateStore states, Policies policies) {
        this.states = states;
        this.policies = policies;
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
        Named named = new Named(policies.carried(), new HashMap<>());
        for (Dossier dossier : dossiers) {
            Pins own = Pins.none();
            for (SubjectId alias : dossier.aliases()) {
                own = with(own, bySubject.getOrDefault(alias, List.of()), named);
            }
            if (mayHaveMoved(dossier)) {
                for (Fact fact : dossier.facts()) {
                    own = with(own, byEpisode.getOrDefault(fact.id().value(), List.of()), named);
                }
            }
            pins.put(dossier.subject(), own);
        }
        return pins;
    }

    /**
     * Policies of one reading by name, so that equal ones are one and the rules are asked once; and the edition that counts
     * for everybody.
     */
    private record Named(long carried, Map<Name, PackPolicy> policies) {}

    private record Name(String hash, String settings, long lists) {}

    private Pins with(Pins pins, List<StateStore.StoredPin> more, Named named) {
        Pins result = pins;
        for (StateStore.StoredPin pin : more) {
            long lists = Math.max(pin.lists(), named.carried());
            PackPolicy policy = named.policies()
                    .computeIfAbsent(
                            new Name(pin.hash(), pin.settingsVersion(), lists),
                            key -> policies.pinned(pin.hash(), pin.settingsVersion(), lists));
            result = result.with(pin.episode(), policy);
        }
        return result;
    }

    private static boolean mayHaveMoved(Dossier dossier) {
        if (dossier.aliases().size() > 1) {
            return true;
        }
        for (Fact fact : dossier.facts()) {
            if (fact.corrects() != null || fact.kind().equals(Fact.SUBJECT_LINK)) {
                return true;
            }
        }
        return false;
    }
}
