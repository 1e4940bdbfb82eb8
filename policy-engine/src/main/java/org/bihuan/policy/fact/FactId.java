package org.bihuan.policy.fact;

import java.util.UUID;

/** Identity of a fact, made from its source and idempotency key, so that a repeat of a fact has the same id. */
public record FactId(UUID value) implements Comparable<FactId> {
    /** The id of the fact that the source sent under the key. */
    public static FactId of(String source, String key) {
        return new FactId(HashId.of("fact", source, key));
    }

    @Override
    public int compareTo(FactId other) {
        return HashId.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
