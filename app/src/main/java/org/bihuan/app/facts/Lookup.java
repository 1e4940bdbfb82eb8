package org.bihuan.app.facts;

import java.util.UUID;
import org.bihuan.policy.fact.FactId;

/**
 * A line of the index over what is sealed.
 *
 * @param hash keyed hash of the number, name or part of a name
 * @param subject whom it leads to
 * @param fact the fact that says so
 * @param division where the person lives or is answered for, 0 when not known
 * @param isDocument whether it is a document, by which duplicates are found
 */
record Lookup(UUID hash, String subject, FactId fact, long division, boolean isDocument) {}
