package org.bihuan.app.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose data were destroyed, known by nothing but a keyed hash of their documents. Thread-safe. */
@Service
public class DestroyedDocuments {
    private final DestroyedStore store;
    private final FactStore facts;
    private final PersonNumbers numbers;

    DestroyedDocuments(DestroyedStore store, FactStore facts, PersonNumbers numbers) {
        this.store = store;
        this.facts = facts;
        this.numbers = numbers;
    }

    /** Keeps the hashes, in the transaction of the destruction itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Collection<SubjectId> subjects, Collection<UUID> documents, Destroyed destroyed, Instant now) {
        store.insert(documents, subjects.stream().map(SubjectId::toString).toList(), destroyed, now);
    }

    /** Nobody's data are destroyed until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        facts.lock(false);
    }

    /** Whether nobody's data have been destroyed by now: then no document has to be asked about. */
    @Transactional
    public boolean isNone() {
        return store.isEmpty();
    }

    /** Those of the documents whose owners' data have been destroyed by now. */
    @Transactional
    public Map<IdentityDocument, Destroyed> among(Collection<IdentityDocument> documents) {
        Map<IdentityDocument, UUID> hashes = new HashMap<>();
        documents.forEach(each -> hashes.put(each, numbers.hashOf(each)));
        Map<UUID, Destroyed> found = hashes.isEmpty() ? Map.of() : store.ofDocuments(hashes.values());
        Map<IdentityDocument, Destroyed> destroyed = new HashMap<>();
        hashes.forEach((document, hash) -> {
            Destroyed known = found.get(hash);
            if (known != null) {
                destroyed.put(document, known);
            }
        });
        return destroyed;
    }

    /** Forgets the hashes of what was destroyed before the moment; gives back how many. */
    @Transactional
    public int end(Instant before) {
        return store.delete(before);
    }
}
