package org.bihuan.app.duties;

import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A duty that was late at a moment.
 *
 * @param id its id
 * @param division where, null while unknown
 * @param title what was to be done
 */
public record LateDuty(UUID id, @Nullable DivisionCode division, Wording title) {
    /**
     * Which ones.
     *
     * @param division only in this division; what has no place belongs to a city
     * @param kind only of this kind, empty for any
     * @param owner only owed by this role, empty for any
     */
    public record Asked(DivisionCode division, String kind, String owner) {}
}
