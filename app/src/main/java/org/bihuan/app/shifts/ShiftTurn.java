package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's turn at a place of a duty desk.
 *
 * @param id the client's id of it
 * @param desk whose desk
 * @param place place in the roster
 * @param person who
 * @param login their account, null when they have none
 * @param phone how to reach them
 * @param period from when to when
 * @param substitute who stands in, null when nobody
 * @param substitutePhone how to reach them
 * @param substituteReason why
 */
public record ShiftTurn(
        UUID id,
        DivisionCode desk,
        String place,
        String person,
        @Nullable String login,
        String phone,
        Period period,
        @Nullable String substitute,
        @Nullable String substitutePhone,
        @Nullable String substituteReason) {
    /** Who really sits there. */
    public String present() {
        return substitute == null ? person : substitute;
    }

    /** How to reach who really sits there. */
    public String presentPhone() {
        return substitutePhone == null ? phone : substitutePhone;
    }

    public boolean isOn(Instant at) {
        return period.has(at);
    }
}
