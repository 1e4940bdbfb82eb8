package org.bihuan.app.returns;

import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who reports to a headquarters.
 *
 * @param id its id
 * @param name what it is called
 * @param kind kind of unit in the headquarters' own words
 * @param division where it is
 * @param contact whom to call: an office or a post
 * @param phone its telephone
 * @param login account that reports for it, null while it has none
 * @param since first day of which it owes returns
 * @param until first day of which it owes none any more, null while there is none
 */
public record ReportingUnit(
        UUID id,
        String name,
        String kind,
        DivisionCode division,
        String contact,
        String phone,
        @Nullable String login,
        LocalDate since,
        @Nullable LocalDate until) {
    /** Whether it owes returns of the day. */
    public boolean owes(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
