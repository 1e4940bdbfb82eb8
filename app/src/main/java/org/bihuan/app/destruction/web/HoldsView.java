package org.bihuan.app.destruction.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.destruction.Hold;

/**
 * What the page shows.
 *
 * @param id of the next hold, so that a second click asks for nothing new
 * @param values what was typed, to be mended
 * @param error what was wrong with it, empty when nothing was
 * @param names of the kinds of fact that an outbreak is told by
 * @param by who looks
 */
public record HoldsView(
        UUID id, Map<String, String> values, String error, List<Hold> holds, KindNames names, String by, Instant now) {
    /** What was typed into the field. */
    public String typed(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether who looks may agree to the hold. */
    public boolean mayApprove(Hold hold) {
        return hold.isOpen() && !hold.askedBy().equals(by);
    }

    /** Whether who looks may ask for the lifting, or agree to it. */
    public boolean mayLift(Hold hold) {
        return hold.isInForce(now) && !by.equals(hold.liftAskedBy());
    }
}
