package org.bihuan.app.duties;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;

/**
 * Which duties a list shows, ordered by due time and id. Empty means any.
 *
 * @param states states at the moment asked for
 * @param division only in this division
 * @param owner only owed by this role
 * @param kind only of this kind
 * @param dueBefore only due before this moment
 * @param after the last duty of the page before
 * @param limit most rows, 1 to 500
 */
public record DutyQuery(
        Set<Duty.State> states,
        Optional<DivisionCode> division,
        Optional<String> owner,
        Optional<String> kind,
        Optional<Instant> dueBefore,
        Optional<Position> after,
        int limit) {
    /** Where a page ended. */
    public record Position(Instant dueAt, UUID id) {}

    public DutyQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit must lie between 1 and 500, got " + limit);
        }
    }

    /** The same duties in these states, wherever a page began. */
    DutyQuery unpaged(Set<Duty.State> others) {
        return new DutyQuery(others, division, owner, kind, dueBefore, Optional.empty(), 1);
    }

    /** All that is open or late, the first page. */
    public static DutyQuery unmet(int limit) {
        return new DutyQuery(
                Set.of(Duty.State.OPEN, Duty.State.LATE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
