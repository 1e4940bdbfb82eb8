package org.bihuan.ledgers.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes of a file tell of it. */
enum Signature {
    EMPTY,
    ZIP,
    OLE2,
    MARKUP,
    BINARY,
    TEXT;

    static Signature of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE2;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<?xml")
                || text.startsWith("<table")) {
            return MARKUP;
        }
        boolean wide = starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF);
        return !wide && text.indexOf('\0') >= 0 ? BINARY : TEXT;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
