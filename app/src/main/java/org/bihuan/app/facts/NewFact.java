package org.bihuan.app.facts;

import java.util.UUID;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * A fact ready to be recorded.
 *
 * @param raw as it came, its payload kept whole; personal values sealed before it is recorded
 * @param fact with types
 * @param kind by whose declaration it was typed, null when nobody knows its kind yet
 * @param contentHash tells a repeat from another fact under the same key
 */
record NewFact(RawFact raw, Fact fact, FactCatalogue.@Nullable Kind kind, UUID contentHash) {
    @Nullable UUID declaration() {
        return kind == null ? null : kind.declaration();
    }

    boolean isBulk() {
        return kind != null && kind.bulk() != null;
    }

    /** Whether it puts itself into dossiers and wakes workers. */
    boolean isSeen() {
        return kind == null || kind.isSeen(fact.fields());
    }
}
