package org.bihuan.app.facts;

/**
 * Where a fact came from.
 *
 * @param source who sent it
 * @param key its idempotency key within the source
 * @param kind its kind as it was sent
 * @param payload all that was sent as its fields, as JSON, also what no rule reads
 */
public record FactOrigin(String source, String key, String kind, String payload) {}
