package org.bihuan.app.facts;

import java.util.UUID;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FactCatalogue;

/**
 * A line of the index over what is sealed.
 *
 * @param hash keyed hash of the number, name or part of a name
 * @param subject whom it leads to
 * @param fact the fact that says so
 * @param division where the person lives or is answered for, 0 when not known
 * @param role what is hashed
 */
record Lookup(UUID hash, String subject, FactId fact, long division, Role role) {
    /** What a line can lead from. */
    enum Role {
        /** A document that somebody has seen, by which duplicates are found. */
        DOCUMENT,
        /** One that somebody says is theirs. */
        CLAIM,
        /** Anything else. */
        OTHER;

        static Role of(FactCatalogue.Form form) {
            return switch (form) {
                case DOCUMENT -> DOCUMENT;
                case CLAIMED_DOCUMENT -> CLAIM;
                case NAME, PHONE, PLATE -> OTHER;
            };
        }
    }
}
