package org.bihuan.app.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bihuan.app.database.ReadingDatabase;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Everybody of whom a fact speaks, for a command without the server: page by page. Writes nothing. */
public final class Everybody {
    private static final int PAGE = 4_000;

    private final FactStore store;
    private final StoredDossiers dossiers;
    private final ReadingDatabase database;

    Everybody(FactStore store, StoredDossiers dossiers, ReadingDatabase database) {
        this.store = store;
        this.dossiers = dossiers;
        this.database = database;
    }

    /** What a command has to make beans of. */
    public static List<Class<?>> parts() {
        return List.of(
                ReadingDatabase.class,
                Json.class,
                FactStore.class,
                BulkStore.class,
                StoredDossiers.class,
                Everybody.class);
    }

    /** Makes payloads texts and back. */
    static class Json {
        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }

    /** Tells of each, those who are one together; gives back how many they are. */
    public long each(FactCatalogue catalogue, Consumer<Dossier> take) {
        return each(catalogue, page -> page, take);
    }

    /** The names by which those are known who have been found to be somebody else, by the view of {@code each}. */
    public Map<SubjectId, SubjectId> canonical(Collection<SubjectId> subjects) {
        Map<SubjectId, SubjectId> canonical = new HashMap<>();
        store.canonical(subjects.stream().map(SubjectId::toString).toList())
                .forEach((name, other) -> canonical.put(SubjectId.parse(name), SubjectId.parse(other)));
        return canonical;
    }

    /**
     * As above.
     *
     * @param complete adds to the dossiers of a page what is not recorded as facts, by the same view of the database
     */
    public long each(FactCatalogue catalogue, UnaryOperator<List<Dossier>> complete, Consumer<Dossier> take) {
        FactReader reader = new FactReader(catalogue, division -> true);
        var declarations = catalogue.kinds().values().stream()
                .map(FactCatalogue.Kind::declaration)
                .toList();
        long people = 0;
        List<String> page = database.read(() -> store.subjectsAfter("", PAGE));
        while (!page.isEmpty()) {
            List<String> subjects = page;
            List<Dossier> read = database.read(() -> complete.apply(dossiers.of(subjects, reader, declarations)));
            read.forEach(take);
            people += read.size();
            page = database.read(() -> store.subjectsAfter(subjects.getLast(), PAGE));
        }
        return people;
    }
}
