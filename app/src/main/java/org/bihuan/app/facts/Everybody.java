package org.bihuan.app.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.app.database.ReadingDatabase;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody of whom a fact speaks, for a command without the server: page by page, those who are one together, as the
 * facts are typed in the store and without what is sealed. Signals of others are not read. Writes nothing.
 */
public final class Everybody {
    private static final int PAGE = 4_000;

    private final FactStore store;
    private final BulkStore bulk;
    private final ReadingDatabase database;

    Everybody(FactStore store, BulkStore bulk, ReadingDatabase database) {
        this.store = store;
        this.bulk = bulk;
        this.database = database;
    }

    /** What a command has to make beans of. */
    public static List<Class<?>> parts() {
        return List.of(ReadingDatabase.class, Json.class, FactStore.class, BulkStore.class, Everybody.class);
    }

    /** Makes payloads texts and back. */
    static class Json {
        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }

    /** Tells of each; gives back how many they are. */
    public long each(FactCatalogue catalogue, Consumer<Dossier> take) {
        FactReader reader = new FactReader(catalogue, division -> true);
        Set<UUID> declarations = new HashSet<>();
        catalogue.kinds().values().forEach(kind -> declarations.add(kind.declaration()));
        long people = 0;
        String after = "";
        while (true) {
            String from = after;
            List<String> subjects = database.read(() -> store.subjectsAfter(from, PAGE));
            if (subjects.isEmpty()) {
                return people;
            }
            List<Dossier> page = database.read(() -> page(subjects, reader, declarations));
            page.forEach(take);
            people += page.size();
            after = subjects.getLast();
        }
    }

    /** Of those who are one only the canonical name stands for them; it comes on its own page. */
    private List<Dossier> page(List<String> subjects, FactReader reader, Set<UUID> declarations) {
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
            for (SubjectId alias : aliases) {
                for (StoredFact stored : facts.getOrDefault(alias.toString(), List.of())) {
                    own.put(stored.fact().id(), seen(stored, reader));
                }
            }
            dossiers.add(new Dossier(aliases.getFirst(), aliases, List.copyOf(own.values()), List.of()));
        }
        return dossiers;
    }

    private static Fact seen(StoredFact stored, FactReader reader) {
        return stored.fits() ? reader.seen(stored.fact()) : stored.fact().silenced();
    }
}
