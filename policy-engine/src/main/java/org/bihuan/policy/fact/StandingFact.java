package org.bihuan.policy.fact;

/**
 * A fact as it stands after corrections.
 *
 * @param root id of the fact first sent; stays the same whatever corrects it, so episodes and duties keep their ids
 * @param fact the statement in force
 */
public record StandingFact(FactId root, Fact fact) {}
