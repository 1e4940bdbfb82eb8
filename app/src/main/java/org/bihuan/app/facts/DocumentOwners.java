package org.bihuan.app.facts;

import java.time.Instant;
import java.util.Map;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;

/**
 * Makes or finds the person of a document, for sources that say who somebody is by its number and have no id of their own
 * for them. Nothing but the document makes two rows one person; a telephone least of all. Thread-safe.
 */
@Service
public class DocumentOwners {
    private final PersonNumbers numbers;

    DocumentOwners(PersonNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Whom each document belongs to; from now on they are found by it. In a transaction of the caller's that records no
     * facts, so that it never waits for whoever records some.
     *
     * @param before by document the subject that its owner has had so far, as {@code person:id}, empty for nobody
     */
    public Map<IdentityDocument, SubjectId> of(Map<IdentityDocument, String> before, Instant now) {
        return before.isEmpty() ? Map.of() : numbers.subjects(before, now);
    }
}
