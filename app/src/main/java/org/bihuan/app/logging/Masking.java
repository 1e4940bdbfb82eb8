package org.bihuan.app.logging;

import java.util.regex.Pattern;

/** Takes out of a text what may be somebody's. */
public final class Masking {
    private static final String MASK = "…";

    /** As long as a telephone number or more. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7,}[0-9Xx]?");

    /** From the first quote or bracket to the last: what libraries quote may itself hold quotes and brackets. */
    private static final Pattern QUOTED = Pattern.compile("\".*\"|'.*'|\\[.*]|\\(.*\\)|\\{.*}", Pattern.DOTALL);

    /** Paths and addresses, and all that is not plain ASCII. */
    private static final Pattern SPOKEN = Pattern.compile("[^\\x20-\\x7E]+|/\\S*|\\S*%[0-9A-Fa-f]{2}\\S*");

    /** What follows a colon is mostly the message of an exception. */
    private static final Pattern AFTER_COLON = Pattern.compile("(?<=[A-Za-z]): .*", Pattern.DOTALL);

    private Masking() {}

    /** A text of our own, whose words are chosen and whose numbers are counts. */
    static String own(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(MASK);
    }

    /** A text of somebody else, which may quote anything. */
    public static String foreign(String text) {
        String masked = QUOTED.matcher(text).replaceAll(MASK);
        masked = AFTER_COLON.matcher(masked).replaceAll(": " + MASK);
        masked = SPOKEN.matcher(masked).replaceAll(MASK);
        return LONG_NUMBER.matcher(masked).replaceAll(MASK);
    }
}
