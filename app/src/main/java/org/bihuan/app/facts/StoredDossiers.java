package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;

/** Dossiers as the store has them: typed when somebody typed them last, without signals and without what is sealed. */
class StoredDossiers {
    private final FactStore store;
    private final BulkStore bulk;

    StoredDossiers(FactStore store, BulkStore bulk) {
        this.store = store;
        this.bulk = bulk;
    }

    /** Of those who are one only the canonical name stands for all of them; the other names have no dossier. */
    List<Dossier> of(List<String> subjects, FactReader reader, Collection<UUID> declarations) {
        Map<String, String> others = store.canonical(subjects);
        List<String> canonical =
                subjects.stream().filter(each -> !others.containsKey(each)).toList();
        Map<String, List<String>> members = store.members(canonical);
        Set<String> all = new LinkedHashSet<>(canonical);
        members.values().forEach(all::addAll);
        Map<String, List<StoredFact>> facts = store.facts(all);
        bulk.facts(all, declarations)
                .forEach((subject, own) ->
                        facts.computeIfAbsent(subject, key -> new ArrayList<>()).addAll(own));
        List<Dossier> dossiers = new ArrayList<>();
        for (String each : canonical) {
            List<SubjectId> aliases = new ArrayList<>(List.of(SubjectId.parse(each)));
            members.getOrDefault(each, List.of()).forEach(member -> aliases.add(SubjectId.parse(member)));
            Map<FactId, Fact> own = new LinkedHashMap<>();
            aliases.forEach(alias -> facts.getOrDefault(alias.toString(), List.of())
                    .forEach(stored -> own.put(stored.fact().id(), seen(stored, reader))));
            dossiers.add(new Dossier(aliases.getFirst(), aliases, List.copyOf(own.values()), List.of()));
        }
        return dossiers;
    }

    private static Fact seen(StoredFact stored, FactReader reader) {
        return stored.fits() ? reader.seen(stored.fact()) : stored.fact().silenced();
    }
}
