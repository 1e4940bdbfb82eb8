package org.bihuan.app.orders;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A version of an order tried on everybody, changing nothing.
 *
 * @param id made by whoever asks, so that asking twice asks once
 * @param pack the order that is tried
 * @param hash its version
 * @param againstPack the order it is compared with, null when with none
 * @param againstHash its version, null when with none
 * @param region whose people, null for everybody's
 * @param at the moment it is asked for
 * @param people how many subjects have been looked at
 * @param endedAt when it was answered, stopped or failed; null while it works
 * @param note why it failed
 */
public record Trial(
        UUID id,
        String pack,
        String hash,
        @Nullable String againstPack,
        @Nullable String againstHash,
        @Nullable DivisionCode region,
        Instant at,
        String by,
        Instant askedAt,
        State state,
        long people,
        @Nullable Instant endedAt,
        String note) {
    /** Life of a trial. */
    public enum State {
        WORKING,
        DONE,
        STOPPED,
        FAILED;

        /** As in the database and in the names of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String job() {
        return "what-if " + id;
    }
}
