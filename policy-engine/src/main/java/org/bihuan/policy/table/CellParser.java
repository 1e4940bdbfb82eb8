package org.bihuan.policy.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the unary tests of one cell. Linear in the length of the cell, without recursion: the grammar has no nesting
 * but one {@code not( )}.
 *
 * <pre>
 * cell     = "-" | tests | "not" "(" tests ")"
 * tests    = test { "," test }
 * test     = endpoint | ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) endpoint | interval
 * interval = ( "[" | "(" | "]" ) endpoint ".." endpoint ( "]" | ")" | "[" )
 * endpoint = number | word in double quotes | "true" | "false" | parameter name
 * </pre>
 */
final class CellParser {
    private final CellLexer lexer;
    private Token token;

    private CellParser(String text) {
        lexer = new CellLexer(text);
        token = lexer.next();
    }

    static CellTest parse(String text) {
        if (text.length() > TableLimits.CELL_LENGTH) {
            throw new TableFormatException(
                            TableError.CELL_LENGTH,
                            "a cell has at most " + TableLimits.CELL_LENGTH + " characters, not " + text.length())
                    .offending(text);
        }
        CellParser parser = new CellParser(text);
        CellTest test = parser.cell();
        parser.require(Token.Kind.END, "nothing may follow the tests");
        return test;
    }

    /** Reads a list of words in double quotes, as input values and output values are written. */
    static List<String> words(String text, int limit) {
        CellParser parser = new CellParser(text);
        List<String> words = new ArrayList<>();
        do {
            if (!words.isEmpty()) {
                parser.advance();
            }
            words.add(parser.token.text());
            parser.require(Token.Kind.WORD, "a list of words in double quotes, with commas between, is wanted");
            if (words.size() > limit) {
                throw parser.fault(TableError.LIMIT, "at most " + limit + " values");
            }
        } while (parser.token.is(Token.Kind.COMMA));
        parser.require(Token.Kind.END, "a comma is wanted between values");
        return words;
    }

    private CellTest cell() {
        if (token.is(Token.Kind.DASH)) {
            advance();
            return new CellTest.Any();
        }
        if (token.is(Token.Kind.END)) {
            throw fault(TableError.CELL_SYNTAX, "the cell is empty; write '-' for any value");
        }
        if (!token.is(Token.Kind.NAME) || !token.text().equals("not")) {
            return new CellTest.OneOf(tests());
        }
        advance();
        require(Token.Kind.OPEN_ROUND, "'(' is wanted behind not");
        List<UnaryTest> tests = tests();
        require(Token.Kind.CLOSE_ROUND, "')' is wanted");
        return new CellTest.NoneOf(tests);
    }

    private List<UnaryTest> tests() {
        List<UnaryTest> tests = new ArrayList<>();
        tests.add(test());
        while (token.is(Token.Kind.COMMA)) {
            advance();
            tests.add(test());
            if (tests.size() > TableLimits.TESTS_PER_CELL) {
                throw fault(TableError.LIMIT, "a cell has at most " + TableLimits.TESTS_PER_CELL + " tests");
            }
        }
        return tests;
    }

    private UnaryTest test() {
        return switch (token.kind()) {
            case COMPARISON -> {
                Comparison comparison = comparison(token.text());
                advance();
                yield new UnaryTest.Compared(comparison, endpoint());
            }
            case OPEN_ROUND, OPEN_SQUARE, CLOSE_SQUARE -> interval();
            default -> new UnaryTest.EqualTo(endpoint());
        };
    }

    private UnaryTest interval() {
        boolean lowInclusive = token.is(Token.Kind.OPEN_SQUARE);
        advance();
        Endpoint low = endpoint();
        require(Token.Kind.DOTS, "'..' is wanted between the ends of an interval");
        Endpoint high = endpoint();
        boolean highInclusive = token.is(Token.Kind.CLOSE_SQUARE);
        if (!highInclusive && !token.is(Token.Kind.CLOSE_ROUND) && !token.is(Token.Kind.OPEN_SQUARE)) {
            throw fault(TableError.CELL_SYNTAX, "']', ')' or '[' is wanted behind an interval");
        }
        advance();
        return new UnaryTest.Between(low, lowInclusive, high, highInclusive);
    }

    private Endpoint endpoint() {
        Token read = token;
        advance();
        if (read.is(Token.Kind.NAME)
                && token.is(Token.Kind.OPEN_ROUND)
                && !read.text().equals("not")) {
            throw fault(TableError.CELL_SYNTAX, "functions such as " + read.text() + "( ) are not allowed");
        }
        if (token.is(Token.Kind.DASH) || token.is(Token.Kind.NUMBER)) {
            throw fault(TableError.CELL_SYNTAX, "arithmetic is not allowed; a comma is wanted between tests");
        }
        return switch (read.kind()) {
            case NUMBER -> new Endpoint.NumberLiteral(new BigDecimal(read.text()));
            case WORD -> new Endpoint.TextLiteral(read.text());
            case NAME -> named(read);
            default ->
                throw lexer.fault(
                        TableError.CELL_SYNTAX,
                        read.start(),
                        "a number, a word in double quotes or a parameter is wanted");
        };
    }

    private Endpoint named(Token read) {
        String name = read.text();
        if (name.equals("true") || name.equals("false")) {
            return new Endpoint.TruthLiteral(name.equals("true"));
        }
        if (name.equals("not")) {
            throw lexer.fault(TableError.CELL_SYNTAX, read.start(), "not( ) may only enclose the whole cell");
        }
        if (name.equals("null")) {
            throw lexer.fault(
                    TableError.CELL_NAME,
                    read.start(),
                    "null is not allowed; inputs have the value \"unknown\" instead");
        }
        if (!Names.isName(name)) {
            throw lexer.fault(
                    TableError.CELL_NAME, read.start(), name + " is a FEEL word or too long, not a parameter name");
        }
        return new Endpoint.Parameter(name);
    }

    private static Comparison comparison(String symbol) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.symbol().equals(symbol)) {
                return comparison;
            }
        }
        throw new IllegalStateException("no comparison " + symbol);
    }

    private void require(Token.Kind kind, String wanted) {
        if (!token.is(kind)) {
            throw fault(TableError.CELL_SYNTAX, wanted);
        }
        advance();
    }

    private void advance() {
        if (!token.is(Token.Kind.END)) {
            token = lexer.next();
        }
    }

    private TableFormatException fault(TableError error, String detail) {
        return lexer.fault(error, token.start(), detail);
    }
}
