package org.bihuan.app.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses what would bring back somebody whose data were destroyed: a fact of before that names their document, or that
 * says of their old id who they are. A repeat of what is recorded adds nothing and is not refused. Thread-safe.
 */
@Component
class DestroyedCheck {
    private final DestroyedStore store;
    private final FactDocuments documents;

    DestroyedCheck(DestroyedStore store, FactDocuments documents) {
        this.store = store;
        this.documents = documents;
    }

    /** Why facts are refused, by their place in the list. With the facts' lock held. */
    Map<Integer, FieldError> errors(List<RawFact> sent, FactReader reader, Instant now) {
        if (store.isEmpty()) {
            return Map.of(); // most often: nobody pays for looking through every fact
        }
        Map<Integer, Set<UUID>> named = new HashMap<>();
        Map<Integer, Set<String>> told = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            named.put(i, documents.of(sent.get(i), reader, now));
            told.put(i, documents.toldOf(sent.get(i), reader));
        }
        Map<UUID, Destroyed> byDocument = found(named.values(), store::ofDocuments);
        Map<String, Destroyed> bySubject = found(told.values(), store::ofSubjects);
        Map<Integer, FieldError> errors = new LinkedHashMap<>();
        if (byDocument.isEmpty() && bySubject.isEmpty()) {
            return errors;
        }
        for (int i = 0; i < sent.size(); i++) {
            RawFact raw = sent.get(i);
            Destroyed ofDocument = first(named.getOrDefault(i, Set.of()), byDocument);
            Destroyed ofSubject = first(told.getOrDefault(i, Set.of()), bySubject);
            Destroyed destroyed = ofDocument != null || ofSubject == null || isRecorded(raw) ? ofDocument : ofSubject;
            Fact fact = destroyed == null ? null : reader.read(raw, now).fact();
            if (destroyed != null && fact != null && destroyed.covers(fact.occurredAt())) {
                errors.put(i, destroyed.error("subjects"));
            }
        }
        return errors;
    }

    private boolean isRecorded(RawFact raw) {
        return !store.recorded(List.of(FactId.of(raw.source(), raw.key()).value()))
                .isEmpty();
    }

    private static <K> @Nullable Destroyed first(Set<K> keys, Map<K, Destroyed> found) {
        return keys.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <K> Map<K, Destroyed> found(
            Collection<Set<K>> keys, java.util.function.Function<Collection<K>, Map<K, Destroyed>> find) {
        Set<K> all = new HashSet<>();
        keys.forEach(all::addAll);
        return all.isEmpty() ? Map.of() : find.apply(all);
    }
}
