package org.bihuan.app.facts;

import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the store has it.
 *
 * @param fact with the types it had when somebody typed it last
 * @param declaration by which it was typed, null when nobody knew its kind
 * @param fits whether its payload fits that declaration
 * @param isBulk whether it lies in the bulk table
 */
record StoredFact(Fact fact, @Nullable UUID declaration, boolean fits, boolean isBulk) {}
