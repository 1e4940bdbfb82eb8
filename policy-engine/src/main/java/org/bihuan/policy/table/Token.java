package org.bihuan.policy.table;

/**
 * A piece of a cell.
 *
 * @param kind what it is
 * @param text for a word its content without the quotes, otherwise as written
 * @param start index of its first character in the cell
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        DASH,
        NUMBER,
        WORD,
        NAME,
        COMPARISON,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        COMMA,
        DOTS,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
