package org.bihuan.trace.cli;

/** Tells well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Linear. */
final class Utf8 {
    private Utf8() {}

    static boolean isWellFormed(byte[] text, int from, int to) {
        int i = from;
        while (i < to) {
            int lead = text[i];
            if (lead >= 0) {
                i++;
                continue;
            }
            int length = lengthOf(lead & 0xFF);
            if (length == 0 || i + length > to) {
                return false;
            }
            int point = lead & (0xFF >> (length + 1));
            for (int k = 1; k < length; k++) {
                if ((text[i + k] & 0xC0) != 0x80) {
                    return false;
                }
                point = point << 6 | (text[i + k] & 0x3F);
            }
            if (point < LOWEST[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static final int[] LOWEST = {0, 0, 0x80, 0x800, 0x10000};

    private static int lengthOf(int lead) {
        if (lead >= 0xC0 && lead < 0xE0) {
            return 2;
        }
        if (lead >= 0xE0 && lead < 0xF0) {
            return 3;
        }
        return lead >= 0xF0 && lead < 0xF8 ? 4 : 0;
    }
}
