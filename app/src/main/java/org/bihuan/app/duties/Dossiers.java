package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.SignalDefinition;
import org.springframework.stereotype.Component;

/** Puts dossiers together: facts of the subjects and of those merged with them, and signals of those related to them. */
@Component
class Dossiers {
    private final Facts facts;
    private final StateStore states;
    private final PinReader pins;

    Dossiers(Facts facts, StateStore states, PinReader pins) {
        this.facts = facts;
        this.states = states;
        this.pins = pins;
    }

    /** What the episodes of the dossiers are pinned to, by canonical subject. */
    Map<SubjectId, Pins> pins(Collection<Dossier> dossiers) {
        return pins.read(dossiers);
    }

    /**
     * Dossiers by canonical subject.
     *
     * @param unsettled those whose sources of signals are being looked at by another worker at this moment: it may have
     *     asked who hears the source before this subject did, and this subject cannot see yet what it writes
     * @param heard whose signals each of them hears, by canonical subject
     */
    record Read(Map<SubjectId, Dossier> dossiers, Set<SubjectId> unsettled, Map<SubjectId, Set<SubjectId>> heard) {
        /** The dossier if the sources said this instead of what they say; itself where it hears none of them. */
        Dossier hearing(Dossier dossier, Map<SubjectId, List<Signal>> spoken) {
            Set<SubjectId> sources = heard.getOrDefault(dossier.subject(), Set.of());
            if (sources.stream().noneMatch(spoken::containsKey)) {
                return dossier;
            }
            List<Signal> signals = new ArrayList<>();
            for (Signal each : dossier.signals()) {
                if (!spoken.containsKey(each.source())) {
                    signals.add(each);
                }
            }
            sources.forEach(source -> signals.addAll(spoken.getOrDefault(source, List.of())));
            return new Dossier(
                    dossier.subject(),
                    dossier.aliases(),
                    dossier.facts(),
                    signals.stream().distinct().toList());
        }
    }

    /** The dossiers of groups of subjects that are one, read in a few queries whatever their number. */
    Read read(Map<SubjectId, List<SubjectId>> groups, List<Pack> packs) {
        Map<SubjectId, SubjectFacts> read = facts.read(groups);
        Map<SubjectId, Set<SubjectId>> sources = new HashMap<>();
        Set<SubjectId> named = new LinkedHashSet<>();
        read.forEach((subject, own) -> {
            Set<SubjectId> heard = sources(subject, own, packs);
            sources.put(subject, heard);
            named.addAll(heard);
        });
        Map<SubjectId, SubjectId> canonical = named.isEmpty() ? Map.of() : facts.canonical(named);
        // In this order: facts, who is being looked at, signals. See Reconciler.
        Set<SubjectId> busy = states.announcing(new LinkedHashSet<>(canonical.values()));
        Map<SubjectId, List<Signal>> signals = states.signals(new LinkedHashSet<>(canonical.values()));
        Set<SubjectId> unsettled = new HashSet<>();
        Map<SubjectId, Dossier> dossiers = new LinkedHashMap<>();
        read.forEach((subject, own) -> {
            List<Signal> heard = new ArrayList<>();
            for (SubjectId source : sources.getOrDefault(subject, Set.of())) {
                SubjectId at = canonical.getOrDefault(source, source);
                heard.addAll(signals.getOrDefault(at, List.of()));
                if (busy.contains(at)) {
                    unsettled.add(subject);
                }
            }
            dossiers.put(
                    subject,
                    new Dossier(
                            subject,
                            own.aliases(),
                            own.facts(),
                            heard.stream().distinct().toList()));
        });
        sources.replaceAll((subject, own) -> {
            Set<SubjectId> known = new LinkedHashSet<>();
            own.forEach(each -> known.add(canonical.getOrDefault(each, each)));
            return known;
        });
        return new Read(dossiers, unsettled, sources);
    }

    /** Of the subjects those of a type that may signal. */
    static List<SubjectId> announcers(Collection<SubjectId> subjects, List<Pack> packs) {
        Set<String> types = new HashSet<>();
        packs.forEach(pack -> pack.signals().values().forEach(signal -> types.add(signal.from())));
        return subjects.stream().filter(each -> types.contains(each.type())).toList();
    }

    /** Subjects whose signals this one hears: named with it in a standing fact of the kind a signal travels by. */
    static Set<SubjectId> sources(SubjectId subject, SubjectFacts own, List<Pack> packs) {
        Set<SubjectId> sources = new LinkedHashSet<>();
        List<StandingFact> standing = null;
        for (Pack pack : packs) {
            for (SignalDefinition signal : pack.signals().values()) {
                if (!signal.to().equals(subject.type())) {
                    continue;
                }
                standing = standing == null ? Corrections.standing(own.facts()) : standing;
                for (StandingFact each : standing) {
                    addSources(each.fact(), own, signal, sources);
                }
            }
        }
        return sources;
    }

    private static void addSources(Fact fact, SubjectFacts own, SignalDefinition signal, Set<SubjectId> sources) {
        if (!fact.kind().equals(signal.via()) || own.aliases().stream().noneMatch(fact::isAbout)) {
            return;
        }
        for (FactSubject each : fact.subjects()) {
            if (each.subject().type().equals(signal.from())) {
                sources.add(each.subject());
            }
        }
    }
}
