package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell may say, and what it may not. */
final class CellParserTest {
    @ParameterizedTest(name = "A01 {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "-                       | -",
                "' \t- '                 | -",
                "5                       | 5",
                "-5                      | -5",
                "-.5                     | -0.5",
                "007.50                  | 7.50",
                "\"high\"                | \"high\"",
                "\"高, 中 -- <not>(1..2)\" | \"高, 中 -- <not>(1..2)\"",
                "\"\"                    | \"\"",
                "true,false              | true, false",
                "<5                      | < 5",
                "< = 5                   | error",
                ">= certificate_hours    | >= certificate_hours",
                "[1..2]                  | [1..2]",
                "(1 .. 2)                | (1..2)",
                "]1..2[                  | (1..2)",
                "[-1..-0.5[              | [-1..-0.5)",
                "[a..b)                  | [a..b)",
                "not(5)                  | not(5)",
                "not (\"a\" , \"b\")     | not(\"a\", \"b\")",
                "1,<0,[5..6]             | 1, < 0, [5..6]",
                "not(< 1, > 9)           | not(< 1, > 9)",
                "notable                 | notable",
            })
    void A01_accepts(String text, String canonical) {
        if (canonical.equals("error")) {
            refuses(text, TableError.CELL_SYNTAX);
            return;
        }
        Cell cell = Cell.of(text);
        assertThat(cell.test()).hasToString(canonical);
        // What it prints means the same again
        assertThat(Cell.of(canonical).test()).isEqualTo(cell.test());
    }

    @ParameterizedTest(name = "A02 {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "--",
                "- 5",
                "-,1",
                "1,",
                ",1",
                "1 2",
                "1 + 2",
                "1-2",
                "a - b",
                "2*3",
                "5/2",
                "2**3",
                "1..2",
                "[1..2",
                "[1,2]",
                "[1..2,3]",
                "[..2]",
                "(1)",
                "((((((((1))))))))",
                "[1..2]]",
                "not",
                "not(",
                "not()",
                "not(-)",
                "not(not(1))",
                "1, not(2)",
                "not(1), 2",
                "not(1) 2",
                "<",
                "<<5",
                "<> 5",
                "= 5",
                "!= 5",
                "< -",
                "< [1..2]",
                "a.b",
                "a.b.c",
                ".a",
                "a[1]",
                "a{1}",
                "{a: 1}",
                "? > 5",
                "in (1,2)",
                "1 and 2",
                "\"a",
                "a\"",
                "\"a\\\"b\"",
                "\"a\nb\"",
                "'a'",
                "@\"2020-07-14\"",
                "date(\"2020-07-14\")",
                "sum(1,2)",
                "count([1,2])",
                "function(x) x",
                "function(x) external {java: {class: \"java.lang.Runtime\"}}",
                "x instance of string",
                "a b",
                "_x",
                "变量",
                "，",
                "“高”",
                "5；6",
                "（1..2）",
                "1\u0000",
                "1\u00A0",
                "5 // comment",
                "5 /* comment */",
                "a;b",
                "a|b",
                "a&b",
                "${a}",
                "#{a}",
                "a()",
                "a (1)",
                "\uD83D",
                "😀",
            })
    void A02_refuses(String text) {
        refuses(text, TableError.CELL_SYNTAX);
    }

    @ParameterizedTest(name = "A03 {0}")
    @ValueSource(
            strings = {
                "null",
                "< null",
                "[true1..and]",
                "or",
                "date",
                "instance",
                "< function",
                "for i in 1..10 return i",
                "if true then 1 else 2",
                "some x in y satisfies x",
                "every x in y satisfies x",
            })
    void A03_refuses_feel_words_as_names(String text) {
        refuses(text, TableError.CELL_NAME);
    }

    @ParameterizedTest(name = "A04 {0}")
    @ValueSource(strings = {"1234567890123456", "0.1234567890123456", "1e5", "1E400", "0x1F", "5days", "1_000"})
    void A04_refuses_numbers_that_a_double_or_a_reader_would_mistake(String text) {
        refuses(text, TableError.CELL_NUMBER);
    }

    @Test
    void A05_fifteen_digits_are_kept_exactly() {
        assertThat(Cell.of("123456789.012345").test()).hasToString("123456789.012345");
    }

    @Test
    void A06_limits_hold_at_and_beyond_their_value() {
        assertThat(Cell.of("1" + ",1".repeat(99)).test().tests()).hasSize(100);
        refuses("1" + ",1".repeat(100), TableError.LIMIT);
        assertThat(Cell.of("\"" + "x".repeat(998) + "\"").text()).hasSize(1000);
        refuses("\"" + "x".repeat(999) + "\"", TableError.CELL_LENGTH);
        assertThat(Cell.of("n".repeat(64)).parameterNames()).hasSize(1);
        refuses("n".repeat(65), TableError.CELL_NAME);
    }

    @Test
    void A07_the_message_says_where_and_helps_with_full_width_characters() {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> Cell.of("\"高\"，\"低\""))
                .withMessageContaining("at character 4")
                .withMessageContaining("full-width")
                .withMessageContaining("text '\"高\"，\"低\"'");
    }

    @Test
    void A08_the_message_carries_no_control_characters() {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> Cell.of("5 \u001B[31m\u202Eevil"))
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("\u001B", "\u202E"));
    }

    @Test
    void A09_names_the_parameters() {
        assertThat(Cell.of("[low..high), other, true").parameterNames()).containsExactly("high", "low", "other");
    }

    private static void refuses(String text, TableError error) {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> Cell.of(text))
                .satisfies(fault ->
                        assertThat(fault.error()).as(fault.getMessage()).isEqualTo(error));
    }
}
