package org.bihuan.ledgers.export;

/**
 * Keeps what people typed from being taken for a formula. Programs run what begins with = + - or @, in full width too,
 * and what a tab or a line end hides; an apostrophe before it makes it text. Plain negative numbers are kept.
 */
public final class SafeText {
    private static final String RISKY = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    /** The text, with an apostrophe before it when it could be run. */
    public static String of(String text) {
        boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
        return risky && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.length() < 20 && text.matches("-\\d+(\\.\\d+)?");
    }
}
