package org.bihuan.ledgers.file;

/**
 * Looks at the bytes of a part of a workbook as they stream by, for what would make a reader spend memory without end: a
 * document type (entities that unfold), a text or tag without end, a column that no program has. One part, one guard.
 */
final class XmlGuard {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_LETTERS = 3;
    private static final byte[] DOCTYPE = {'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private int sinceTag;
    private int declaration = -1;
    private boolean inTag;
    private int previous;
    private int beforePrevious;
    private int address = -1;
    private boolean afterName;

    void look(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            int each = bytes[i];
            if (each == 0) {
                continue; // UTF-16 writes the same letters with a zero beside each
            }
            step(each);
        }
    }

    private void step(int each) {
        if (each == '<') {
            inTag = true;
            sinceTag = 0;
            address = -1;
        } else if (each == '>') {
            inTag = false;
        } else if (++sinceTag > LONGEST) {
            throw ZipGuard.bomb();
        }
        if (each == '!' && previous == '<') {
            declaration = 0;
        } else if (declaration >= 0) {
            declaration = each == DOCTYPE[declaration] ? declaration + 1 : -1;
            if (declaration == DOCTYPE.length) {
                throw new FileRefused(
                        "file.doctype",
                        "工作簿里有不该有的声明，不予打开；请用Excel另存为.xlsx后再传",
                        "the workbook has a declaration that none should have and is not opened: save it as .xlsx in Excel and send that");
            }
        }
        if (inTag) {
            lookAtAddress(each);
        }
        beforePrevious = previous;
        previous = each;
    }

    /** Counts the letters of {@code r="ABC123"}. */
    private void lookAtAddress(int each) {
        if (address >= 0) {
            if (each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z') {
                if (++address > MOST_LETTERS) {
                    throw FileRefused.damaged(new IllegalStateException("a column beyond XFD"));
                }
            } else {
                address = -1;
            }
        } else if (afterName && (each == '"' || each == '\'')) {
            address = 0;
            afterName = false;
        } else if ((each == '=' || isSpace(each)) && previous == 'r' && isSpace(beforePrevious)) {
            afterName = true;
        } else if (afterName && each != '=' && !isSpace(each)) {
            afterName = false;
        }
    }

    private static boolean isSpace(int each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }
}
