package org.bihuan.app.site;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.kernel.DivisionCode;

/** Cells and values of an order in the reader's words; what has no word stays as the order has it. Pure. */
public final class CellWords {
    private static final Pattern WORD = Pattern.compile("\"([A-Za-z][A-Za-z-]*)\"");
    private static final Pattern DIVISION = Pattern.compile("[1-9]\\d{11}");

    private CellWords() {}

    /** A cell of a table; empty for one that asks nothing. */
    public static String of(String cell, Page page) {
        if (cell.equals("-")) {
            return "";
        }
        return WORD.matcher(cell)
                .replaceAll(match -> page.textOr("console.choice." + match.group(1), match.group(1))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
    }

    /** A value of a parameter: divisions by their names. */
    public static String value(String value, Page page) {
        return Arrays.stream(value.split("(?<=[ ,;])|(?=[ ,;])"))
                .map(part -> DIVISION.matcher(part).matches()
                        ? DivisionCode.parse(part).map(page::place).orElse(part)
                        : part)
                .collect(Collectors.joining());
    }
}
