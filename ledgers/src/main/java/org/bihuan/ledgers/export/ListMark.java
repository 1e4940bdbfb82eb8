package org.bihuan.ledgers.export;

import java.util.List;
import java.util.function.LongFunction;

/**
 * What a list says of itself, so that a copy tells where it comes from.
 *
 * @param title what is listed
 * @param lines who took it, when, what for; above the header
 * @param count line below the rows that says how many they are
 */
public record ListMark(String title, List<String> lines, LongFunction<String> count) {
    public ListMark {
        lines = List.copyOf(lines);
    }
}
