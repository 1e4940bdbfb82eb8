package org.bihuan.policy.table;

import java.util.Locale;

/** Cuts a cell into tokens, looking at each character once. Knows the whitelist only; anything else is refused. */
final class CellLexer {
    /** What a Chinese input method writes where ASCII is meant. */
    private static final String FULL_WIDTH = "，（）“”＜＞－．。；：、［］＝　";

    private final String text;
    private int position;

    CellLexer(String text) {
        this.text = text;
    }

    Token next() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == text.length()) {
            return new Token(Token.Kind.END, "", start);
        }
        char c = text.charAt(start);
        if (isDigit(c) || ((c == '-' || c == '.') && digitFollows(start))) {
            return number(start);
        }
        if (Names.isStart(c)) {
            return name(start);
        }
        return c == '"' ? word(start) : symbol(c, start);
    }

    private Token symbol(char c, int start) {
        return switch (c) {
            case '-' -> token(Token.Kind.DASH, start, 1);
            case '(' -> token(Token.Kind.OPEN_ROUND, start, 1);
            case ')' -> token(Token.Kind.CLOSE_ROUND, start, 1);
            case '[' -> token(Token.Kind.OPEN_SQUARE, start, 1);
            case ']' -> token(Token.Kind.CLOSE_SQUARE, start, 1);
            case ',' -> token(Token.Kind.COMMA, start, 1);
            case '<', '>' -> token(Token.Kind.COMPARISON, start, charAt(start + 1) == '=' ? 2 : 1);
            case '.' -> {
                if (charAt(start + 1) != '.') {
                    throw fault(TableError.CELL_SYNTAX, start, "paths such as a.b are not allowed");
                }
                yield token(Token.Kind.DOTS, start, 2);
            }
            default -> throw unexpected(c, start);
        };
    }

    private Token number(int start) {
        int digits = 0;
        int i = text.charAt(start) == '-' ? start + 1 : start;
        for (; isDigit(charAt(i)); i++) {
            digits++;
        }
        if (charAt(i) == '.' && isDigit(charAt(i + 1))) {
            for (i++; isDigit(charAt(i)); i++) {
                digits++;
            }
        }
        if (digits > TableLimits.NUMBER_DIGITS) {
            throw fault(
                    TableError.CELL_NUMBER,
                    start,
                    "a number has at most " + TableLimits.NUMBER_DIGITS + " digits, not " + digits);
        }
        if (Names.isPart(charAt(i))) {
            throw fault(TableError.CELL_NUMBER, start, "a number is digits with at most one point, without exponent");
        }
        return token(Token.Kind.NUMBER, start, i - start);
    }

    private Token name(int start) {
        int i = start;
        while (Names.isPart(charAt(i))) {
            i++;
        }
        return token(Token.Kind.NAME, start, i - start);
    }

    private Token word(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                position = i + 1;
                return new Token(Token.Kind.WORD, text.substring(start + 1, i), start);
            }
            if (c == '\\' || Character.isISOControl(c)) {
                throw fault(TableError.CELL_SYNTAX, i, "a quoted word has no backslash and no control character");
            }
        }
        throw fault(TableError.CELL_SYNTAX, start, "the quote is not closed");
    }

    private Token token(Token.Kind kind, int start, int length) {
        position = start + length;
        return new Token(kind, text.substring(start, position), start);
    }

    private TableFormatException unexpected(char c, int start) {
        int codePoint = text.codePointAt(start);
        String shown = Character.isISOControl(c) || Character.isSurrogate(c) || Character.isWhitespace(c)
                ? String.format(Locale.ROOT, "U+%04X", codePoint)
                : "'" + c + "'";
        String hint = FULL_WIDTH.indexOf(c) >= 0 ? ", a full-width character; use its ASCII form" : "";
        return fault(
                TableError.CELL_SYNTAX,
                start,
                shown + " is not allowed" + hint + "; a cell holds literals, parameter names, comparisons,"
                        + " intervals, commas, not( ) or '-'");
    }

    TableFormatException fault(TableError error, int at, String detail) {
        return new TableFormatException(error, "at character " + (at + 1) + ": " + detail).offending(text);
    }

    private boolean digitFollows(int index) {
        char next = charAt(index + 1);
        return isDigit(next) || (text.charAt(index) == '-' && next == '.' && isDigit(charAt(index + 2)));
    }

    /** The character, or NUL behind the end. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
