package org.bihuan.app.audit;

import java.util.Locale;

/** What can be unusual about reading. Each raises an alarm; whether it was wrong, people decide. */
public enum Oddity {
    /** Their own data, or those of their household. */
    OWN,
    /** A subject outside the divisions they work for. */
    OUTSIDE,
    /** Many subjects in one query. */
    BULK,
    /** Many subjects in a short time. */
    MANY,
    /** Many subjects at night. */
    NIGHT;

    /** Its word in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Oddity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
