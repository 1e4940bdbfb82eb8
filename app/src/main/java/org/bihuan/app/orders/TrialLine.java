package org.bihuan.app.orders;

import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * So many people of a county with the same two answers of a trial.
 *
 * @param county null where nobody knows
 * @param episode kind of episode, with the table behind a slash where it has several
 * @param from what the version before says, words of the command {@code whatif}
 * @param to what the version that is tried says
 */
public record TrialLine(
        @Nullable DivisionCode county, String episode, String from, String to, Effect effect, long people) {
    boolean isChange() {
        return !from.equals(to)
                || !effect.from().equals(effect.to())
                || !effect.added().isEmpty()
                || !effect.withdrawn().isEmpty();
    }
}
