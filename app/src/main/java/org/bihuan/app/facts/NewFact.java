package org.bihuan.app.facts;

import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * A fact ready to be recorded.
 *
 * @param raw as it came, its payload kept whole
 * @param fact with types
 * @param declaration by which it was typed, null when nobody knows its kind yet
 */
record NewFact(RawFact raw, Fact fact, @Nullable UUID declaration) {}
