package org.bihuan.app.facts;

import org.bihuan.policy.fact.Fact;

/**
 * A bulk fact as it was recorded.
 *
 * @param fact the fact
 * @param source who sent it
 * @param key its key within the source
 * @param isDecisive whether rules see it
 */
public record BulkFact(Fact fact, String source, String key, boolean isDecisive) {}
