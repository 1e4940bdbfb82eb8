package org.bihuan.app.audit;

import java.util.Locale;

/** What was done with personal data. */
public enum Action {
    /** The page of one subject. */
    VIEW,
    /** A list that names subjects. */
    LIST,
    /** A search by number, telephone or name. */
    SEARCH,
    /** A file to take away. */
    EXPORT,
    /** Something recorded about many subjects at once. */
    CHANGE,
    /** A destruction; the detail names the certificate. */
    DESTROY,
    /** Data kept for a law case, or no longer; the detail says which. */
    HOLD;

    /** Its word in the database, in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
