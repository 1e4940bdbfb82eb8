package org.bihuan.app.returns.web;

import java.time.LocalDate;
import java.util.List;
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
 * @param all every unit that owes it
 * @param groups those shown, by district
 * @param others what is missing of the other kinds, where all that is missing was asked for
 * @param units how many units there are at all
 * @param done what was just done, empty for nothing
 */
public record BoardView(
        List<ReturnForm> forms,
        @Nullable ReturnForm form,
        LocalDate day,
        LocalDate today,
        String only,
        List<BoardLine> all,
        List<Group> groups,
        List<Returns.Missing> others,
        int units,
        String done) {
    /** Units of a district. */
    public record Group(DivisionCode district, List<BoardLine> lines) {}

    /** How many are in one of the states; {@code in} for late and on time together. */
    public long count(String state) {
        return all.stream().filter(line -> is(line, state)).count();
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
