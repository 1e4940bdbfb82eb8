package org.bihuan.app.briefing;

import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A frozen figure.
 *
 * @param key which one
 * @param place the district that it is about, null for the whole
 * @param value what it says, null when it was not known
 * @param before what the briefing of the day before said by what was known when this one was frozen, null for nothing
 * @param unknown why it was not known, null when it was
 */
public record Figure(
        String key,
        @Nullable DivisionCode place,
        @Nullable Long value,
        @Nullable Long before,
        @Nullable Wording unknown) {
    /** The change since the day before, null when one of both is not known. */
    public @Nullable Long change() {
        return value == null || before == null ? null : Long.valueOf(value - before);
    }

    Spot spot() {
        return new Spot(key, place);
    }

    /** The same beside what the briefing of the day before said, null for nothing. */
    Figure with(@Nullable Long earlier) {
        return new Figure(key, place, value, earlier, unknown);
    }
}
