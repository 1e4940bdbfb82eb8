package org.bihuan.app.arrivals;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which arrivals are meant: those of a division that arrived or are expected within a time.
 *
 * @param division whose responsibility they are now
 * @param from first moment
 * @param until first moment after it
 * @param step at which step, null for all
 * @param side on which side of it
 * @param remark late, never, doubt or hidden; empty for all
 */
public record ArrivalQuery(
        DivisionCode division,
        Instant from,
        Instant until,
        @Nullable ArrivalStep step,
        ArrivalSide side,
        String remark) {
    /** All of them. */
    public static ArrivalQuery all(DivisionCode division, Instant from, Instant until) {
        return new ArrivalQuery(division, from, until, null, ArrivalSide.REACHED, "");
    }

    /** Those at a step. */
    public ArrivalQuery at(ArrivalStep other, ArrivalSide where) {
        return new ArrivalQuery(division, from, until, other, where, remark);
    }
}
