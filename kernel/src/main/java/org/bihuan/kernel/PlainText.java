package org.bihuan.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Brings what people type to one form before it is compared. */
final class PlainText {
    private PlainText() {}

    /** Letters and digits only, half width, capital: 210302 1986-0503 123x becomes 21030219860503123X. */
    static String code(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder code = new StringBuilder(wide.length());
        wide.codePoints()
                .filter(each -> !Character.isWhitespace(each) && !Character.isSpaceChar(each) && !isDash(each))
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    private static boolean isDash(int character) {
        return character == '_' || Character.getType(character) == Character.DASH_PUNCTUATION;
    }
}
