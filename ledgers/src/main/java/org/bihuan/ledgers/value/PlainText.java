package org.bihuan.ledgers.value;

import java.text.Normalizer;
import java.util.Locale;

/** Brings what people type to one form: half width, no spaces around, no characters that cannot be seen. */
public final class PlainText {
    private PlainText() {}

    /** Half-width letters and digits, one space where there were several, none at the ends. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(wide.length());
        boolean space = false;
        for (int i = 0; i < wide.length(); ) {
            int each = wide.codePointAt(i);
            i += Character.charCount(each);
            int type = Character.getType(each);
            if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
                space = true;
            } else if (type != Character.CONTROL && type != Character.FORMAT) {
                if (space && !plain.isEmpty()) {
                    plain.append(' ');
                }
                space = false;
                plain.appendCodePoint(each);
            }
        }
        return plain.toString();
    }

    /** Letters and digits only, small: how headers and words are compared. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Nearly all cells are; the long way costs ten times as much. */
    private static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            boolean visible = each > ' ' && each < 0x7F || each >= 0x4E00 && each <= 0x9FA5;
            if (!visible && (each != ' ' || i == 0 || i == length - 1 || text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }
}
