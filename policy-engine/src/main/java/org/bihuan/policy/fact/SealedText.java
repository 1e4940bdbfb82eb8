package org.bihuan.policy.fact;

/**
 * How the text of a personal field looks while it is sealed: rules, dossiers and decisions carry it like this and never
 * need it open.
 */
public final class SealedText {
    /** What every sealed text begins with, and no other may. */
    public static final String PREFIX = "sealed:";

    private SealedText() {}

    /** Whether the value is sealed. */
    public static boolean is(Object value) {
        return value instanceof String text && text.startsWith(PREFIX);
    }
}
