package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;

/** Signals as decisions left them, for a command without the server: put into dossiers that were read without. */
public final class HeardSignals {
    private final StateStore states;

    HeardSignals(StateStore states) {
        this.states = states;
    }

    /** What a command has to make beans of. */
    public static List<Class<?>> parts() {
        return List.of(StateStore.class, HeardSignals.class);
    }

    /**
     * The dossiers with what each hears by the packs.
     *
     * @param canonical tells of subjects who have been found to be another which one
     */
    public List<Dossier> into(
            List<Dossier> page,
            List<Pack> packs,
            Function<Collection<SubjectId>, Map<SubjectId, SubjectId>> canonical) {
        Map<SubjectId, Set<SubjectId>> sources = new LinkedHashMap<>();
        Set<SubjectId> named = new LinkedHashSet<>();
        for (Dossier each : page) {
            Set<SubjectId> heard =
                    Dossiers.sources(each.subject(), new SubjectFacts(each.aliases(), each.facts()), packs);
            sources.put(each.subject(), heard);
            named.addAll(heard);
        }
        if (named.isEmpty()) {
            return page;
        }
        Map<SubjectId, SubjectId> others = canonical.apply(named);
        Set<SubjectId> speaking = new LinkedHashSet<>();
        named.forEach(each -> speaking.add(others.getOrDefault(each, each)));
        Map<SubjectId, List<Signal>> signals = states.signals(speaking);
        return page.stream()
                .map(each -> {
                    List<Signal> heard = new ArrayList<>();
                    sources.getOrDefault(each.subject(), Set.of())
                            .forEach(source ->
                                    heard.addAll(signals.getOrDefault(others.getOrDefault(source, source), List.of())));
                    return new Dossier(
                            each.subject(),
                            each.aliases(),
                            each.facts(),
                            heard.stream().distinct().toList());
                })
                .toList();
    }
}
