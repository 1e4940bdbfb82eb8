package org.bihuan.app.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an order, kept for ever.
 *
 * @param hash hash of its files
 * @param pack the order
 * @param version the operator's version word
 * @param installedAt when it was brought in
 * @param installedBy who did
 * @param madeFrom hash of the version it was made from, null for none
 * @param activatedAt when it was last put into force, null for never
 * @param state where it is in its life
 */
public record PackVersion(
        String hash,
        String pack,
        String version,
        Instant installedAt,
        String installedBy,
        @Nullable String madeFrom,
        @Nullable Instant activatedAt,
        State state) {
    /** Life of a version. */
    public enum State {
        DRAFT,
        ACTIVE,
        SUPERSEDED,
        RETIRED
    }

    /** The first digits of the hash, enough for people to tell versions apart. */
    public String shortHash() {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
