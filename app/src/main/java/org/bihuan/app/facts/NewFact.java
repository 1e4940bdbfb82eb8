package org.bihuan.app.facts;

import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.format.RawFact;

/**
 * A fact ready to be recorded.
 *
 * @param raw as it came, its payload kept whole
 * @param fact with types
 */
record NewFact(RawFact raw, Fact fact) {}
