package org.bihuan.app.audit;

import java.util.Locale;

/**
 * Something in the record that is not as it was written.
 *
 * @param kind what
 * @param batch number of the batch, 0 when it concerns none
 * @param firstEntry the entry it begins with
 * @param lastEntry the entry it ends with
 */
public record Flaw(Kind kind, long batch, long firstEntry, long lastEntry) {
    /** Ways to be wrong. */
    public enum Kind {
        /** An entry of the batch was changed, removed, added or put elsewhere. */
        CONTENT,
        /** The batch itself was changed. */
        BATCH,
        /** The batch does not follow the one before: one was removed, added or put elsewhere. */
        LINK,
        /** Entries that no batch holds although it is long past their time. */
        UNCHAINED,
        /** The chain does not have, at that batch, the head that was kept elsewhere. */
        HEAD;

        /** Its word in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
