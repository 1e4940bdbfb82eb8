package org.bihuan.app.returns.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.app.returns.BoardLine;
import org.bihuan.app.returns.ReturnForm;
import org.bihuan.app.returns.Returns;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * The board of returns.
 *
 * @param forms kinds of return asked for on the day
 * @param form the one shown, null when there is none
 * @param day of which day
 * @param today the present day
 * @param only state that the list is kept to, empty for all
 * @param counts how many units that owe it are in which state
 * @param groups a page of those, by district
 * @param next id of the unit to go on behind, empty for no more
 * @param others the first of what is missing of the other kinds, where all that is missing was asked for
 * @param otherCount how many those are
 * @param units how many units there are at all
 * @param done what was just done, empty for nothing
 */
public record BoardView(
        List<ReturnForm> forms,
        @Nullable ReturnForm form,
        LocalDate day,
        LocalDate today,
        String only,
        Map<String, Long> counts,
        List<Group> groups,
        String next,
        List<Returns.Missing> others,
        long otherCount,
        int units,
        String done) {
    /** What the list can be kept to; empty for all. */
    public static final List<String> STATES = List.of("", "missing", "expected", "in", "zero", "late", "amended");

    /** Units of a district. */
    public record Group(DivisionCode district, List<BoardLine> lines) {}

    /** How many are in one of the states; {@code in} for late and on time together. */
    public long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    static boolean is(BoardLine line, String state) {
        return switch (state) {
            case "in" -> line.state().isIn();
            case "zero" -> line.latest() != null && line.latest().isZero();
            case "amended" -> line.isAmended();
            default -> state.isEmpty() || line.state().name().equalsIgnoreCase(state);
        };
    }
}
